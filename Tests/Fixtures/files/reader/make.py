#!/usr/bin/env python3
"""Makes the files in this folder, once, with GDAL's ogr2ogr and a few bytes changed by hand. Run it here; the results are committed."""
import json, os, shutil, struct, subprocess, tempfile, zipfile, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
W = tempfile.mkdtemp()

def square(x, y, w, h=None):
    h = h or w
    return [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]

def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}

def polygon(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}

def collection(features, epsg=None):
    c = {"type": "FeatureCollection", "features": features}
    if epsg:
        c["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    return c

def put(name, value):
    path = os.path.join(W, name)
    with open(path, "w") as f:
        json.dump(value, f, ensure_ascii=False)
    return path

def ogr(target, source, fmt, *options):
    subprocess.run(["ogr2ogr", "-q", "-f", fmt, target, source, *options], check=True)

def pack(name, files, encode=None):
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED) as z:
        for path, inside in files:
            info = zipfile.ZipInfo(inside, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with open(path, "rb") as f:
                z.writestr(info, f.read())

def shapefile(name, source, epsg, *options):
    ogr(os.path.join(W, name + ".shp"), source, "ESRI Shapefile", "-a_srs", f"EPSG:{epsg}", *options)
    return os.path.join(W, name)

def parts(stem, endings="shp shx dbf prj cpg", inside=None):
    inside = inside or os.path.basename(stem)
    return [(f"{stem}.{e}", f"{inside}.{e}") for e in endings.split() if os.path.exists(f"{stem}.{e}")]

# Test vectors V1, V2, V3 of the area formula, with Chinese attributes
vectors = collection([
    feature(polygon(square(39517000, 4330000, 100)), JCBH="V1", XMC="铜山县", JCMJ=10000.5),
    feature(polygon([[39560000 + x, 4340000 + y] for x, y in [(0, 0), (300, 0), (300, 150), (150, 150), (150, 400), (0, 400), (0, 0)]]),
            JCBH="V2", XMC="疑似占用永久基本农田", JCMJ=82500.0),
    feature(polygon([[39578000, 4073000], [39580000, 4073000], [39579000, 4075000], [39578000, 4073000]]), JCBH="V3", XMC="㑇屯镇", JCMJ=2e6),
], 4527)
v = put("vectors.geojson", vectors)
gbk = shapefile("gbk", v, 4527, "-lco", "ENCODING=GB18030")
with open(gbk + ".dbf", "r+b") as f:
    f.seek(29); f.write(b"\x4d")
pack("zone39-gbk.zip", parts(gbk, "shp shx dbf prj", "图斑2019Q2"))
pack("no-prj.zip", parts(gbk, "shp shx dbf"))
pack("no-shx-no-dbf.zip", parts(gbk, "shp prj"))
with open(gbk + ".dbf", "r+b") as f:
    f.seek(29); f.write(b"\x00")
with open(gbk + ".cpg", "w") as f:
    f.write("UTF-8")
pack("lying-cpg.zip", parts(gbk))
os.remove(gbk + ".cpg")
pack("no-word-gbk.zip", parts(gbk))
utf8 = shapefile("utf8", v, 4527, "-lco", "ENCODING=UTF-8")
pack("utf8.zip", parts(utf8))
with open(utf8 + ".dbf", "r+b") as f:
    f.seek(29); f.write(b"\x4d")
pack("lying-language-byte.zip", parts(utf8, "shp shx dbf prj"))
bad = bytearray(open(utf8 + ".dbf", "rb").read())
at = bad.index("铜山县".encode())
bad[at:at + 3] = b"\xff\xfe\xff"
open(utf8 + ".dbf", "wb").write(bad)
pack("undecodable.zip", parts(utf8))
xian = shapefile("xian", v, 2363)
pack("xian80.zip", parts(xian))

two = shapefile("two", put("two.geojson", collection([feature(polygon(square(39517000, 4330000, 50)), A=1)], 4527)), 4527)
pack("two-layers.zip", parts(gbk, "shp shx dbf prj", "first") + parts(two, "shp shx dbf prj", "folder/second"))

# Truncated: the index still announces three shapes
whole = open(gbk + ".shp", "rb").read()
open(os.path.join(W, "cut.shp"), "wb").write(whole[: len(whole) - 90])
for e in ("shx", "dbf", "prj"):
    shutil.copy(f"{gbk}.{e}", os.path.join(W, f"cut.{e}"))
pack("truncated-shp.zip", parts(os.path.join(W, "cut")))
shutil.copy(gbk + ".shp", os.path.join(W, "short.shp"))
for e in ("shx", "prj"):
    shutil.copy(f"{gbk}.{e}", os.path.join(W, f"short.{e}"))
table = open(gbk + ".dbf", "rb").read()
open(os.path.join(W, "short.dbf"), "wb").write(table[: len(table) - 120])
pack("truncated-dbf.zip", parts(os.path.join(W, "short")))
nan = bytearray(whole)
struct.pack_into("<d", nan, 100 + 8 + 44 + 4 + 16, float("nan"))
open(os.path.join(W, "nan.shp"), "wb").write(nan)
for e in ("shx", "dbf", "prj"):
    shutil.copy(f"{gbk}.{e}", os.path.join(W, f"nan.{e}"))
pack("nan.zip", parts(os.path.join(W, "nan")))

# The other formats
ogr(os.path.join(HERE, "v4-zone40.gpkg"), put("v4.geojson", collection([feature(polygon(square(40628000, 3455000, 3000, 2000)), JCBH="V4")], 4528)),
    "GPKG", "-a_srs", "EPSG:4528", "-lco", "SPATIAL_INDEX=NO")
v5 = put("v5.geojson", collection([feature(polygon(square(117.70, 39.00, 0.01)), JCBH="V5", XMC="滨海新区")]))
shutil.copy(v5, os.path.join(HERE, "v5.geojson"))
ogr(os.path.join(HERE, "v5.kml"), v5, "LIBKML")
ogr(os.path.join(HERE, "v5.fgb"), v5, "FlatGeobuf", "-a_srs", "EPSG:4490")
ogr(os.path.join(W, "v1.gdb"), v, "OpenFileGDB", "-a_srs", "EPSG:4527", "-nln", "DLTB")
gdb = os.path.join(W, "v1.gdb")
pack("vectors.gdb.zip", [(os.path.join(gdb, n), "v1.gdb/" + n) for n in sorted(os.listdir(gdb))])
ring = {"type": "LineString", "coordinates": square(39517000, 4330000, 100)}
line = {"type": "LineString", "coordinates": [[39517000, 4330000], [39517100, 4330100]]}
ogr(os.path.join(W, "d.dxf"), put("d.geojson", collection([feature(ring), feature(line)])), "DXF")
pack("drawing.zip", [(os.path.join(W, "d.dxf"), "drawing.dxf")])

# Geometry problems, one row each, in zone 39
X, Y = 39517000, 4330000
def at(points):
    return [[X + x, Y + y] for x, y in points]
broken = [
    ("sound", polygon(at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]))),
    ("bow-tie", polygon(at([(0, 0), (100, 100), (100, 0), (0, 100), (0, 0)]))),
    ("small-bow-tie", polygon(at([(0, 0), (100, 0), (100, 100), (99.5, 100.5), (100, 100.5), (99.5, 100), (0, 100), (0, 0)]))),
    ("touching-itself", polygon(at([(0, 0), (50, 0), (50, 50), (100, 50), (100, 100), (50, 100), (50, 50), (0, 50), (0, 0)]))),
    ("spike", polygon(at([(0, 0), (100, 0), (100, 50), (300, 50), (100, 50), (100, 100), (0, 100), (0, 0)]))),
    ("repeated", polygon(at([(0, 0), (100, 0), (100, 0), (100, 0), (100, 100), (0, 100), (0, 0)]))),
    ("flat", polygon(at([(0, 0), (100, 0), (50, 0), (0, 0)]))),
    ("hole-outside", polygon(at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]), at([(200, 0), (210, 0), (210, 10), (200, 10), (200, 0)]))),
    ("hole-across", polygon(at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]), at([(50, 20), (150, 20), (150, 80), (50, 80), (50, 20)]))),
    ("parts-overlap", {"type": "MultiPolygon", "coordinates": [[at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)])], [at([(50, 0), (150, 0), (150, 100), (50, 100), (50, 0)])]]}),
    ("parts-overlap-a-hair", {"type": "MultiPolygon", "coordinates": [[at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)])], [at([(99.999, 0), (200, 0), (200, 100), (99.999, 100), (99.999, 0)])]]}),
    ("mixed", {"type": "GeometryCollection", "geometries": [polygon(at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)])), {"type": "LineString", "coordinates": at([(0, 0), (500, 500)])}]}),
    ("line", {"type": "LineString", "coordinates": at([(0, 0), (500, 500)])}),
    ("point", {"type": "Point", "coordinates": at([(0, 0)])[0]}),
    ("empty", {"type": "Polygon", "coordinates": []}),
    ("nothing", None),
    ("sliver", polygon(at([(0, 0), (200, 0), (200, 0.4), (0, 0.4), (0, 0)]))),
    ("height", {"type": "Polygon", "coordinates": [[[x, y, 12.5] for x, y in at([(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)])]]}),
    ("wrong-zone", polygon(square(40517000, 4330000, 100))),
]
shutil.copy(put("broken.geojson", collection([feature(g, name=n) for n, g in broken], 4527)), os.path.join(HERE, "broken.geojson"))
shutil.copy(put("swapped.geojson", collection([feature(polygon([[y, x] for x, y in square(X, Y, 100)]), name="V1")], 4527)), os.path.join(HERE, "swapped.geojson"))
shutil.copy(put("zone-lie.geojson", collection([feature(polygon(square(X, Y, 100)), name="V1")], 4528)), os.path.join(HERE, "zone-lie.geojson"))
shutil.copy(put("gcj02.geojson", collection([feature({"type": "Point", "coordinates": [117.7, 39.0]}, lng_gcj02=117.7)])), os.path.join(HERE, "gcj02.geojson"))
ogr(os.path.join(HERE, "curve.gpkg"), os.path.join(HERE, "curve.csv"), "GPKG", "-a_srs", "EPSG:4527", "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO",
    "-nlt", "CURVEPOLYGON", "-lco", "SPATIAL_INDEX=NO")

