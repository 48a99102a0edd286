"""一张图: what is on the map is in the list, and every view is an address."""

import json

import pytest


def setup_of(page):
    return json.loads(page.locator("#map").get_attribute("data-setup"))


def test_an_entry_chosen_in_the_list_opens_its_panel_and_goes_into_the_address(officer):
    page = officer.map()
    row = page.locator("#map-list button[data-number]").first
    number = row.inner_text()
    row.click()
    page.locator("#map-panel h2", has_text=number).wait_for()
    assert f"entry={number}" in page.url
    again = officer.context.new_page()
    again.goto(page.url)
    again.locator("#map-panel h2", has_text=number).wait_for()


def test_a_click_on_the_ground_chooses_the_entry(officer):
    page = officer.map()
    row = page.locator("#map-list button[data-number]").first
    number = row.inner_text()
    row.click()
    page.locator("#map-panel [data-box]").wait_for()
    page.wait_for_timeout(800)
    page.locator("#map-panel [data-close]").click()
    assert not page.locator("#map-panel").is_visible()
    frame = page.locator("#map").bounding_box()
    page.mouse.click(frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
    page.locator("#map-panel h2").wait_for()
    assert page.locator("#map-panel h2").inner_text() == number


def test_the_filter_narrows_list_and_tiles_alike(officer):
    page = officer.map()
    with page.expect_request(lambda it: "/tiles/entries/" in it.url and "verdict=illegal" in it.url):
        page.locator("#map-filter select[name=verdict]").select_option("illegal")
    page.locator("#map-list:not([aria-busy]) .map-summary").wait_for()
    page.wait_for_timeout(500)
    assert "verdict=illegal" in page.url
    verdicts = set(page.locator("#map-list tbody td:nth-child(3)").all_inner_texts())
    assert verdicts == {"违法"}, verdicts


def test_layers_are_switched_with_their_versions_and_kept_in_the_address(officer):
    page = officer.map()
    setup = setup_of(page)
    layer = next(it for it in setup["layers"] if not it["base"])
    item = page.locator("#map-layers li", has_text=layer["title"]).filter(has_text=layer["version"]).first
    with page.expect_response(lambda it: "/tiles/layers/" in it.url) as answer:
        item.locator("input").check()
    assert answer.value.status in (200, 204)
    page.reload()
    page.locator("html[data-ready=map]").wait_for(state="attached")
    assert page.locator("#map-layers li", has_text=layer["title"]).filter(has_text=layer["version"]).first.locator("input").is_checked()


@pytest.mark.parametrize("text, longitude, latitude", [
    # Zone coordinates agree with PROJ 9.1: gdaltransform -s_srs EPSG:4527 -t_srs EPSG:4490, and EPSG:4498 for the 6° zone
    ("39512345.678, 4012345.678", 117.137345, 36.241474),
    ("4012345.678 39512345.678", 117.137345, 36.241474),
    ("20512345.6 3912345.1", 117.135802, 35.340206),
    ("36°14′29.31″ 117°8′14.44″", 117.137344, 36.241475),
    ("117.137345，36.241474", 117.137345, 36.241474),
])
def test_a_position_is_found_however_it_is_written(officer, text, longitude, latitude):
    page = officer.map()
    page.locator("#map-q").fill(text)
    page.locator("#map-find button").click()
    page.locator("#map-status:not(:empty)").wait_for()
    found = [float(it.rstrip("°")) for it in page.locator("#map-status").inner_text().split(", ")]
    assert found == pytest.approx([longitude, latitude], abs=2e-6)


def test_a_measured_area_is_the_area_the_ledger_would_record(officer):
    """A square of 0.01° at 36° N: 1 001 095 m² on the ellipsoid by the integral of the zone (GRS80 axes)."""
    ring = "117.00,36.00;117.01,36.00;117.01,36.01;117.00,36.01"
    answer = officer.context.request.get(f"{officer.base}/map/measure?ring={ring}")
    square_metres = float(answer.text().split("（")[1].split(" ")[0].replace(",", ""))
    assert square_metres == pytest.approx(zone_area(36.00, 36.01, 0.01), rel=2e-7)


def zone_area(south, north, width):
    """Area between two parallels on the ellipsoid, in closed form (Snyder 1987, eq. 3-12): independent of the program's."""
    import math
    a, f = 6378137.0, 1 / 298.257222101
    e = math.sqrt(f * (2 - f))

    def q(latitude):
        s = math.sin(math.radians(latitude))
        return s / (1 - e * e * s * s) + math.atanh(e * s) / e
    return a * a * (1 - e * e) / 2 * math.radians(width) * (q(north) - q(south))


def test_an_area_is_measured_by_clicking(officer):
    page = officer.map()
    page.locator("button[data-measure=area]").click()
    frame = page.locator("#map").bounding_box()
    x, y = frame["x"] + 200, frame["y"] + 200
    for dx, dy in ((0, 0), (120, 0), (120, 120)):
        page.mouse.click(x + dx, y + dy)
        page.wait_for_timeout(300)
    page.mouse.dblclick(x, y + 120)
    page.locator("#map-status", has_text="亩").wait_for()


def test_tiles_outside_the_pyramid_do_not_exist_and_empty_ones_have_no_content(officer):
    ask = lambda path: officer.context.request.get(officer.base + path)  # noqa: E731
    officer.open("/map")
    for path in ("/tiles/entries/3/8/0.mvt", "/tiles/entries/30/0/0.mvt", "/tiles/entries/3/-1/0.mvt", "/tiles/entries/3/a/0.mvt",
                 "/tiles/layers/nosuch%402019/3/0/0.mvt"):
        assert ask(path).status == 404, path
    assert ask("/tiles/entries/10/0/0.mvt").status == 204


def test_an_unchanged_tile_is_not_sent_again(officer):
    page = officer.map()
    with page.expect_response(lambda it: "/tiles/entries/" in it.url and it.status == 200) as answer:
        page.reload()
    url, tag = answer.value.url, answer.value.headers["etag"]
    assert officer.context.request.get(url, headers={"If-None-Match": tag}).status == 304
    layer = setup_of(page)["layers"][0]
    whole = officer.context.request.get(officer.base + layer["tiles"].replace("{z}", "0").replace("{x}", "0").replace("{y}", "0"))
    assert "immutable" in whole.headers["cache-control"] and whole.headers["etag"]


def test_clues_without_ground_are_counted_beside_the_map(officer):
    page = officer.map()
    page.locator(".map-groundless summary").click()
    page.locator(".map-groundless button[data-number]").first.click()
    page.locator("#map-panel", has_text="没有图形").wait_for()


def test_the_map_works_on_a_phone(visit):
    it = visit(width=390, height=844)
    it.sign_in()
    page = it.map()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs over the side"
    page.locator("#map-list button[data-number]").first.click()
    page.locator("#map-panel h2").wait_for()
