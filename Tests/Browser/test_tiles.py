"""Our tiles, read by a decoder nobody here wrote (mapbox-vector-tile over Google's protobuf), which first proves itself on mvt-fixtures."""

import json
import math
import os
import pathlib
import warnings

import mapbox_vector_tile
import pytest
from mapbox_vector_tile.Mapbox import vector_tile_pb2
from shapely.geometry import shape

import served

warnings.filterwarnings("ignore", category=UserWarning)
SHARED = pathlib.Path(os.environ.get("LANDLEDGER_SHARED", served.ROOT.parent / "shared")) / "data/mvt-fixtures/fixtures"
EXTENT, MARGIN = 4096, 128


def commands(geometry):
    """Rings of a polygon's command stream as the specification's section 4.3 reads it; fails on anything it forbids."""
    rings, x, y, i = [], 0, 0, 0
    while i < len(geometry):
        kind, count = geometry[i] & 7, geometry[i] >> 3
        i += 1
        if kind == 7:
            assert count == 1 and len(rings[-1]) >= 3, "ClosePath ends a ring of at least three points"
            continue
        assert (kind, count) == (1, 1) or kind == 2 and count > 0
        for _ in range(count):
            x += (geometry[i] >> 1) ^ -(geometry[i] & 1)
            y += (geometry[i + 1] >> 1) ^ -(geometry[i + 1] & 1)
            i += 2
            if kind == 1:
                rings.append([])
            rings[-1].append((x, y))
    return rings


def doubled(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))


def check(data):
    """What the specification asks of a tile; gives its layers as the decoder understands them."""
    tile = vector_tile_pb2.tile()
    tile.ParseFromString(data)
    assert len({layer.name for layer in tile.layers}) == len(tile.layers)
    for layer in tile.layers:
        assert layer.version == 2 and layer.extent == EXTENT and layer.name and layer.features
        ids = [it.id for it in layer.features if it.HasField("id")]
        assert len(set(ids)) == len(ids), "ids are unique within their layer"
        assert len(set(layer.keys)) == len(layer.keys)
        for feature in layer.features:
            assert len(feature.tags) % 2 == 0
            assert all(key < len(layer.keys) for key in feature.tags[::2]) and all(it < len(layer.values) for it in feature.tags[1::2])
            if feature.type == 1:
                continue
            assert feature.type == 3
            rings = commands(feature.geometry)
            assert doubled(rings[0]) > 0, "the first ring is an outer one"
            for ring in rings:
                assert doubled(ring) != 0 and ring[0] != ring[-1]
                assert all(a != b for a, b in zip(ring, ring[1:]))
                assert all(-MARGIN - 8 <= v <= EXTENT + MARGIN + 8 for point in ring for v in point)
    return mapbox_vector_tile.decode(data, default_options={"y_coord_down": True})


def tiles_over(box, zooms):
    west, south, east, north = box
    for zoom in zooms:
        count = 1 << zoom
        column = lambda longitude: int((longitude + 180) / 360 * count)  # noqa: E731
        row = lambda latitude: int((1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2 * count)  # noqa: E731
        columns, rows = range(column(west), column(east) + 1), range(row(north), row(south) + 1)
        for x in columns[:: max(1, len(columns) // 3)]:
            for y in rows[:: max(1, len(rows) // 3)]:
                yield zoom, x, y


def fetch(officer, template, tile):
    zoom, x, y = tile
    answer = officer.context.request.get(officer.base + template.replace("{z}", str(zoom)).replace("{x}", str(x)).replace("{y}", str(y)))
    assert answer.status in (200, 204)
    return answer.body() if answer.status == 200 else b""


def setup_of(officer):
    return json.loads(officer.map().locator("#map").get_attribute("data-setup"))


def test_every_layer_is_drawn_by_the_specification_at_every_zoom(officer):
    setup = setup_of(officer)
    seen = 0
    for layer in setup["layers"]:
        for tile in tiles_over(setup["home"], (0, 6, 9, 11, 13, 15, 17)):
            if data := fetch(officer, layer["tiles"], tile):
                decoded = check(data)
                assert set(decoded) <= {"features", "labels"}
                seen += len(decoded.get("features", {}).get("features", []))
    assert seen > 1000


def test_parcels_of_the_survey_cover_the_tile_once(officer):
    """The survey is a partition: inside it the parcels' areas add up to the tile with its margin, and none is invalid by more than a pixel."""
    setup = setup_of(officer)
    survey = next(it for it in setup["layers"] if it["layer"] == "survey")
    west, south, east, north = setup["home"]
    middle = ((west + east) / 2, (south + north) / 2)
    for zoom in (15, 16, 17):  # tiles that lie inside a small county with their margin
        (tile,) = list(tiles_over((*middle, *middle), (zoom,)))
        features = check(fetch(officer, survey["tiles"], tile))["features"]["features"]
        area = sum(shape(it["geometry"]).area for it in features)
        assert area == pytest.approx((EXTENT + 2 * MARGIN) ** 2, rel=1e-3), zoom


def test_entries_keep_their_words(officer):
    setup = setup_of(officer)
    entries = json.loads(served.run("ledger", "list", "--json", "--limit", "2000", home=officer.home)) if hasattr(officer, "home") else None
    numbers = set()
    for tile in tiles_over(setup["home"], (10,)):
        if data := fetch(officer, setup["entries"], tile):
            for feature in check(data)["entries"]["features"]:
                assert {"number", "stage", "verdict", "unit", "mu"} == set(feature["properties"])
                numbers.add(feature["properties"]["number"])
    assert numbers
    if entries is not None:
        assert numbers <= {it["number"] for it in entries}


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"mvt-fixtures: no folder {SHARED}")
def test_the_decoder_reads_the_fixtures_rightly():
    read = 0
    for folder in sorted(SHARED.iterdir()):
        info = json.loads((folder / "info.json").read_text())
        if not (info["validity"].get("v1") and info["validity"].get("v2")):
            continue
        tile = vector_tile_pb2.tile()
        tile.ParseFromString((folder / "tile.mvt").read_bytes())
        told = json.loads((folder / "tile.json").read_text()).get("layers", [])
        assert [it.name for it in tile.layers] == [it["name"] for it in told], folder.name
        for layer, it in zip(tile.layers, told):
            assert list(layer.keys) == it.get("keys", []), folder.name
            assert len(layer.features) == len(it.get("features", [])), folder.name
            for feature, described in zip(layer.features, it.get("features", [])):
                assert feature.id == described.get("id", 0), folder.name
                assert list(feature.tags) == described.get("tags", []), folder.name
                assert list(feature.geometry) == described.get("geometry", []), folder.name
        read += 1
    assert read == 46
