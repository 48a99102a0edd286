"""Runs one command and tells what it took: wall clock, processor time and memory of it and everything it started."""

import dataclasses
import os
import subprocess
import tempfile
import time


@dataclasses.dataclass
class Run:
    code: int
    output: str
    wall: float
    user: float
    system: float
    megabytes: float

    @property
    def cpu(self):
        return self.user + self.system


def run(command, timeout=3600, **options):
    """Processor time includes that of waited-for children; memory is that of the largest process."""
    with tempfile.TemporaryFile("w+") as output, tempfile.TemporaryFile("w+") as errors:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, text=True, **options)
        deadline = began + timeout
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.perf_counter() > deadline:
                process.kill()
            time.sleep(0.002)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        text = output.read()
        if process.returncode:
            text += errors.read()[-2000:]
        return Run(process.returncode, text, wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024)
