"""Ground of a part of a province: copies of scale L side by side, 60 km apart, with 10,000 patches each.

    make_province.py DATA COPIES        run by the peers' Python; writes DATA/province/parcels_COPIES.fgb and patches_COPIES.fgb
"""

import pathlib
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import shapely

PATCHES = 10_000
APART = 60_000.0


def shifted(path, copies, most):
    """Batches of every copy of a file, moved to the east."""
    for copy in range(copies):
        left = most
        for batch in pq.ParquetFile(path).iter_batches(20_000):
            batch = batch.slice(0, left)
            left -= len(batch)
            shapes = shapely.from_wkb(batch["geometry"].to_numpy(zero_copy_only=False))
            moved = shapely.transform(shapes, lambda c, east=copy * APART: c + [east, 0.0])
            yield pa.record_batch([batch["cls"], pa.array(shapely.to_wkb(moved), pa.binary())], names=["cls", "geometry"])
            if left <= 0:
                break


def write(source, target, copies, most):
    schema = pa.schema([("cls", pa.string()), ("geometry", pa.binary())])
    rows = pa.RecordBatchReader.from_batches(schema, shifted(source, copies, most))
    pyogrio.write_arrow(
        rows, target, driver="FlatGeobuf", layer=target.stem, geometry_name="geometry", geometry_type="Polygon", crs="EPSG:4527",
        layer_options={"SPATIAL_INDEX": "NO"})


def main():
    data, copies = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    folder = data / "province"
    folder.mkdir(exist_ok=True)
    for layer, most in (("parcels", 10**9), ("patches", PATCHES)):
        target = folder / f"{layer}_{copies}.fgb"
        if not target.exists():
            part = target.with_suffix(".part.fgb")
            write(data / "L" / f"{layer}_4527.parquet", part, copies, most)
            part.rename(target)


main()
