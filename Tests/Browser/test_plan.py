"""The plan: read, searched, printed; a new version sent, tried on the ledger and put in force, while the server runs."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

import served
from test_pages import wider_than_the_window

REVISED = ("title: 举证不足，不能判定, kind: 待举证", "title: 举证不足，退回补证, kind: 退回补证")


@pytest.fixture(scope="module")
def own(browser, home, tmp_path_factory):
    """A server of its own, for the plan it serves is changed."""
    place = served.copy(home, tmp_path_factory.mktemp("plan") / "demo")
    with served.Server(place) as server:
        yield server


@pytest.fixture
def visitor(browser, own):
    from conftest import Visit
    visits = []

    def make(name=served.OFFICER, **size):
        visits.append(Visit(browser, own.base, **size))
        visits[-1].sign_in(name)
        return visits[-1]

    yield make
    for it in visits:
        it.context.close()
    assert not [line for it in visits for line in it.wrong]


def text_in_force(it):
    page = it.open("/plan")
    link = page.locator("a[href^='/plan/texts/']").first.get_attribute("href")
    return it.context.request.get(it.base + link).body().decode()


def send(it, text, name="zhoucun-2019.yaml"):
    page = it.open("/plan")
    page.locator("#file").set_input_files({"name": name, "mimeType": "application/yaml", "buffer": text.encode()})
    page.wait_for_url("**/plan/drafts/**", timeout=30_000)
    return page


def head(it):
    return it.context.request.get(it.base + "/api/head").json()


def complaints(page):
    return [(it["id"], it["nodes"][0]["html"][:160]) for it in Axe().run(page).response["violations"]]


def test_the_plan_is_read_in_outline_tables_and_schedule(visitor):
    page = visitor().open("/plan")
    assert page.locator(".menu a[aria-current]").inner_text() == "方案"
    assert page.locator(".plan-outline li").count() > 200
    assert page.locator("table.plan-table tbody tr").count() > 10
    assert page.locator(".plan-dues tbody tr").count() > 5
    assert page.locator(".plan-chart polygon").count() > 0
    # a clause is a link to the very line
    clause = page.locator(".plan-outline a.plan-clause").nth(20)
    clause.click()
    assert page.evaluate("location.hash && !!document.querySelector(':target')")
    assert complaints(page) == []


def test_words_are_found_on_the_page(visitor):
    page = visitor().open("/plan")
    everything = page.locator("[data-find]:not(.hidden)").count()
    page.locator(".plan-search input").fill("永久基本农田")
    page.locator(".plan-search [role=status]", has_text=re.compile(r"\d+")).wait_for()
    left = page.locator("[data-find]:not(.hidden)")
    assert 0 < left.count() < everything
    page.locator(".plan-search input").fill("此词本页没有")
    page.locator(".plan-search [role=status]", has_text="0").wait_for()
    assert left.count() == 0
    page.locator(".plan-search input").press("Escape")
    page.wait_for_timeout(100)
    assert left.count() == everything


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_plan_fits_a_phone(visitor, language):
    it = visitor(width=360, height=740)
    page = it.open("/plan?lang=" + language)
    assert wider_than_the_window(page) == []
    assert page.locator("html").get_attribute("lang")[:2] == language


def test_on_paper_the_contents_stay_away(visitor):
    page = visitor().open("/plan")
    page.emulate_media(media="print")
    assert not page.locator(".plan-contents").is_visible() and page.locator(".plan-outline").is_visible()
    assert not page.locator(".dropzone").is_visible()


def test_a_plan_with_errors_is_refused_with_line_rule_and_remedy(visitor):
    it = visitor()
    before = head(it)
    text = text_in_force(it)
    page = send(it, text.replace("verdict: legal", "verdict: lawful", 1))
    row = page.locator("tr", has_text="value-must-be-one-of").first
    line = next(place for place, words in enumerate(text.splitlines(), 1) if "verdict: legal" in words)
    assert f"zhoucun-2019.yaml:{line}:" in row.inner_text()
    assert "lawful" in row.inner_text()
    assert page.locator("form[action$='/try']").count() == 0
    assert complaints(page) == []
    assert head(it) == before


def test_another_role_looks_and_no_more(visitor):
    it = visitor(served.LEADER)
    page = it.open("/plan")
    assert page.locator(".dropzone").count() == 0
    assert page.locator("#history").count() == 1


def test_a_version_is_tried_and_put_in_force_without_a_restart(visitor):
    it, other = visitor(), visitor(served.TOWN)
    before = head(it)
    page = send(it, text_in_force(it).replace(*REVISED))
    assert page.locator(".plan-unit").count() > 0
    assert complaints(page) == []
    page.locator("form[action$='/try'] button").click()
    page.wait_for_url("**/plan/trials/**", timeout=60_000)
    assert "退回补证" in page.locator("main").inner_text()
    counted = int(re.search(r"：([\d,]+) 个会变化", page.locator("[role=status]").inner_text()).group(1).replace(",", ""))
    assert counted > 0
    assert wider_than_the_window(page) == []
    assert complaints(page) == []
    assert head(it) == before, "nothing changes before the act"

    page.locator("input[name=reason]").fill("专题会议修订")
    page.locator("form[action$='/activate'] button").click()
    page.locator(".notice.good", has_text="已启用").wait_for(timeout=60_000)
    rows = it.open("/plan").locator("#history ~ .table-frame tbody tr")
    assert rows.count() == 2 and "专题会议修订" in rows.first.inner_text()
    assert "退回补证" in text_in_force(it)
    # another person's open session works by the new version at once
    assert "退回补证" in other.open("/plan").locator(".plan-outline").inner_text()
    served.run("verify", home=own_home(it))


def own_home(it):
    return own_home.of[it.base]


@pytest.fixture(autouse=True)
def remember(own):
    own_home.of = {own.base: own.home}


def test_a_version_put_in_force_from_the_command_line_is_taken_up_by_the_running_server(visitor, own, tmp_path):
    it = visitor()
    text = text_in_force(it).replace("title: 举证不足，退回补证", "title: 举证不足，发回重报")
    file = tmp_path / "zhoucun-2019.yaml"
    file.write_text(text, encoding="utf-8")
    trial = served.run("plan", "activate", str(file), "--dry-run", "--as", served.OFFICER, home=own.home)
    assert "举证不足" not in it.open("/plan").locator("#history ~ .table-frame").inner_text() and trial
    served.run("plan", "activate", str(file), "--reason", "更正用语", "--as", served.OFFICER, home=own.home)
    assert "发回重报" in it.open("/plan").locator(".plan-outline").inner_text()
    assert served.run("plan", "history", home=own.home).count("zhoucun-2019") >= 3
    assert served.run("plan", "history", "--text", "3", home=own.home) == text
