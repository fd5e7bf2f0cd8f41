"""Headers, escaping, errors in our own words: what a stranger's text or request must not do."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lake_case import LakeCase
from lake_infected import infect
from lake_story import link, make_story_case
from lake_texts import make_article
from starlette.testclient import TestClient

import pactwatch.web
from pactwatch.case.question import Question
from pactwatch.display.words import show_controls
from pactwatch.model.link import LinkKind
from pactwatch.model.status import CaseStatus
from pactwatch.web.app import make_app
from pactwatch.web.check import list_paths
from pactwatch.web.guard import CONTENT_POLICY

FOLDER = Path(pactwatch.web.__file__).parent
PATHS = (
    *list_paths(LakeCase()),
    "/phases.csv",
    "/figures.json",
    "/charts/dead.svg",
    "/static/style.css",
    "/static/drawer.js",
    "/nothing",
    "/provision/nothing",
)
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "&lt;b&gt;\u202egnp.exe\u2066",
    "\ud800\x00",
)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(make_app(LakeCase()), base_url="http://127.0.0.1", raise_server_exceptions=False)


def test_the_policy_is_the_one_that_was_decided() -> None:
    assert CONTENT_POLICY == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == CONTENT_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


class Loads(HTMLParser):
    """Collects what a page would load or run, and what it must not hold."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        for name, value in values.items():
            if name.startswith("on") or name == "style":
                self.wrong.append(f"{tag} {name}={value}")
            if name in ("src", "srcset", "data", "poster") or (tag == "link" and name == "href"):
                self.loaded.append(value or "")
            if name in ("href", "action") and (value or "").strip().lower().startswith(
                ("javascript:", "data:")
            ):
                self.wrong.append(f"{tag} {name}={value}")
        if "http-equiv" in values:
            self.wrong.append(tag)
        if tag in ("style", "iframe", "object", "embed", "base"):
            self.wrong.append(tag)
        if tag == "script" and values.get("src") != "/static/drawer.js":
            self.wrong.append(f"script {values}")
        if tag == "img" and not values.get("alt"):
            self.wrong.append("img without alt")


def read(body: str) -> Loads:
    loads = Loads()
    loads.feed(body)
    return loads


@pytest.mark.parametrize("path", [path for path in PATHS if "." not in path])
def test_no_page_loads_anything_from_elsewhere_or_runs_anything_inline(client: TestClient, path: str) -> None:
    loads = read(client.get(path).text)
    assert loads.wrong == []
    assert loads.loaded and all(address.startswith("/") and address[1] != "/" for address in loads.loaded)


def test_style_sheets_load_nothing() -> None:
    for sheet in (FOLDER / "static").glob("*.css"):
        assert not re.search(r"url\(|@import|https?:", sheet.read_text()), sheet.name


def test_templates_never_mark_data_safe() -> None:
    templates = sorted((FOLDER / "templates").glob("*.html"))
    assert len(templates) > 10
    for template in templates:
        body = template.read_text()
        assert not re.search(r"\|\s*safe\b|autoescape|Markup|\son[a-z]+=|\sstyle=", body), template.name


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_any_field_is_shown_and_never_run(payload: str) -> None:
    case = infect(payload)
    client = TestClient(make_app(case), base_url="http://127.0.0.1", raise_server_exceptions=False)
    for path in list_paths(case):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert read(answer.text).wrong == [], path
        if "<" in payload:
            assert payload not in answer.text, path
    assert client.get("/charts/dead.svg").status_code == 200


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_story_is_shown_and_never_run(payload: str) -> None:
    case = infect(payload, make_story_case())
    client = TestClient(make_app(case), base_url="http://127.0.0.1", raise_server_exceptions=False)
    paths = [path for path in list_paths(case) if path.startswith(("/stories", "/story/", "/passport/"))]
    assert len(paths) > 5
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert read(answer.text).wrong == [], path
        if "<" in payload:
            assert payload not in answer.text, path


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if payload.isprintable()])
def test_a_payload_in_the_words_of_a_story_is_shown_and_never_run(payload: str) -> None:
    articles = tuple(make_article(f"{n}.txt", f"s Nine barges {payload} at Holm {n}.") for n in (1, 2))
    same = link(LinkKind.SAME_STORY, *(article.document.id for article in articles))
    case = LakeCase(articles=articles, all_facts=(), all_links=(same,))
    client = TestClient(make_app(case), base_url="http://127.0.0.1", raise_server_exceptions=False)
    for rows in ("several", "single"):
        answer = client.get(f"/story/1.txt?rows={rows}")
        assert answer.status_code == 200 and read(answer.text).wrong == []
        assert "<" not in payload or payload not in answer.text


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_the_address_is_shown_and_never_run(client: TestClient, payload: str) -> None:
    known = payload.encode("utf-8", "replace").decode()
    for parameters in ({"view": known}, {"on": known}, {"claims": known}):
        path = "/evidence" if "claims" in parameters else "/"
        answer = client.get(path, params=parameters)
        assert answer.status_code in (400, 404)
        assert read(answer.text).wrong == []
    for name in ("columns", "rows"):
        answer = client.get("/story/gazette-0318.txt", params={name: known})
        assert answer.status_code == 200 and read(answer.text).wrong == []
    for name in ("speaker", "provision", "form"):
        assert read(client.get("/quotes", params={name: known}).text).wrong == []


