#!/usr/bin/env python3
"""Overlay from files to table, against GeoPandas, PostGIS, SedonaDB and DuckDB, in one interleaved run.

    Benchmarks/overlay.py --scales S M --turns 3 [--only NAME …] [--data FOLDER] [--work FOLDER]

Prints a table per scale and writes it as JSON and Markdown into WORK/results. Every contender does the same work on the
same ground: for each patch the area per class of four layers. Totals must agree; by how much they differ is in the table.
"""

import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

import contenders
import ground
import postgis
import table


def lanes():
    """The widest vectors of this processor, for the prototype: it is compiled for the machine it runs on."""
    flags = pathlib.Path("/proc/cpuinfo").read_text()
    return 8 if " avx512f" in flags else 4 if " avx2" in flags else 2


def build_prototype(work):
    source, binary = ground.shared() / "proto/pairs.cpp", work / "pairs"
    command = ["g++", "-O3", "-fopenmp", "-std=c++17", "-w", "-march=native", "-fno-math-errno", "-fno-trapping-math"]
    done = subprocess.run([*command, f"-DVW={lanes()}", source, "-o", binary], capture_output=True)
    if done.returncode:
        print("prototype left out: it does not compile here")
    return binary if done.returncode == 0 else None


def field(work, program, scale, folder, prototype):
    """Who plays at a scale."""
    peers, venv = work / "peers", work / "venv"
    site = lambda name: any(venv.glob(f"lib/python3*/site-packages/{name}"))  # noqa: E731
    names = "FlatGeobuf, as drawn"
    yield contenders.ours(program, folder, "LandLedger, 1 thread", names, "fgb", "--threads", "1")
    yield contenders.ours(program, folder, "LandLedger, 2 threads", names, "fgb", "--threads", "2")
    if "gpkg" in ground.FORMATS[scale]:
        yield contenders.ours(program, folder, "LandLedger, GeoPackage", "2 threads, as drawn", "gpkg", "--threads", "2")
    yield contenders.ours(
        program, folder, "LandLedger, areas of record", "2 threads, FlatGeobuf in degrees", "fgb", "--threads", "2", plane="ellipsoid", code=4490)
    if prototype:
        for threads in (1, 2):
            yield contenders.prototype(prototype, folder, threads)
    yield contenders.script(work, contenders.PEERS / "geopandas_cut.py", "layers cut up first, containment first, GeoParquet", scale, name="Shapely, expert")
    yield contenders.script(work, peers / "geopandas_expert.py", "prepared layers, containment first", scale, name="Shapely, prepared")
    if postgis.start(work):
        yield contenders.subdivided(work, scale, 0)
        yield contenders.subdivided(work, scale, 2)
    yield contenders.script(work, contenders.PEERS / "geopandas_record.py", "the same formula, GeoParquet in degrees", scale, plane="ellipsoid", name="GeoPandas, areas of record")
    if site("sedonadb"):
        yield contenders.script(work, peers / "sedonadb_peer.py", "2 threads, GeoParquet", scale, 2, name="SedonaDB 0.5")
    if site("duckdb"):
        yield contenders.script(work, peers / "duckdb_spatial.py", "2 threads, GeoParquet", scale, 2, "plain", name="DuckDB 1.5 spatial")
    yield contenders.script(work, peers / "geopandas_sjoin.py", "as most people write it", scale, "plain", name="GeoPandas, plain")


def play(scale, options, program, prototype):
    folder = ground.make(options.work, scale)
    players = [it for it in field(options.work, program, scale, folder, prototype) if not options.only or any(word in it.name for word in options.only)]
    results, broken = {}, set()
    for turn in range(1, options.turns + 1):
        print(f"scale {scale}, turn {turn}, load {os.getloadavg()[0]:.1f}", flush=True)
        for it in players:
            if it.name in broken or (turn > 1 and any(word in it.name for word in options.once)):
                continue
            try:
                outcome = it.play()
            except (RuntimeError, subprocess.CalledProcessError, OSError, KeyError) as error:
                broken.add(it.name)
                print(f"  {it.name} left out: {error}", flush=True)
                continue
            results.setdefault(it.name, []).append(outcome)
            print(f"  {it.name:32} {outcome.cpu:8.2f} CPU s {outcome.wall:8.2f} wall s {outcome.megabytes:7.0f} MB", flush=True)
    report(scale, table.summarise(players, results), options)


def report(scale, records, options):
    ratios = table.comparison(records)
    machine = {"processor": processor(), "cores": os.cpu_count(), "load": os.getloadavg()[0], "when": time.strftime("%Y-%m-%d %H:%M")}
    text = table.markdown(records) + "\n\n" + "\n".join(f"- {name}: {value:.2f}" for name, value in ratios.items())
    print(f"\nScale {scale} on {machine['processor']}, {machine['cores']} cores; medians\n\n{text}\n")
    results = options.work / "results"
    (results / f"overlay-{scale}.md").write_text(text + "\n")
    (results / f"overlay-{scale}.json").write_text(json.dumps({"scale": scale, "machine": machine, "ratios": ratios, "contenders": records}, indent=1))


def processor():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def main():
    root = ground.ROOT
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--scales", nargs="+", default=["S"], choices=["S", "M", "L"])
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--only", nargs="+", help="contenders whose name holds one of these words")
    parser.add_argument("--once", nargs="+", default=[], help="contenders whose name holds one of these words play in the first turn alone")
    parser.add_argument("--limit", type=int, default=contenders.limit, help="seconds after which a peer is given up")
    parser.add_argument("--work", type=pathlib.Path, default=root / "var/bench/overlay")
    parser.add_argument("--data", type=pathlib.Path, help="generated ground; default WORK/ground")
    parser.add_argument("--program", type=pathlib.Path, default=root / ".build/release/landledger")
    options = parser.parse_args()
    if ground.shared() is None:
        return 0
    contenders.limit = options.limit
    options.work = options.work.resolve()
    options.work.mkdir(parents=True, exist_ok=True)
    data = (options.data or options.work / "ground").resolve()
    data.mkdir(parents=True, exist_ok=True)
    subprocess.run([root / "Benchmarks/setup_peers.sh", options.work], check=True)
    ground.desk(options.work, data)
    prototype = build_prototype(options.work)
    try:
        for scale in options.scales:
            play(scale, options, str(options.program.resolve()), prototype)
    finally:
        postgis.stop(options.work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
