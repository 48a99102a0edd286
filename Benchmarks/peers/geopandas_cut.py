"""Shapely in the hands of an expert: large polygons are cut into pieces of at most 256 vertices first, each piece is prepared
and asked for containment, and only pairs of which neither contains the other are intersected.

    geopandas_cut.py S|M|L        run in the benchmark's work folder
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
MOST = 256


def halves(shapes):
    """Each shape clipped to the two halves of its box, along the longer side."""
    x0, y0, x1, y1 = shapely.bounds(shapes).T
    wide = (x1 - x0) > (y1 - y0)
    middle_x, middle_y = np.where(wide, (x0 + x1) / 2, x1), np.where(wide, y1, (y0 + y1) / 2)
    first = [shapely.clip_by_rect(g, *box) for g, *box in zip(shapes, x0, y0, middle_x, middle_y)]
    second = [shapely.clip_by_rect(g, *box) for g, *box in zip(shapes, np.where(wide, middle_x, x0), np.where(wide, y0, middle_y), x1, y1)]
    return np.array(first, dtype=object), np.array(second, dtype=object)


def cut(shapes, classes):
    done_shapes, done_classes = [], []
    while len(shapes):
        shapes, index = shapely.get_parts(shapes, return_index=True)
        classes = classes[index]
        small = shapely.get_num_coordinates(shapes) <= MOST
        done_shapes.append(shapes[small])
        done_classes.append(classes[small])
        first, second = halves(shapes[~small])
        shapes, classes = np.concatenate([first, second]), np.tile(classes[~small], 2)
    shapes, classes = np.concatenate(done_shapes), np.concatenate(done_classes)
    broken = ~shapely.is_valid(shapes)
    shapes[broken] = shapely.make_valid(shapes[broken])
    return shapes, classes


def main():
    scale = sys.argv[1]
    meter = common.Meter()
    folder = f"{common.ROOT}/data/{scale}"
    patches = gpd.read_parquet(f"{folder}/patches_4527.parquet")
    layers = {layer: gpd.read_parquet(f"{folder}/{layer}_4527.parquet") for layer in common.LAYERS}
    meter.mark("read")
    P = np.asarray(patches.geometry.values)
    tree, whole, totals = shapely.STRtree(P), shapely.area(P), {}
    for name, layer in layers.items():
        G, classes = np.asarray(layer.geometry.values), layer.cls.values
        if shapely.get_num_coordinates(G).mean() > MOST:
            G, classes = cut(G, classes)
        shapely.prepare(G)
        j, i = tree.query(G, predicate="intersects")
        covered = shapely.covers(G[j], P[i])
        area = np.where(covered, whole[i], 0.0)
        rest = np.flatnonzero(~covered)
        area[rest] = shapely.area(shapely.intersection(P[i[rest]], G[j[rest]]))
        table = pd.DataFrame({"fid": patches.fid.values[i], "cls": classes[j], "a": area}).groupby(["fid", "cls"], as_index=False).a.sum()
        totals[name] = table.groupby("cls").a.sum().to_dict()
        meter.mark(name)
    common.out("geopandas_cut", scale, meter, totals, len(patches))


main()
