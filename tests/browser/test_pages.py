"""Every page in a real browser: nothing fails, nothing leaves the machine, nothing scrolls sideways.

Skipped, with the reason in pytest's summary, where no Chromium is found.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lake_case import LakeCase
from lake_held import make_held_case
from lake_infected import infect
from lake_story import make_story_case

from pactwatch.web.check import list_paths, run_server

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = next(
    (
        found
        for found in (
            os.environ.get("CHROMIUM", ""),
            *(shutil.which(name) or "" for name in ("chromium", "chromium-browser", "google-chrome")),
        )
        if found and Path(found).exists()
    ),
    None,
)
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="NO CHROMIUM FOUND: the pages were not opened in a browser; set CHROMIUM=/path"
)

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATHS = list_paths(LakeCase())
HELD = (
    "/positions",
    "/positions?actor=veyl",
    "/allegations",
    "/commitments",
    "/talks",
    "/provision/monitors",
)


@dataclass
class Seen:
    """What a page did while it was open."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with run_server(LakeCase()) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def open_page(browser: "sync_api.Browser", width: int = 1280, **context: object) -> "sync_api.Page":
    """A new page of its own context; ``context`` is Playwright's."""
    return browser.new_context(viewport={"width": width, "height": 800}, **context).new_page()


def watch(page: "sync_api.Page", address: str) -> Seen:
    """Notes every console message that is an error, every dialog, every request to another host."""
    seen = Seen()
    page.on("console", lambda message: seen.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", lambda dialog: (seen.errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on(
        "request", lambda asked: None if asked.url.startswith(address) else seen.elsewhere.append(asked.url)
    )
    page.on("response", lambda answer: seen.failed.append(answer.url) if answer.status >= 400 else None)
    return seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_without_an_error_and_asks_nobody_else(
    browser: "sync_api.Browser", address: str, scheme: str
) -> None:
    page = open_page(browser, color_scheme=scheme)
    seen = watch(page, address)
    for path in (*PATHS, "/charts/dead.svg", "/ledger?verify=1", "/?view=party:aldra&on=2031-04-01"):
        page.goto(address + path)
    page.context.close()
    assert (seen.errors, seen.elsewhere, seen.failed) == ([], [], [])


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_page_scrolls_sideways(browser: "sync_api.Browser", address: str, width: int) -> None:
    page = open_page(browser, width)
    wide = {}
    for path in PATHS:
        page.goto(address + path)
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            wide[path] = needed
    page.context.close()
    assert wide == {}


def test_a_number_opens_the_drawer_and_escape_gives_the_focus_back(
    browser: "sync_api.Browser", address: str
) -> None:
    page = open_page(browser)
    seen = watch(page, address)
    page.goto(f"{address}/figures/dead")
    number = page.get_by_role("link", name="at least 12")
    number.focus()
    page.keyboard.press("Enter")
    drawer = page.locator("#drawer")
    drawer.locator("blockquote").wait_for()
    assert "At least 12 people have been killed" in drawer.inner_text()
    assert page.url.endswith("/figures/dead")
    assert page.evaluate("document.activeElement.id") == "drawer-title"
    box = drawer.bounding_box()
    assert box and box["x"] + box["width"] == 1280 and box["height"] == 800
    assert "claims=" in (drawer.get_by_role("link", name="Open as a page").get_attribute("href") or "")
    page.keyboard.press("Escape")
    assert not drawer.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "at least 12"
    assert (seen.errors, seen.elsewhere, seen.failed) == ([], [], [])
    page.context.close()


def test_another_number_changes_the_open_drawer(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser)
    page.goto(f"{address}/figures/dead")
    page.get_by_role("link", name="at least 12").click()
    page.locator("#drawer blockquote").wait_for()
    page.get_by_role("link", name="some 15").click()
    page.locator("#drawer h3", has_text="some 15").wait_for()
    page.locator("#drawer-close").click()
    assert not page.locator("#drawer").is_visible()
    page.context.close()


