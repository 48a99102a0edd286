"""The main job: a batch comes in, is looked at, registered, found, understood, signed and exported."""

import csv
import io
import json
import re
import zipfile

import pytest

import batches


@pytest.fixture(scope="module")
def centre(home):
    """A place within the county: the ground of one of its entries."""
    import served
    entries = json.loads(served.run("ledger", "list", "--json", "--limit", "1", "--order", "area", "--descending", home=home))
    return entries[0]["number"]


def position_of(visit, number):
    """The first position of an entry's ground."""
    feature = visit.context.request.get(f"{visit.base}/api/entries/{number}/geometry").json()
    ring = feature["geometry"]["coordinates"]
    while isinstance(ring[0], list):
        ring = ring[0]
    return ring


def drop(page, path):
    """Drops a file on the page's drop zone, as a mouse does."""
    data = page.evaluate_handle(
        """([name, bytes]) => { const all = new DataTransfer();
           all.items.add(new File([Uint8Array.from(atob(bytes), (it) => it.charCodeAt(0))], name)); return all; }""",
        [path.name, __import__("base64").b64encode(path.read_bytes()).decode()])
    page.dispatch_event(".dropzone", "dragover", {"dataTransfer": data})
    page.dispatch_event(".dropzone", "drop", {"dataTransfer": data})


def import_and_register(page, take_in):
    """From the import page to the registered batch; `take_in` chooses or drops the file. Gives the batch's address."""
    take_in()
    page.locator("form[action$='/start'] button[type=submit]").click()
    asked = page.locator("main [role=alert]:visible, #question")
    page.locator("main .tiles, main [role=alert]:visible, #question").first.wait_for(timeout=60_000)
    assert asked.count() == 0, page.locator("main").inner_text()
    return page.url


def test_a_dropped_zip_becomes_entries_that_are_found_read_signed_and_exported(officer, centre, tmp_path):
    x, y = position_of(officer, centre)
    features = batches.patches([batches.square(x + 0.004, y + 0.004, 150), batches.bow_tie(x + 0.008, y + 0.004, 150)])
    file = batches.shapefile_zip(tmp_path, "2019Q3", features)

    # Drag it in, see the remarks
    page = officer.open("/import")
    import_and_register(page, lambda: drop(page, file))
    assert page.locator(".tiles strong").first.inner_text() == "2"
    assert page.locator("table.remark-rows tbody tr").count() >= 1, "the ring that crosses itself is remarked"

    # Register it
    page.locator("form[action$='/register'] button[type=submit]").click()
    page.locator("a.button.primary[href*='/ledger?batch=']").wait_for(timeout=60_000)
    page.locator("a.button.primary[href*='/ledger?batch=']").click()

    # Find it in the ledger
    page.locator("table.ledger tbody tr").first.wait_for()
    number = page.locator("table.ledger tbody tr th a").first.inner_text()

    # Find it on the map
    page = officer.map()
    page.locator("#map-q").fill(number)
    page.locator("#map-find button").click()
    page.locator("#map-panel h2", has_text=number).wait_for()
    page.locator("#map-list button[aria-current]", has_text=number).wait_for()
    assert f"entry={number}" in page.url

    # Read why
    page.locator("#map-panel a.button").click()
    page.locator(".card dl.facts-head").wait_for()
    assert page.locator("dl.facts-head dd").nth(1).inner_text().strip(), "the clause stands on the page"
    assert page.locator("table.findings tbody").count() >= 1
    page.locator("#entry-map[data-ready=map]").wait_for()

    # Sign
    page.locator("form[action$='/sign'] button[type=submit]").click()
    page.locator(".verdict-line", has=page.locator(".badge.large")).wait_for()

    # Export what is shown and open the file
    page = officer.open("/ledger?q=TEST9001")
    page.locator("form.export select[name=format]").select_option("csv")
    with page.expect_download() as download:
        page.locator("form.export button[type=submit]").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert any(number in cell for row in rows for cell in row)


def test_the_exported_spreadsheet_is_a_whole_xlsx_with_every_entry_shown(officer):
    page = officer.open("/ledger")
    total = int(page.locator(".page-head .lead strong").first.inner_text().replace(",", ""))
    page.locator("form.export select[name=format]").select_option("xlsx")
    with page.expect_download() as download:
        page.locator("form.export button[type=submit]").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert total <= sheet.count("<row ") <= total + 3, "one row an entry, besides headings"


def test_the_same_file_twice_is_one_batch(officer, centre, tmp_path):
    x, y = position_of(officer, centre)
    file = batches.shapefile_zip(tmp_path, "twice", batches.patches([batches.square(x - 0.004, y - 0.004, 120)], start=9101))
    page = officer.open("/import")
    first = import_and_register(page, lambda: page.locator("#file").set_input_files(file))
    page = officer.open("/import")
    again = import_and_register(page, lambda: page.locator("#file").set_input_files(file))
    assert again.split("?")[0] == first.split("?")[0]
    assert page.locator(".notice[role=status]").count() == 1, "the page says that the file was known"


def test_a_batch_is_taken_back_before_it_is_registered(officer, centre, tmp_path):
    x, y = position_of(officer, centre)
    file = batches.shapefile_zip(tmp_path, "wrong", batches.patches([batches.square(x, y - 0.006, 120)], start=9201))
    page = officer.open("/import")
    import_and_register(page, lambda: page.locator("#file").set_input_files(file))
    page.locator("details:has(form[action$='/withdraw']) summary").click()
    page.locator("input[name=reason]").fill("发错了季度")
    page.locator("form[action$='/withdraw'] button").click()
    page.locator(".badge.batch-withdrawn").wait_for()
    officer.open("/ledger?q=TEST9201")
    assert page.locator("table.ledger").count() == 0


def test_a_file_that_is_no_map_is_refused_in_words_and_nothing_is_kept(officer, tmp_path):
    file = tmp_path / "letter.zip"
    file.write_bytes(b"PK\x05\x06" + bytes(18))
    page = officer.open("/import")
    page.locator("#file").set_input_files(file)
    page.locator("form[action$='/start'] button[type=submit]").click()
    message = page.locator("main [role=alert]:visible")
    message.wait_for(timeout=30_000)
    assert re.search(r"[一-鿿]{4}", message.inner_text())
    page = officer.open("/batches")
    assert page.get_by_text("letter.zip").count() == 0
