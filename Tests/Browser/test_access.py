"""Every page passes axe: labels, contrast, order, roles."""

import pytest
from axe_playwright_python.sync_playwright import Axe


def complaints(page):
    result = Axe().run(page)
    return [f"{it['id']} ({it['impact']}): {it['help']} — " + "; ".join(node["html"][:120] for node in it["nodes"][:3])
            for it in result.response["violations"]]


@pytest.mark.parametrize("path", ["/", "/ledger", "/ledger?q=nothing-has-this-name", "/import", "/batches", "/layers", "/plan", "/system"])
def test_axe_finds_nothing_to_complain_of(officer, path):
    page = officer.open(path)
    assert complaints(page) == []


def test_axe_on_the_sign_in_page(visit):
    assert complaints(visit().open("/sign-in")) == []


def test_axe_on_the_map_with_an_entry_chosen(officer):
    page = officer.map()
    page.locator("#map-list button[data-number]").first.click()
    page.locator("#map-panel h2").wait_for()
    page.wait_for_timeout(600)
    assert complaints(page) == []


def test_axe_on_an_entry(officer):
    page = officer.open("/ledger")
    page.locator("table.ledger tbody tr th a").first.click()
    page.locator("section.card").first.wait_for()
    assert complaints(page) == []


def test_axe_on_a_batch(officer):
    page = officer.open("/batches")
    page.locator("main a[href^='/batches/']").first.click()
    page.locator("#remarks").wait_for()
    assert complaints(page) == []


def test_axe_on_an_error(officer):
    page = officer.page
    page.goto(officer.base + "/entries/no-such-entry")
    assert complaints(page) == []
