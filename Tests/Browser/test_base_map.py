"""外部底图: tiles of other services under the map, from the hosts the operator named and no others."""

import http.server
import struct
import threading
import urllib.parse
import zlib

import pytest

import conftest
import served


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def green_tile():
    """A PNG of 256 by 256 pixels, all of one green."""
    rows = (b"\0" + bytes([0x2E, 0x8B, 0x57]) * 256) * 256
    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class TileServer:
    """Answers every address with the green tile and remembers what was asked; sends no CORS header, as most services do not."""

    def __enter__(self):
        asked = self.asked = []
        picture = green_tile()

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.end_headers()
                self.wfile.write(picture)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}"
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def tiles():
    with TileServer() as server:
        yield server


@pytest.fixture(scope="module")
def site(home, tiles):
    maps = (
        f"name=影像;url={tiles.origin}/xyz/{{z}}/{{x}}/{{y}}.png;credit=本局影像",
        f"name=天地图;url={tiles.origin}/img_w/wmts?tk=KEY;layer=img;credit=天地图 审图号",
        f"name=经纬度;url={tiles.origin}/vec_c/wmts;layer=vec;set=c",
    )
    with served.Server(home, *(word for it in maps for word in ("--base-map", it))) as server:
        yield server


@pytest.fixture
def map_page(browser, site):
    visit = conftest.Visit(browser, site.base)
    visit.sign_in()
    page = visit.map()
    yield page
    assert not visit.wrong, visit.wrong
    visit.context.close()


def switch_on(page, title):
    page.locator("#map-layers li", has_text=title).locator("input").check()


def test_the_content_policy_admits_pictures_of_the_named_host_alone(site, browser, tiles):
    page = conftest.Visit(browser, site.base).page
    policy = page.goto(site.base + "/sign-in").headers["content-security-policy"]
    pictures = next(it for it in policy.split("; ") if it.startswith("img-src")).split()
    assert pictures == ["img-src", "'self'", "data:", "blob:", tiles.origin]
    assert tiles.origin not in policy.replace(" ".join(pictures), "")
    page.context.close()


def test_tiles_by_zoom_column_and_row_are_fetched_and_drawn(map_page, tiles):
    with map_page.expect_response(lambda it: "/xyz/" in it.url) as answer:
        switch_on(map_page, "影像")
    assert answer.value.ok
    zoom, column, row = urllib.parse.urlparse(answer.value.url).path.removeprefix("/xyz/").removesuffix(".png").split("/")
    assert 0 <= int(column) < 2 ** int(zoom) and 0 <= int(row) < 2 ** int(zoom)
    map_page.wait_for_timeout(600)
    frame = map_page.locator("#map").bounding_box()
    corner = {"x": frame["x"] + frame["width"] * 0.5, "y": frame["y"] + 12, "width": 4, "height": 4}
    assert bytes([0x2E, 0x8B, 0x57]) in raw_pixels(map_page.screenshot(clip=corner))
    assert map_page.locator("#map", has_text="本局影像").count() == 1


def raw_pixels(png):
    """The bytes of a small PNG's rows; the first pixel of an unfiltered or left-filtered row is as it is."""
    body, at = b"", 8
    while at < len(png):
        size = struct.unpack(">I", png[at:at + 4])[0]
        if png[at + 4:at + 8] == b"IDAT":
            body += png[at + 8:at + 8 + size]
        at += size + 12
    return zlib.decompress(body)


@pytest.mark.parametrize("title,layer,matrix", [("天地图", "img", "w"), ("经纬度", "vec", "c")])
def test_a_wmts_is_asked_in_its_own_words(map_page, tiles, title, layer, matrix):
    with map_page.expect_response(lambda it: f"_{matrix}/wmts" in it.url) as answer:
        switch_on(map_page, title)
    asked = {name.upper(): values[0] for name, values in urllib.parse.parse_qs(urllib.parse.urlparse(answer.value.url).query).items()}
    assert asked["REQUEST"] == "GetTile" and asked["LAYER"] == layer and asked["TILEMATRIXSET"] == matrix
    assert 1 <= int(asked["TILEMATRIX"]) <= 18
    if matrix == "w":
        assert asked["TK"] == "KEY"


def test_no_foreign_tile_is_asked_before_an_officer_switches_it_on(browser, site, tiles):
    visit = conftest.Visit(browser, site.base)
    visit.sign_in()
    before = len(tiles.asked)
    page = visit.map()
    page.wait_for_timeout(500)
    assert len(tiles.asked) == before and not visit.wrong
    visit.context.close()
