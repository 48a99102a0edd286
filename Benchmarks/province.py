#!/usr/bin/env python3
"""A province of 20,000,000 parcels and 200,000 patches: runs a twentieth and a tenth of it, extrapolates with the measured
slope, and says how far the figures are from what the memory of this machine allows.

    Benchmarks/province.py [--data FOLDER] [--work FOLDER] [--parts 1 2]
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys

import ground
import measure

PARTS = 20  # of 1,000,000 parcels and 10,000 patches each


def overlay(program, folder, copies, threads):
    run = measure.run([
        program, "overlay", "--patches", f"{folder}/patches_{copies}.fgb", "--layer", f"parcels={folder}/parcels_{copies}.fgb:cls",
        "--planar", "--as-drawn", "--threads", str(threads), "--json"])
    if run.code:
        raise RuntimeError(run.output)
    return run, json.loads(run.output)


def bandwidth(python):
    """Gigabytes a second that one thread, then two, read from memory: sums over 1 GB each."""
    code = (
        "import numpy, time; a = numpy.ones(1 << 27); a.sum(); t = time.perf_counter(); n = sum(a.sum() > 0 for _ in range(5)); "
        "print(5 * a.nbytes / (time.perf_counter() - t) / 1e9)")
    rates = []
    for threads in (1, 2):
        crew = [subprocess.Popen([python, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(threads)]
        rates.append(sum(float(it.communicate()[0]) for it in crew))
    return rates


def measured(program, folder, copies, turns, threads):
    """The median run by processor time."""
    runs = sorted((overlay(program, folder, copies, threads) for _ in range(turns)), key=lambda it: it[0].cpu)
    run, answer = runs[len(runs) // 2]
    size = (folder / f"parcels_{copies}.fgb").stat().st_size
    kernel = sum(stage["kernelSeconds"] for stage in answer["stages"])
    record = {
        "copies": copies, "threads": threads, "parcels": answer["layers"][0]["rows"], "patches": answer["patches"], "cpu": run.cpu,
        "wall": statistics.median(it[0].wall for it in runs), "kernel": kernel, "bytes": size, "positions": answer["positions"],
        "pairs": answer["pairs"], "megabytes": run.megabytes}
    print(f"{record['parcels']:>12,} parcels {record['patches']:>8,} patches, {threads} threads: {run.cpu:7.2f} CPU s {record['wall']:7.2f} wall s, "
          f"kernel {kernel:6.2f} s, {size / 1e9:.2f} GB, {record['positions']:,} positions, {record['pairs']:,} pairs, {run.megabytes:,.0f} MB", flush=True)
    return record


def extrapolate(small, large):
    """A straight line through two runs, at the whole province."""
    steps = large["copies"] - small["copies"]
    line = lambda field: large[field] + (large[field] - small[field]) / steps * (PARTS - large["copies"])  # noqa: E731
    return {field: line(field) for field in ("cpu", "wall", "kernel", "bytes", "positions", "pairs", "megabytes")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=pathlib.Path, default=ground.ROOT / "var/bench/overlay")
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--program", default=str(ground.ROOT / ".build/release/landledger"))
    parser.add_argument("--parts", type=int, nargs=2, default=[1, 2])
    parser.add_argument("--turns", type=int, default=3)
    options = parser.parse_args()
    data = (options.data or options.work / "ground").resolve()
    python = options.work / "venv/bin/python"
    if not (data / "L/parcels_4527.parquet").exists():
        print(f"province skipped: {data}/L is absent (Benchmarks/overlay.py --scales L makes it)")
        return 0
    for copies in options.parts:
        subprocess.run([python, ground.ROOT / "Benchmarks/make_province.py", data, str(copies)], check=True)
    one, two = bandwidth(python)
    print(f"memory: {one:.1f} GB/s by one thread, {two:.1f} GB/s by two")
    records = [measured(options.program, data / "province", copies, options.turns, threads) for threads in (1, 2) for copies in options.parts]
    whole = {threads: extrapolate(*[it for it in records if it["threads"] == threads]) for threads in (1, 2)}
    for threads, it in whole.items():
        print(f"province, {threads} threads: {it['cpu']:,.0f} CPU s, {it['wall']:,.0f} wall s, {it['bytes'] / 1e9:.0f} GB read, {it['positions'] / 1e9:.2f} "
              f"billion positions, {it['pairs']:,.0f} pairs, {it['megabytes']:,.0f} MB")
    last = records[-1]
    floor = last["bytes"] / 1e9 / two
    print(f"reading the file's bytes once at memory speed: {floor:.2f} s; the run took {last['wall'] / floor:.0f} times that")
    found = {"memoryGBs": [one, two], "runs": records, "province": whole}
    (options.work / "results/province.json").write_text(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
