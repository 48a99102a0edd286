"""The ground of the overlay benchmark: a county by a generator that is not ours, found through LANDLEDGER_SHARED."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[1]
LAYERS = ("parcels", "farmland", "redline", "growth")
# Formats the readers of a scale want; Shapefile holds M in degrees only and L not at all (2 GB a file).
FORMATS = {"S": "parquet,raw,fgb,gpkg,shp", "M": "parquet,raw,fgb,gpkg,shp", "L": "parquet,raw,fgb"}


def shared():
    """The folder of benchmark scripts beside the repository; None, with a word about it, when there is none."""
    folder = pathlib.Path(os.environ.get("LANDLEDGER_SHARED", ROOT / "../shared")).resolve() / "bench"
    if (folder / "gen.py").exists():
        return folder
    print(f"overlay benchmark skipped: {folder}/gen.py is absent (set LANDLEDGER_SHARED)")
    return None


def desk(work, data):
    """A folder in which the shared scripts find themselves, their data and a place for results."""
    scripts = shared()
    for name, target in {"peers": scripts / "peers", "gen.py": scripts / "gen.py", "data": data}.items():
        link = work / name
        if link.is_symlink():
            link.unlink()
        link.symlink_to(target)
    (work / "results").mkdir(exist_ok=True)


def make(work, scale):
    """Generates a scale unless it is there; a file of its own says that it is whole."""
    folder = (work / "data").resolve() / scale
    if not (folder / "patches_4527.fgb").exists():
        print(f"generating scale {scale} into {folder}", flush=True)
        subprocess.run([work / "venv/bin/python", "gen.py", scale, "--formats", FORMATS[scale]], cwd=work, check=True)
    return folder
