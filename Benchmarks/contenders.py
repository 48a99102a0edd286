"""Who takes part in the overlay benchmark, how each is started, and how its answer is read."""

import dataclasses
import json
import os
import pathlib
import re
import typing

import ground
import measure
import postgis

PEERS = pathlib.Path(__file__).resolve().parent / "peers"
# Seconds after which a peer is given up.
limit = 2400


@dataclasses.dataclass
class Outcome:
    """Seconds of processor time and wall clock from files to table, and of the overlay without reading and preparing files."""

    cpu: float
    wall: float
    overlay_cpu: float
    overlay_wall: float
    megabytes: float
    totals: dict
    more: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Contender:
    name: str
    about: str
    play: typing.Callable[[], Outcome]
    # Plane of its areas: `planar` ones are compared with each other, `ellipsoid` ones likewise.
    plane: str = "planar"
    ours: bool = False


def failed(run):
    return RuntimeError(run.output.strip()[-400:] or f"exit {run.code}")


def ours(program, folder, name, about, files, *options, plane="planar", code=4527):
    def play():
        command = [program, "overlay", "--patches", f"{folder}/patches_{code}.{files}", "--json", "--as-drawn"]
        for layer in ground.LAYERS:
            command += ["--layer", f"{layer}={folder}/{layer}_{code}.{files}:cls"]
        table = f"{os.environ.get('TMPDIR', '/tmp')}/landledger-bench-{os.getpid()}.csv"
        command += ["--output", table, *options] + (["--planar"] if plane == "planar" else [])
        run = measure.run(command)
        if run.code:
            raise failed(run)
        os.unlink(table)
        answer = json.loads(run.output)
        kernel = sum(stage["kernelSeconds"] for stage in answer["stages"])
        totals = {layer["name"]: layer["classes"] for layer in answer["layers"]}
        return Outcome(
            run.cpu, run.wall, kernel, 0, run.megabytes, totals,
            {"pairs": answer["pairs"], "positions": answer["positions"], "stages": answer["stages"], "user": run.user})

    return Contender(name, about, play, plane, True)


def script(work, path, about, *arguments, plane="planar", name=None):
    """A peer's script: prints JSON with stages, and writes its totals by class beside. After `limit` seconds it is given up."""

    def play():
        before = set((work / "results").glob("*.json"))
        run = measure.run([work / "venv/bin/python", path, *map(str, arguments)], timeout=limit, cwd=work)
        if run.code == -9 and run.wall >= limit:
            raise RuntimeError(f"not done after {limit} s: {run.cpu:.0f} s of processor time, {run.megabytes:.0f} MB")
        if run.code:
            raise failed(run)
        (written,) = set((work / "results").glob("*.json")) - before
        answer = json.loads(written.read_text())
        written.unlink()
        overlay = [stage for stage in answer["stages"] if stage["stage"] != "read"]
        totals = answer.get("totals_tdt") or answer["totals"]
        return Outcome(
            run.cpu, run.wall, sum(s["user"] + s["sys"] for s in overlay), sum(s["wall"] for s in overlay),
            max(run.megabytes, answer.get("peak_backends_mb", 0)), totals)

    return Contender(name or pathlib.Path(path).stem, about, play, plane)


def subdivided(work, scale, workers):
    """PostGIS: its own processor time is read from the server; from files to table the loading counts too."""
    peer = script(work, work / "peers/postgis_peer.py", "", scale, workers, "subdiv")

    def play():
        wall, cpu = postgis.load(work, scale)
        outcome = peer.play()
        outcome.cpu, outcome.wall = outcome.overlay_cpu + cpu, outcome.overlay_wall + wall
        return outcome

    return Contender(f"PostGIS, {max(workers, 1)} workers", "layers subdivided to 128 vertices; from files: with loading and indexing", play)


def prototype(binary, folder, threads):
    """The C++ prototype on its own binary files: a floor, not a peer. Its text names each stage with wall and processor seconds."""

    def play():
        run = measure.run([binary, folder, "4527", str(threads)])
        if run.code:
            raise failed(run)
        stages = {name.strip(): (float(wall), float(cpu)) for name, wall, cpu in re.findall(r"^(.+?)\s+wall\s+([\d.]+)\s+cpu\s+([\d.]+)", run.output, re.M)}
        left_out = sum(stages[name][1] for name in ("bbox query alone", "patch binning alone"))
        totals = {name: {"": float(area)} for name, area in re.findall(r"^total (\w+)\s+([\d.]+)", run.output, re.M)}
        pairs = int(re.search(r"(\d+) candidate pairs", run.output).group(1))
        return Outcome(run.cpu - left_out, run.wall, stages["overlay"][1], stages["overlay"][0], run.megabytes, totals, {"pairs": pairs})

    return Contender(f"C++ prototype, {threads} threads", "throw-away; plain binary files, planar", play)