def test_characters_that_turn_the_text_around_are_shown() -> None:
    assert show_controls("abc\u202egnp.exe\u2066") == "abc[U+202E]gnp.exe[U+2066]"
    assert show_controls("\x00\ud800") == "\ufffd\ufffd"
    assert show_controls("غزة, Türkiye\nline") == "غزة, Türkiye\nline"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/provision/crew", 404, "There is no provision “crew”. The nearest is “crews”."),
        ("/figures/ded", 404, "There is no measure “ded”. The nearest is “dead”."),
        ("/documents/gazete-0318", 404, "The nearest is “gazette-0318.txt”."),
        ("/?view=party:alda", 404, "There is no view “party:alda”. The nearest is “party:aldra”."),
        ("/?on=2031-13-01", 400, "“2031-13-01” is not a day. Write it like this: 2025-12-19."),
        ("/evidence", 400, "This address names no claim."),
        ("/evidence?claims=ffffffffffff", 404, "No claim in force has the key “ffffffffffff”."),
        ("/story/gazette-0318x", 404, "There is no document “gazette-0318x”."),
        ("/passport/ffffffffffff", 404, "No claim in force has the key “ffffffffffff”."),
        ("/stories?page=0", 400, "“0” is not the number of a page."),
        ("/quotes?page=0", 400, "“0” is not the number of a page."),
        ("/charts/dead.svg?theme=sepia", 404, "There is no theme “sepia”."),
        ("/figure", 404, "There is no page “/figure”. The nearest is /figures."),
        ("/nothing.csv", 404, "There is no table “nothing”."),
    ],
)
def test_what_is_not_there_is_said_with_the_nearest(
    client: TestClient, path: str, status: int, words: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", answer.text)).replace("&#34;", '"')
    assert words in shown


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
@pytest.mark.parametrize("path", ["/", "/quotes", "/stories", "/story/gazette-0318.txt"])
def test_pages_can_only_be_read(client: TestClient, method: str, path: str) -> None:
    answer = getattr(client, method)(path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert "This page can only be read" in answer.text


def test_a_page_asked_for_under_another_name_is_refused(client: TestClient) -> None:
    """A stranger's name that points to this machine must not read the case."""
    answer = client.get("/", headers={"host": "evil.invalid"})
    assert answer.status_code == 400 and "Lake" not in answer.text
    assert answer.headers["content-security-policy"] == CONTENT_POLICY


class BrokenCase(LakeCase):
    """A case whose status fails."""

    def status(self, question: Question | None = None) -> CaseStatus:
        raise RuntimeError("secret detail of the program")


def test_a_fault_of_ours_shows_a_number_and_no_trace(caplog: pytest.LogCaptureFixture) -> None:
    client = TestClient(make_app(BrokenCase()), base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = client.get("/")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == CONTENT_POLICY
    assert "secret detail" not in answer.text and "Traceback" not in answer.text
    number = re.search(r"under the number ([0-9a-f]{8})", answer.text)
    assert number and number.group(1) in caplog.text and "secret detail" in caplog.text


def test_static_files_do_not_lead_out_of_their_folder(client: TestClient) -> None:
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static//etc/passwd"):
        assert client.get(path).status_code in (404, 405)


def test_the_drawing_library_is_not_loaded_before_a_picture() -> None:
    code = "import sys, pactwatch.web.app, pactwatch.web.serve; sys.exit('vl_convert' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_scripts_stay_small_and_touch_no_html() -> None:
    scripts = [path.read_text() for path in (FOLDER / "static").glob("*.js")]
    assert sum(len(script.splitlines()) for script in scripts) < 800
    assert not any(re.search(r"innerHTML|eval\(|document\.write", script) for script in scripts)
