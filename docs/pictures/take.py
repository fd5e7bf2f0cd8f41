"""Takes the pictures of this folder: pages of the two sample cases in a browser without a window.

python docs/pictures/take.py [CHROMIUM]
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from pactwatch.case.add import add_documents
from pactwatch.case.link import link_documents
from pactwatch.case.open import init_case
from pactwatch.web.check import run_server

HERE = Path(__file__).parent
AGREEMENTS = HERE.parents[1] / "agreements"
AT = "2025-12-22T12:00:00Z"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

#: By agreement: name, path, width, height, colour scheme, what to click first.
PICTURES = {
    "gaza-2025": (
        ("phases", "/", 1280, 860, "light", None),
        ("phases-dark", "/", 1280, 860, "dark", None),
        ("provision", "/provision/ceasefire", 1280, 1100, "light", None),
        ("positions", "/positions", 1280, 1000, "light", None),
        ("figures", "/figures", 1280, 860, "light", None),
        ("plot", "/figures/killed-since-truce", 1280, 900, "light", None),
        ("drawer", "/figures/killed-since-truce", 1280, 860, "light", ".numbers a[data-drawer]"),
        ("reader", "/documents/2025-12-19-in-brief.txt", 1280, 900, "light", None),
        ("quotes", "/quotes", 1280, 860, "light", None),
        ("narrow", "/", 360, 780, "light", None),
    ),
    "river-accord": (
        ("allegations", "/allegations", 1280, 1000, "light", None),
        ("commitments", "/commitments", 1280, 860, "light", None),
        ("positions-narrow", "/positions", 360, 780, "dark", None),
        ("stories", "/stories", 1280, 860, "light", None),
        ("story", "/story/halyard-monday.txt", 1280, 1200, "light", None),
        ("story-narrow", "/story/halyard-monday.txt", 360, 780, "dark", None),
    ),
}


def take(page: Page, address: str, name: str, path: str, click: str | None) -> None:
    """One picture of what stands above the fold."""
    page.goto(address + path)
    if click:
        page.locator(click).first.click()
        page.locator("#drawer blockquote").wait_for()
    page.screenshot(path=HERE / f"{name}.png")


def take_all(playwright: Playwright, folder: Path, agreement: str, chromium: str | None) -> None:
    """The pictures of one agreement, from a case made for them."""
    sample = AGREEMENTS / agreement
    case, problems = init_case(folder / agreement, sample / "agreement.yaml", at=AT, writer="pictures")
    assert case is not None, problems
    with case:
        files = sorted((sample / "documents").iterdir())
        assert all(outcome.result == "added" for outcome in add_documents(case, files, lambda: AT))
        link_documents(case, AT)
        with run_server(case) as address:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            for name, path, width, height, scheme, click in PICTURES[agreement]:
                size = {"width": width, "height": height}
                context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
                take(context.new_page(), address, name, path, click)
                context.close()
            browser.close()


def main(chromium: str | None) -> None:
    """All pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for agreement in PICTURES:
            take_all(playwright, Path(folder), agreement, chromium)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
