"""Requests each page of a served case once: for a demonstration that checks itself."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

from pactwatch.display.homes import find_carried
from pactwatch.model.claim import Kind
from pactwatch.problems import Problem
from pactwatch.web.desk import KEY_SHOWN
from pactwatch.web.frame import PAGES
from pactwatch.web.ports import AskedCase
from pactwatch.web.serve import HOST, bind, make_server


def list_paths(case: AskedCase) -> tuple[str, ...]:
    """The address of every page of a case: one for each provision, measure and document."""
    agreement = case.agreement
    listed = [path for path, _ in PAGES]
    listed += [f"/provision/{identifier}" for identifier in agreement.provisions]
    listed += [f"/figures/{identifier}" for identifier in agreement.measures]
    listed += [f"/documents/{row.document.id[:KEY_SHOWN]}" for row in case.documents()]
    listed += [f"/story/{story.id[:KEY_SHOWN]}" for story in case.stories()]
    facts = case.facts()
    listed += [f"/evidence?claims={fact.claim.key}" for fact in facts[:1]]
    spoken = [fact.claim.key for fact in facts if fact.claim.kind is Kind.STATEMENT]
    listed += [f"/passport/{key[:KEY_SHOWN]}" for key in _choose_carried(case, spoken)]
    return tuple(listed)


def _choose_carried(case: AskedCase, statements: list[str]) -> list[str]:
    """A statement that several articles carry; the first one where none is."""
    carried = find_carried(case.links(), case.facts())
    return ([key for key in statements if key in carried] or statements)[:1]


def check_pages(case: AskedCase) -> tuple[int, list[Problem]]:
    """Serve the case on a free port, request each page once, and stop.

    Gives how many pages answered, and a Problem for each that did not.
    """
    problems = []
    paths = list_paths(case)
    with run_server(case) as address:
        for path in paths:
            status = read_status(address + path)
            if status != 200:
                problems.append(Problem("W101", f"{path} answered {status}.", path))
    return len(paths) - len(problems), problems


@contextmanager
def run_server(case: AskedCase) -> Iterator[str]:
    """The case served in a thread of its own; gives the address without the last slash."""
    server = make_server(case)
    with bind(0) as bound:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{bound.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def read_status(address: str) -> int:
    """The status that an address of this machine answers with."""
    opener = build_opener(ProxyHandler({}))
    try:
        with opener.open(address, timeout=60) as response:
            response.read()
            return int(response.status)
    except HTTPError as error:
        return error.code
