"""Batches as bureaus receive them: zipped GBK Shapefiles in a 3° zone with prefix, made with ogr2ogr."""

import json
import pathlib
import subprocess
import zipfile


def square(longitude, latitude, metres):
    """A square ring round a position, about so wide."""
    half = metres / 2
    dx, dy = half / 89_500, half / 111_000
    return [[longitude - dx, latitude - dy], [longitude + dx, latitude - dy], [longitude + dx, latitude + dy],
            [longitude - dx, latitude + dy], [longitude - dx, latitude - dy]]


def bow_tie(longitude, latitude, metres):
    """A ring that crosses itself: one of the mistakes a real batch brings."""
    a, b, c, d, _ = square(longitude, latitude, metres)
    return [a, c, b, d, a]


def patches(rings, start=9001):
    """GeoJSON features with the official field names."""
    return [{
        "type": "Feature", "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {"JCBH": f"TEST{start + index}", "XZQDM": "", "XMC": "浏览器试验", "QSX": "20190401", "HSX": "20190701", "TBLX": "1"},
    } for index, ring in enumerate(rings)]


def shapefile_zip(folder: pathlib.Path, name: str, features, zone=39) -> pathlib.Path:
    """Writes features given in degrees as `name`.zip in CGCS2000 / 3-degree zone `zone`."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{name}.geojson"
    source.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    subprocess.run(
        ["ogr2ogr", "-f", "ESRI Shapefile", folder / f"{name}.shp", source, "-s_srs", "EPSG:4490", "-t_srs", f"EPSG:{4488 + zone}",
         "-lco", "ENCODING=GBK", "--config", "OGR_ENABLE_PARTIAL_REPROJECTION", "YES"], check=True, capture_output=True)
    path = folder / f"{name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(folder.glob(f"{name}.*")):
            if part.suffix in (".shp", ".shx", ".dbf", ".prj", ".cpg"):
                archive.write(part, part.name)
    return path