# Hostile
laughs = "".join(f'<!ENTITY l{i} "{"&l%d;" % (i - 1) * 10}">' for i in range(1, 10))
open(os.path.join(HERE, "laughs.kml"), "w").write(
    f'<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY l0 "lol">{laughs}]><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>&l9;</name>'
    "<Point><coordinates>117.7,39</coordinates></Point></Placemark></Document></kml>")
zeros = zlib.compressobj(9, zlib.DEFLATED, -15)
body = zeros.compress(bytes(1 << 20)) + zeros.flush()
def raw_zip(name, inside, packed, size, crc):
    n = inside.encode()
    head = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), size, len(n), 0) + n + packed
    directory = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), size, len(n), 0, 0, 0, 0, 0, 0) + n
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(head), 0)
    open(os.path.join(HERE, name), "wb").write(head + directory + end)
raw_zip("larger-than-it-says.zip", "a.shp", body, 1000, 0)
raw_zip("bomb.zip", "a.shp", body, 1 << 30, 0)
shutil.rmtree(W)

# zip64.zip: one member whose sizes, offset and directory stand in the wide fields only (PKWARE APPNOTE 4.3.14, 4.5.3)
data, name, ones = open(os.path.join(HERE, "v5.geojson"), "rb").read(), b"v5.geojson", 0xFFFFFFFF
deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
body = deflate.compress(data) + deflate.flush()
common = (45, 0, 8, 0, 0, zlib.crc32(data), ones, ones, len(name))
extra = struct.pack("<HHQQ", 1, 16, len(data), len(body))
local = struct.pack("<IHHHHHIIIHH", 0x04034B50, *common, len(extra)) + name + extra + body
extra = struct.pack("<HHQQQ", 1, 24, len(data), len(body), 0)
central = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, *common, len(extra), 0, 0, 0, 0, ones) + name + extra
end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1, 1, len(central), len(local))
locator = struct.pack("<IIQI", 0x07064B50, 0, len(local) + len(central), 1)
end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 0xFFFF, 0xFFFF, ones, ones, 0)
with open(os.path.join(HERE, "zip64.zip"), "wb") as file:
    file.write(local + central + end64 + locator + end)

# seamless/sent/seamless.tab: an index table of MapInfo whose one row names ../secret/secret.tab
os.makedirs(os.path.join(HERE, "seamless", "sent"), exist_ok=True)
os.makedirs(os.path.join(HERE, "seamless", "secret"), exist_ok=True)
corner = polygon(square(117.8, 36.8, 0.01))
for place, properties in [("secret/secret", {"NAME": "secret"}), ("sent/seamless", {"Table": "../secret/secret.tab"})]:
    source = put("index.geojson", collection([feature(corner, **properties)]))
    subprocess.run(["ogr2ogr", "-f", "MapInfo File", os.path.join(HERE, "seamless", place + ".tab"), source], check=True)
with open(os.path.join(HERE, "seamless", "sent", "seamless.tab"), "a") as file:
    file.write('begin_metadata\n"\\IsSeamless" = "TRUE"\nend_metadata\n')
