"""Fixtures of the browser tests. A test fails on any script error and on any breach of the content policy."""

import os
import pathlib

import pytest
from playwright.sync_api import sync_playwright

import served

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell")


def pytest_configure(config):
    for path, remedy in ((served.PROGRAM, "swift build"), (pathlib.Path(CHROMIUM), "tools/setup/setup.sh test")):
        if not pathlib.Path(path).exists():
            pytest.exit(f"{path} is missing: run {remedy}", returncode=3)


@pytest.fixture(scope="session")
def home(tmp_path_factory):
    """A small demonstration county with accounts of the tests; a copy of $LANDLEDGER_TEST_HOME when one is made already."""
    home = tmp_path_factory.mktemp("county") / "demo"
    if ready := os.environ.get("LANDLEDGER_TEST_HOME"):
        served.copy(pathlib.Path(ready), home)
    else:
        served.run("demo", "--parcels", "3000", "--patches", "60", home=home)
    unit = served.unit_with_entries(home)
    for name, role, more in ((served.OFFICER, "enforcement", []), (served.LEADER, "leader", []), (served.TOWN, "town", ["--unit", unit])):
        served.run("account", "add", name, "--title", name, "--role", role, *more, home=home, stdin=served.PASSWORD + "\n")
    return home


@pytest.fixture(scope="session")
def server(home):
    with served.Server(home) as server:
        yield server


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


class Visit:
    """One person's browser: a page, and what went wrong in it."""

    def __init__(self, browser, base, width=1366, height=768):
        self.base = base
        self.wrong = []
        self.context = browser.new_context(
            locale="zh-CN", timezone_id="Asia/Shanghai", viewport={"width": width, "height": height}, accept_downloads=True)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on("console", self.heard)

    def heard(self, message):
        if message.type == "error" and "Content Security Policy" in message.text:
            self.wrong.append(f"policy: {message.text}")

    def open(self, path):
        answer = self.page.goto(self.base + path)
        assert answer.status < 400, f"{path} answered {answer.status}"
        return self.page

    def sign_in(self, name=served.OFFICER, password=served.PASSWORD):
        page = self.open("/sign-in")
        page.locator("input[name=name]").fill(name)
        page.locator("input[name=password]").fill(password)
        page.locator("main form button[type=submit], form button[type=submit]").first.click()
        return page

    def map(self, query=""):
        page = self.open("/map" + query)
        page.locator("html[data-ready=map]").wait_for(state="attached", timeout=30_000)
        page.locator("#map-list .map-summary").wait_for()
        return page


@pytest.fixture
def visit(browser, server):
    """Makes visits; all of them must end without errors."""
    visits = []

    def make(**size):
        visits.append(Visit(browser, server.base, **size))
        return visits[-1]

    yield make
    for it in visits:
        it.context.close()
    wrong = [line for it in visits for line in it.wrong]
    assert not wrong, "\n".join(wrong)


@pytest.fixture
def officer(visit):
    it = visit()
    it.sign_in()
    return it
