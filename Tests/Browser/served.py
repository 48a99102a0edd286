"""A served ledger for the browser tests: a small demonstration county made once, copied for every server."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("LANDLEDGER_PROGRAM", ROOT / ".build/debug/landledger"))
PASSWORD = "browser-tests-only"
OFFICER, TOWN, LEADER = "test-officer", "test-town", "test-leader"


def run(*arguments, home=None, stdin=None):
    """Runs the program and gives its standard output; its standard error stands in the failure."""
    command = [str(PROGRAM), *map(str, arguments)] + (["--home", str(home)] if home else [])
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


class Server:
    """`landledger serve` on a free port, stopped with the context."""

    def __init__(self, home: pathlib.Path, *options: str):
        self.home = home
        self.options = options

    def __enter__(self):
        self.process = subprocess.Popen(
            [str(PROGRAM), "serve", "--home", str(self.home), "--port", "0", "--vendor", str(ROOT / "vendor"), *self.options],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT)
        said = []
        for line in self.process.stdout:
            said.append(line)
            address = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if address:
                self.base = address.group(0)
                threading.Thread(target=self.listen, daemon=True).start()
                return self
        raise AssertionError("the server did not start:\n" + "".join(said))

    def listen(self):
        self.log = list(self.process.stdout)

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)


def unit_with_entries(home):
    """The unit that owes the most entries, for the town officer's account."""
    entries = json.loads(run("ledger", "list", "--json", "--limit", "2000", home=home))
    units = [it["place"]["unit"] for it in entries if it["place"].get("unit")]
    return max(set(units), key=units.count)


def copy(home: pathlib.Path, to: pathlib.Path) -> pathlib.Path:
    shutil.copytree(home, to)
    return to