def test_without_scripts_a_number_opens_a_page(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser, java_script_enabled=False)
    page.goto(f"{address}/figures/dead")
    page.get_by_role("link", name="at least 12").click()
    assert "/evidence?claims=" in page.url
    assert "At least 12 people have been killed" in page.locator("main").inner_text()
    page.context.close()


def test_without_scripts_the_view_and_the_filters_work(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser, java_script_enabled=False)
    page.goto(f"{address}/quotes")
    page.get_by_role("link", name="Aldra", exact=True).click()
    page.get_by_label("How").select_option("direct")
    page.get_by_role("button", name="Show").click()
    assert "view=party" in page.url and "form=direct" in page.url
    page.get_by_text("Day and filters").click()
    page.get_by_label("without digests").check()
    page.get_by_role("button", name="Apply").click()
    assert "without-digests=1" in page.url and "form=direct" in page.url and "view=party" in page.url
    assert "Digests are left out." in page.locator(".band").inner_text()
    page.context.close()


def test_the_keyboard_reaches_the_content_first(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_the_rail_is_a_menu_on_a_narrow_page(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser, 360)
    page.goto(address)
    assert not page.locator("#rail").is_visible()
    page.get_by_role("button", name="Pages").click()
    page.locator("#rail").get_by_role("link", name="Quotes").click()
    assert page.url.endswith("/quotes")
    page.context.close()


def test_targets_are_large_enough(browser: "sync_api.Browser", address: str) -> None:
    """24 by 24 pixels, links inside running text apart."""
    page = open_page(browser, 360)
    small = []
    for path in PATHS:
        page.goto(address + path)
        small += page.evaluate(
            """() => [...document.querySelectorAll(
                 'button, input:not([type=hidden]), select, summary, .chip, .views a, .rail a, .card h3 a')]
               .filter((one) => one.checkVisibility())
               .map((one) => [one.outerHTML.slice(0, 60), one.getBoundingClientRect()])
               .filter(([_, box]) => box.height < 24 && !(box.height >= 18 && box.width === box.height))
               .map(([words, box]) => `${words} ${box.width} x ${box.height}`)"""
        )
    page.context.close()
    assert small == []


def test_on_paper_there_is_no_rail_and_the_page_is_light(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser, color_scheme="dark")
    page.goto(f"{address}/provision/crews")
    page.emulate_media(media="print")
    assert not page.locator("#rail").is_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 254, 251)"
    page.context.close()


def test_the_pictures_are_drawn(browser: "sync_api.Browser", address: str) -> None:
    page = open_page(browser, 360, color_scheme="dark")
    page.goto(f"{address}/figures/dead")
    source, width = page.locator(".plot img").evaluate("(one) => [one.currentSrc, one.naturalWidth]")
    assert "theme=dark" in source and "size=narrow" in source and width > 200
    page.context.close()


@pytest.fixture(scope="module")
def holm() -> Iterator[str]:
    """The address of the story of Holm, served."""
    with run_server(make_story_case()) as served:
        yield f"{served}/story/norrin-holm.txt"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 900, 1280])
def test_a_story_fits_every_width_and_asks_nobody_else(
    browser: "sync_api.Browser", holm: str, width: int, scheme: str
) -> None:
    page = open_page(browser, width, color_scheme=scheme)
    seen = watch(page, holm.partition("/story/")[0])
    for query in ("", "?rows=single", "?columns=A,B&rows=numbers"):
        page.goto(f"{holm}{query}")
        page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, query
    page.context.close()
    assert (seen.errors, seen.elsewhere, seen.failed) == ([], [], [])


def test_without_scripts_columns_and_rows_are_chosen(browser: "sync_api.Browser", holm: str) -> None:
    page = open_page(browser, java_script_enabled=False)
    page.goto(holm)
    page.locator(".columns-form input[value=B]").uncheck()
    page.locator(".columns-form button").click()
    assert "columns=A&columns=C" in page.url
    assert page.locator(".aligned thead th").count() == 3
    page.get_by_role("link", name="Only one outlet").click()
    assert "columns=A,C" in page.url and "rows=single" in page.url
    assert "Soldiers went on guarding" in page.locator(".only").inner_text()
    page.context.close()


