"""Every page on a phone, in both languages; filters that lead somewhere; the way back on the map."""

import re

import pytest

PAGES = ["/", "/map", "/ledger", "/ledger?q=nothing-has-this-name", "/ledger?unit=none", "/ledger?stage=nonsense", "/import", "/batches",
         "/layers", "/plan", "/system", "/entries/no-such-entry"]
HAN = re.compile(r"[一-鿿]")


def first_of(visit, kind):
    """The address of an entry with a proposal, or of a batch with remarks."""
    ask = lambda path: visit.context.request.get(visit.base + path).json()  # noqa: E731
    if kind == "entry":
        return "/entries/" + ask("/api/entries?stage=proposed&sort=area&desc=1")["entries"][0]["number"]
    return "/batches/" + max(ask("/api/batches"), key=lambda it: it["batch"]["remarks"])["batch"]["id"]


def wider_than_the_window(page):
    return page.evaluate("""() => {
        if (document.documentElement.scrollWidth <= innerWidth) return [];
        return [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > innerWidth + 1)
            .slice(0, 5).map((it) => it.outerHTML.slice(0, 120));
    }""")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_runs_over_the_side_of_a_phone(visit, language):
    it = visit(width=360, height=740)
    it.page.goto(f"{it.base}/sign-in?lang={language}")
    assert wider_than_the_window(it.page) == [], "sign-in"
    it.sign_in()
    for path in PAGES + [first_of(it, "entry"), first_of(it, "batch")]:
        it.page.goto(it.base + path)
        it.page.wait_for_load_state("networkidle")
        assert wider_than_the_window(it.page) == [], path


def test_chinese_of_the_plan_stands_on_no_english_page_unmarked(officer):
    """Headings, choices, marks and facts are the program's or the plan's words; places, units and files are data."""
    for path in ("/?lang=en", "/ledger", first_of(officer, "entry"), "/layers", "/plan"):
        page = officer.open(path)
        words = page.locator("th[scope=col], h1, h2, .tag, .badge, .facts tbody th, dt, label, .facts-head dd").all()
        for it in words:
            if it.evaluate("it => !!it.querySelector('[lang=zh], select') || !!it.closest('[lang=zh], .attributes')"):
                continue
            assert not HAN.search(it.inner_text()), f"{path}: {it.inner_text()}"
    officer.open("/?lang=zh")


def test_clues_without_ground_open_as_the_same_clues_in_the_ledger(officer):
    page = officer.map()
    counted = int(re.search(r"\d[\d,]*", page.locator(".map-groundless summary").inner_text()).group().replace(",", ""))
    page.locator(".map-groundless summary").click()
    page.locator(".map-groundless a").click()
    page.locator("table.ledger").wait_for()
    assert "ground=none" in page.url
    assert int(page.locator(".page-head .lead strong").first.inner_text().replace(",", "")) == counted


def test_the_link_to_the_ledger_follows_the_filter_of_the_map(officer):
    page = officer.map()
    page.locator("#map-filter select[name=verdict]").select_option("illegal")
    page.wait_for_timeout(300)
    page.locator("#map-as-table").click()
    page.locator("table.ledger").wait_for()
    assert "verdict=illegal" in page.url


def test_a_map_opened_elsewhere_says_so_and_leads_back_to_the_county(officer):
    page = officer.map("#15.00/87.60000/43.80000")
    page.locator("#map-away", has_text="不在本县区").wait_for()
    page.locator(".map-home button").click()
    page.locator("#map-away:empty").wait_for(state="attached")
    page.locator("#map-list:not([aria-busy]) button[data-number]").first.wait_for()


def test_the_map_of_an_entry_is_drawn_without_a_complaint(officer):
    said = []
    officer.page.on("console", lambda message: said.append(message.text))
    page = officer.open(first_of(officer, "entry"))
    page.locator("#entry-map[data-ready=map]").wait_for()
    assert not [it for it in said if "width or height are 0" in it]


def test_a_layer_version_is_tried_on_the_ledger_before_anything_is_written(officer):
    head = lambda: officer.context.request.get(officer.base + "/api/head").json()  # noqa: E731
    before = head()
    page = officer.open("/layers")
    page.get_by_role("button", name="重判预演").first.click()
    page.wait_for_url("**/reassessments/**", timeout=30_000)
    assert re.search(r"共 [\d,]+ 个条目", page.locator("[role=status]").inner_text())
    # The county was judged with these very layers, so nobody's proposal would change, and there is nothing to write.
    assert page.get_by_text("没有条目的判定建议会变化。").is_visible()
    assert page.locator("main form").count() == 0
    assert wider_than_the_window(page) == []
    assert head() == before
