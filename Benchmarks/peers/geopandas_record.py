"""Areas of record by GeoPandas: ground is taken to the equal-area plane in which plane areas are areas on the CGCS2000
ellipsoid, and intersected there. The closed form of F(B) is another than this program's series.

    geopandas_record.py S|M        run in the benchmark's work folder
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path.cwd() / "peers"))
import common  # noqa: E402
import geopandas as gpd  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import shapely  # noqa: E402

common.ROOT = str(pathlib.Path.cwd())
A, FLATTENING = 6378137.0, 1 / 298.257222101
B, E2 = A * (1 - FLATTENING), FLATTENING * (2 - FLATTENING)
E = E2**0.5


def strip(latitude):
    """Area from the equator to a latitude, per radian of longitude."""
    sine = np.sin(latitude)
    return 0.5 * B * B * (sine / (1 - E2 * sine * sine) + np.arctanh(E * sine) / E)


SCALE = A * np.cos(np.radians(39))


def plane(degrees):
    longitude, latitude = np.radians(degrees).T
    return np.column_stack([(longitude - np.radians(117.7)) * SCALE, (strip(latitude) - strip(np.radians(39.0))) / SCALE])


def main():
    scale = sys.argv[1]
    meter = common.Meter()
    read = lambda layer: gpd.read_parquet(f"{common.ROOT}/data/{scale}/{layer}_4490.parquet")  # noqa: E731
    patches, layers = read("patches"), {layer: read(layer) for layer in common.LAYERS}
    meter.mark("read")
    P = shapely.transform(np.asarray(patches.geometry.values), plane)
    tree, whole, totals = shapely.STRtree(P), shapely.area(P), {}
    for name, layer in layers.items():
        G = shapely.transform(np.asarray(layer.geometry.values), plane)
        shapely.prepare(G)
        j, i = tree.query(G, predicate="intersects")
        covered = shapely.covers(G[j], P[i])
        area = np.where(covered, whole[i], 0.0)
        rest = np.flatnonzero(~covered)
        area[rest] = shapely.area(shapely.intersection(P[i[rest]], G[j[rest]]))
        totals[name] = pd.DataFrame({"cls": layer.cls.values[j], "a": area}).groupby("cls").a.sum().to_dict()
        meter.mark(name)
    common.out("geopandas_record", scale, meter, totals, len(patches))


main()
