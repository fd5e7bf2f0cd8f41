"""Serving on this machine: a free port where the usual one is taken, and a check of every page."""

from dataclasses import replace
from urllib.request import ProxyHandler, build_opener

import pytest
from lake_case import LakeCase

from pactwatch.case.question import Question
from pactwatch.errors import NotInCase, Refused
from pactwatch.model.status import CaseStatus
from pactwatch.web.check import check_pages, list_paths, run_server
from pactwatch.web.serve import HOST, bind


def test_a_taken_port_gives_a_free_one() -> None:
    with bind(0) as taken:
        port = taken.getsockname()[1]
        with bind(port) as other:
            assert other.getsockname()[0] == HOST == "127.0.0.1"
            assert other.getsockname()[1] not in (0, port)


def test_a_number_that_is_no_port_is_refused() -> None:
    with pytest.raises(Refused, match="70000 is not a port"):
        bind(70000)


def test_the_server_answers_and_names_no_software() -> None:
    opener = build_opener(ProxyHandler({}))
    with run_server(LakeCase()) as address, opener.open(f"{address}/", timeout=20) as answer:
        assert answer.status == 200
        assert "server" not in {name.lower() for name in answer.headers}


def test_every_page_of_a_good_case_answers() -> None:
    answered, problems = check_pages(LakeCase())
    assert (answered, problems) == (len(list_paths(LakeCase())), [])


class HalfCase(LakeCase):
    """A case that fails under one view, which only provision pages ask for."""

    def status(self, question: Question | None = None) -> CaseStatus:
        if question and question.view == "mediators":
            raise NotInCase("No mediators.")
        return replace(super().status(question))


def test_a_page_that_fails_is_told() -> None:
    answered, problems = check_pages(HalfCase())
    assert answered == len(list_paths(HalfCase())) - len(problems)
    assert {problem.file for problem in problems} == {
        path for path in list_paths(HalfCase()) if path.startswith("/provision/")
    }
    assert all("answered 404" in problem.message for problem in problems)
