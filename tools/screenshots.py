#!/usr/bin/env python3
"""Takes the README's pictures (1366 × 768) from a demonstration county, into docs/screenshots/.

    .venv/bin/python tools/screenshots.py [--home var/demo] [--program .build/release/landledger]
"""

import argparse
import json
import os
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests/Browser"))
import served  # noqa: E402
from conftest import CHROMIUM, Visit  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

FOLDER = served.ROOT / "docs/screenshots"
SIZE_LIMIT = 200_000


def take(page, name):
    """JPEG: a map's thousands of colours make a PNG too large for a repository."""
    path = FOLDER / f"{name}.jpg"
    for quality in (88, 80, 70, 60):
        page.screenshot(path=path, type="jpeg", quality=quality)
        if path.stat().st_size <= SIZE_LIMIT:
            break
    print(f"  {path.relative_to(served.ROOT)}  {path.stat().st_size // 1024} kB")


def open_map(visit, query=""):
    page = visit.map(query)
    page.wait_for_load_state("networkidle")
    return page


def telling_entry(home):
    """The illegal entry with the most findings: its page has the most to explain."""
    entries = json.loads(served.run("ledger", "list", "--json", "--verdict", "illegal", "--limit", "500", home=home))
    best = max(entries, key=lambda it: (sum(len(f["areas"]) for f in it["findings"]), it["area"]))
    return best["number"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--home", default="var/demo")
    parser.add_argument("--program", default=".build/release/landledger")
    options = parser.parse_args()
    served.PROGRAM = pathlib.Path(options.program).resolve()
    home = pathlib.Path(options.home).resolve()
    password = os.urandom(12).hex()
    served.run("account", "add", "screenshots", "--title", "执法科", "--role", "enforcement", home=home, stdin=password + "\n")
    number = telling_entry(home)
    FOLDER.mkdir(parents=True, exist_ok=True)

    with served.Server(home) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        visit = Visit(browser, server.base)
        visit.sign_in("screenshots", password)
        take(visit.open("/"), "desk")
        take(open_map(visit), "map")
        layers = [it["id"] for it in json.loads(visit.page.locator("#map").get_attribute("data-setup"))["layers"]]
        wanted = [it for it in layers if it.split("@")[0] in ("units", "farmland", "redline", "growth")]
        page = open_map(visit, f"?layers={','.join(wanted)}&entry={number}")
        page.locator("#map-panel h2").wait_for()
        page.wait_for_timeout(1500)
        take(page, "map-entry")
        take(visit.open("/ledger"), "ledger")
        page = visit.open(f"/entries/{number}")
        page.wait_for_load_state("networkidle")
        take(page, "entry")
        take(visit.open("/import"), "import")
        take(visit.open("/plan"), "plan")
        visit.open("/ledger?lang=en")
        take(open_map(visit), "map-english")
        browser.close()


if __name__ == "__main__":
    main()
