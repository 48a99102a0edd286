#!/usr/bin/env python3
"""Signs in by the form, as a browser does, and prints the session's cookie:  sign_in.py http://127.0.0.1:8080 NAME PASSWORD"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
import bench_web  # noqa: E402

print(bench_web.sign_in(sys.argv[1].removeprefix("http://"), sys.argv[2], sys.argv[3]))
