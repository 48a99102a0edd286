"""A PostgreSQL cluster of the benchmark's own, on port 55432 of this machine alone."""

import os
import pathlib
import subprocess
import time

import ground
import measure

KEEPER = pathlib.Path(__file__).resolve().parent / "tiles/postgis.sh"
SERVER = ["-h", "127.0.0.1", "-p", "55432", "-U", "postgres"]


def sql(database, text):
    return subprocess.run(["psql", *SERVER, "-d", database, "-qAtc", text], capture_output=True, text=True, check=True).stdout.strip()


def start(work):
    """Whether the server runs, started here if need be."""
    if not pathlib.Path("/usr/share/postgresql/15/extension/postgis.control").exists():
        print("PostGIS left out: not installed")
        return False
    if subprocess.run(["pg_isready", "-q", *SERVER[:4]]).returncode == 0:
        return True
    if not (work / "pg/data").exists():
        cluster("init", work)
    return cluster("start", work) == 0


def stop(work):
    if (work / "pg/data/postmaster.pid").exists():
        cluster("stop", work)


def cluster(verb, work):
    """The tile benchmark's keeper of private clusters, with this one's folder and port."""
    return subprocess.run([KEEPER, verb, work / "pg"], env={**os.environ, "PGPORT": "55432"}).returncode


def processor_seconds(work):
    """Of all backends that have ended, from the postmaster's own count."""
    pid = int((work / "pg/data/postmaster.pid").read_text().split()[0])
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[13]) + int(fields[14])) / 100


SUBDIVIDE = (
    "drop table if exists {0}_sub; create table {0}_sub as select fid, cls, ST_Subdivide(geom, 128) geom from {0}_4527; "
    "create index on {0}_sub using gist (geom); analyze {0}_sub")


def copy(work, scale, database, layer):
    """One file into a table with an index; gives the client's processor seconds."""
    target = f"PG:host=127.0.0.1 port=55432 user=postgres dbname={database}"
    run = measure.run(
        ["ogr2ogr", "-f", "PostgreSQL", target, work / f"data/{scale}/{layer}_4527.fgb", "-nln", f"{layer}_4527", "-overwrite", "-lco",
         "GEOMETRY_NAME=geom", "-lco", "SPATIAL_INDEX=GIST", "-lco", "FID=ogc_fid", "-nlt", "PROMOTE_TO_MULTI", "-gt", "100000"],
        env={**os.environ, "PG_USE_COPY": "YES"})
    if run.code:
        raise RuntimeError(run.output)
    sql(database, f"vacuum analyze {layer}_4527")
    return run.cpu


def load(work, scale):
    """Loads, indexes and subdivides the layers of a scale, once; gives wall and processor seconds of that, kept for later runs."""
    database, note = f"bench_{scale.lower()}", work / f"results/postgis-load-{scale}.txt"
    if not sql("postgres", f"select 1 from pg_database where datname = '{database}'"):
        sql("postgres", f"create database {database}")
        sql(database, "create extension postgis")
    if not sql(database, "select to_regclass('growth_sub')") or not note.exists():
        began, used = time.perf_counter(), processor_seconds(work)
        client = sum(copy(work, scale, database, layer) for layer in (*ground.LAYERS, "patches"))
        for layer in ground.LAYERS:
            sql(database, SUBDIVIDE.format(layer))
        time.sleep(1)
        note.write_text(f"{time.perf_counter() - began} {client + processor_seconds(work) - used}")
    wall, cpu = map(float, note.read_text().split())
    return wall, cpu