def test_a_sentence_of_a_difference_opens_its_document_there(browser: "sync_api.Browser", holm: str) -> None:
    page = open_page(browser)
    page.goto(holm)
    page.locator(".difference .stretch", has_text="Some 30 people").first.click()
    assert "/documents/" in page.url and "#s-" in page.url
    assert "Some 30 people" in page.locator(".line:target").inner_text()
    page.context.close()


def test_a_tie_opens_its_reasons_by_keyboard(browser: "sync_api.Browser", holm: str) -> None:
    page = open_page(browser)
    page.goto(holm)
    tie = page.locator("details.tie").first
    tie.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "The barges will pass once" in tie.inner_text()
    page.context.close()


def test_the_head_of_the_table_stays_in_sight(browser: "sync_api.Browser", holm: str) -> None:
    for width in (900, 1280):
        page = open_page(browser, width)
        page.goto(holm)
        head = page.locator(".aligned thead th").first
        assert head.evaluate("(one) => getComputedStyle(one).position") == "sticky"
        page.context.close()


def test_targets_of_a_story_are_large_enough(browser: "sync_api.Browser", holm: str) -> None:
    page = open_page(browser, 360)
    page.goto(holm)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main button, main summary, .chip, .row-filters a, a.kind')]
           .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
           .map((one) => one.outerHTML.slice(0, 80))"""
    )
    page.context.close()
    assert small == []


def test_a_stranger_s_text_runs_nothing(browser: "sync_api.Browser") -> None:
    script = "</title><script>alert(1)</script>"
    case = infect(script + "\"><img src=x onerror=alert(2)>' onfocus='alert(3)' autofocus='")
    with run_server(case) as address:
        page = open_page(browser)
        seen = watch(page, address)
        for path in list_paths(case):
            page.goto(address + path)
        page.goto(f"{address}/figures/dead")
        page.locator("a[data-drawer]").first.click()
        page.locator("#drawer blockquote").wait_for()
        page.context.close()
    assert (seen.errors, seen.elsewhere) == ([], [])


@pytest.fixture(scope="module")
def held() -> Iterator[str]:
    """The lake case with positions, promises, meetings and what is alleged."""
    with run_server(make_held_case()) as served:
        yield served


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_what_is_held_open_without_an_error(
    browser: "sync_api.Browser", held: str, scheme: str
) -> None:
    page = open_page(browser, color_scheme=scheme)
    seen = watch(page, held)
    for path in HELD:
        page.goto(held + path)
    page.context.close()
    assert (seen.errors, seen.elsewhere, seen.failed) == ([], [], [])


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_pages_of_what_is_held_do_not_scroll_sideways(
    browser: "sync_api.Browser", held: str, width: int
) -> None:
    page = open_page(browser, width)
    wide = {}
    for path in HELD:
        page.goto(held + path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    page.emulate_media(media="print")
    page.goto(f"{held}/positions")
    wide["print"] = page.evaluate("document.documentElement.scrollWidth")
    page.context.close()
    assert {path: needed for path, needed in wide.items() if needed > width} == {}


def test_on_a_narrow_page_the_matrix_is_a_list_for_each_provision(
    browser: "sync_api.Browser", held: str
) -> None:
    page = open_page(browser, 360)
    page.goto(f"{held}/positions")
    cells = page.locator(".matrix td:not(:empty)")
    assert cells.count() == 2 and page.locator(".matrix th[scope=row]").count() == 1
    first, second = (cells.nth(number).bounding_box() for number in (0, 1))
    assert first and second and first["x"] == second["x"] and second["y"] > first["y"]
    page.context.close()


def test_without_scripts_a_stance_that_changed_shows_its_days(browser: "sync_api.Browser", held: str) -> None:
    page = open_page(browser, java_script_enabled=False)
    page.goto(f"{held}/positions")
    page.get_by_text("changed", exact=True).click()
    assert page.locator(".drift li").first.inner_text().split() == ["10", "Apr", "2031", "rejects"]
    page.locator(".drift a").first.click()
    assert "rejected monitors on its shore" in page.locator("main").inner_text()
    page.context.close()
