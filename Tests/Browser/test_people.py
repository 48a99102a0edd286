"""Who may do what, in which language, with which hands."""

import re

import served


def test_a_wrong_password_is_refused_in_words(visit):
    it = visit()
    it.page.goto(it.base + "/sign-in")
    it.page.locator("input[name=name]").fill(served.OFFICER)
    it.page.locator("input[name=password]").fill("not-the-password")
    it.page.locator("form button[type=submit]").first.click()
    it.page.locator("[role=alert]").wait_for()
    assert it.context.request.get(it.base + "/ledger", max_redirects=0).status == 303


def test_without_signing_in_nothing_is_shown(visit):
    it = visit()
    for path in ("/", "/map", "/ledger", "/entries/1", "/import", "/batches", "/layers", "/system", "/map/list"):
        answer = it.context.request.get(it.base + path, max_redirects=0)
        assert (answer.status, answer.headers["location"].split("?")[0]) == (303, "/sign-in"), path
    assert it.context.request.get(it.base + "/tiles/entries/0/0/0.mvt").status == 401


def test_a_town_officer_sees_his_own_unit_only(visit, officer):
    town = visit()
    town.sign_in(served.TOWN)
    mine = town.context.request.get(town.base + "/api/entries").json()
    all_of_county = officer.context.request.get(officer.base + "/api/entries").json()
    assert 0 < mine["total"] < all_of_county["total"]
    units = {it["unit"] for it in mine["entries"]}
    assert len(units) == 1
    foreign = next(it["number"] for it in all_of_county["entries"] if it["unit"] not in units)
    for path in (f"/entries/{foreign}", f"/map/entries/{foreign}", f"/api/entries/{foreign}", f"/api/entries/{foreign}/geometry"):
        assert town.context.request.get(town.base + path).status == 404, path
    tile = town.context.request.get(town.base + "/tiles/entries/0/0/0.mvt")
    whole = officer.context.request.get(officer.base + "/tiles/entries/0/0/0.mvt")
    assert foreign.encode() in whole.body() and foreign.encode() not in tile.body()
    for path in ("/import", "/batches", "/ledger/export?format=csv"):
        assert town.context.request.get(town.base + path).status in (403, 404), path


def test_a_leader_reads_everything_and_signs_nothing(visit):
    it = visit()
    it.sign_in(served.LEADER)
    page = it.open("/ledger")
    page.locator("table.ledger tbody tr th a").first.click()
    page.locator("section.card").first.wait_for()
    assert page.locator("form[action$='/sign']").count() == 0


def test_every_page_is_in_english_when_asked(officer):
    for path in ("/", "/map", "/ledger", "/import", "/batches", "/layers", "/plan", "/system"):
        page = officer.open(path + "?lang=en")
        assert page.locator("html").get_attribute("lang") == "en"
        menu = page.locator("nav.menu").inner_text()
        assert not re.search(r"[一-鿿]", menu), f"{path}: {menu}"
    officer.open("/?lang=zh")
    assert officer.page.locator("html").get_attribute("lang") == "zh-CN"


def focused(page):
    return page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def tab_to(page, selector, limit=120):
    """Presses Tab until the element has the focus."""
    for _ in range(limit):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no way to {selector} by Tab; the focus is at {focused(page)}")


def test_the_main_job_is_done_with_the_keyboard_alone(visit):
    it = visit()
    page = it.open("/sign-in")
    tab_to(page, "input[name=name]")
    page.keyboard.type(served.OFFICER)
    page.keyboard.press("Tab")
    page.keyboard.type(served.PASSWORD)
    page.keyboard.press("Enter")
    page.locator("nav.menu").wait_for()

    # To the map, into the list, and to the entry
    tab_to(page, "nav.menu a[href='/map']")
    page.keyboard.press("Enter")
    page.locator("html[data-ready=map]").wait_for(state="attached")
    page.locator("#map-list:not([aria-busy]) button[data-number]").first.wait_for()
    page.wait_for_timeout(500)
    tab_to(page, "#map-filter select[name=stage]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(800)
    tab_to(page, "#map-list button[data-number]")
    page.keyboard.press("Enter")
    page.locator("#map-panel h2").wait_for()
    page.wait_for_timeout(600)
    tab_to(page, "#map-panel a.button")
    page.keyboard.press("Enter")

    # Sign
    page.locator("form[action$='/sign']").wait_for()
    tab_to(page, "form[action$='/sign'] button[type=submit]")
    page.keyboard.press("Enter")
    page.locator(".badge.large").wait_for()


def test_the_map_itself_moves_by_keyboard(officer):
    page = officer.map()
    before = page.url
    page.locator("#map").focus()
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(1000)
    assert page.url != before
