"""Links on the command line: listed with what speaks for them, judged by key or by their two ends."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from pactwatch.case.open import open_case
from pactwatch.cli.judge import OF_CLAIMS, OF_LINKS
from pactwatch.cli.links import KINDS
from pactwatch.ledger.drafts import draft_linking
from pactwatch.model.link import Link, LinkKind, Reason, Verdict
from pactwatch.model.record import Decision

Run = Callable[..., Result]
Ask = Callable[..., Any]

WHY = ("--reason", "read both", "--reviewer", "Ann")


@pytest.fixture
def linked(case_folder: Path, at: Callable[[], str]) -> Path:
    """A case in which a maker holds two documents to be of one origin."""
    with open_case(case_folder, write=True, writer="tester") as case:
        ends = [case.document(name).document.id for name in ("crews", "barges")]
        reasons = (Reason("day", "both tell of the truce"), Reason("actor", "both name Peter Hale"))
        link = Link(LinkKind.SAME_ORIGIN, *ends, 0.834, reasons, "wire", "1")
        case.store.append([draft_linking("wire", "1", ends, [link])], at())
    return case_folder


def keys_of(ask: Ask, folder: Path, document: str) -> list[str]:
    return [str(fact["claim"]["key"]) for fact in ask("claims", folder, "--document", document)]


def test_the_words_are_those_of_the_model() -> None:
    """Each kind has its words, and each decision is on a claim or on a link."""
    assert tuple(KINDS) == tuple(LinkKind)
    assert (tuple(Decision), tuple(Verdict)) == (OF_CLAIMS, OF_LINKS)


def test_links_are_listed_with_what_speaks_for_them(linked: Path, run: Run) -> None:
    """Key, kind, score, both documents, reasons; then what a person decided."""
    text = run("links", linked).stdout
    assert "the same origin, score 0.83" in text
    assert "      crews.txt\n" in text and "      barges.txt\n" in text
    assert "because: both tell of the truce; both name Peter Hale" in text
    assert text.endswith("1 link.\n")
    told = run("judge", linked, text.split()[0], "different", *WHY)
    assert told.exit_code == 0
    assert f"{text.split()[0]}: different, Ann: read both" in told.stdout
    assert "crews.txt" in told.stdout and "both tell of the truce" in told.stdout
    assert "judged different by Ann: read both" in run("links", linked).stdout


def test_a_pair_of_claims_shows_its_words(linked: Path, run: Run, ask: Ask) -> None:
    """Document and sentence of either end, and that nobody proposed it."""
    a, b = keys_of(ask, linked, "crews")[0], keys_of(ask, linked, "barges")[0]
    told = run("judge", linked, f"{a[:10]}+{b[:10]}", "same", *WHY).stdout
    assert "the same utterance, nothing proposes it" in told
    assert "crews.txt: “" in told and "barges.txt: “" in told and a[:10] in told
    assert max(map(len, told.splitlines())) < 160


def test_links_tell_programs_the_same(linked: Path, ask: Ask) -> None:
    """Kind, both ends by name, score, whether it holds, the decision."""
    (before,) = ask("links", linked)
    assert (before["kind"], before["holds"], before["link"]["score"]) == ("same_origin", True, 0.834)
    assert {end["name"] for end in before["ends"]} == {"crews.txt", "barges.txt"}
    told = ask("judge", linked, "same_origin:crews+barges", "unsure", *WHY)
    assert told["judgement"]["verdict"] == "unsure" and told["linked"]["holds"] is False
    assert ask("links", linked) == [told["linked"]]


def test_links_are_filtered_and_known_as_then(linked: Path, run: Run, ask: Ask) -> None:
    """By kind, and at a record or on a day before the decision."""
    ask("judge", linked, "denies:" + "+".join(keys_of(ask, linked, "crews")[:2]), "same", *WHY)
    assert [one["kind"] for one in ask("links", linked)] == ["denies", "same_origin"]
    assert [one["kind"] for one in ask("links", linked, "--kind", "denies")] == ["denies"]
    with open_case(linked) as case:
        before = case.head().number - 1
    assert [one["kind"] for one in ask("links", linked, "--known", before)] == ["same_origin"]
    assert ask("links", linked, "--known", before - 1) == []
    assert "0 links.\nJudge a pair yourself:" in run("links", linked, "--kind", "dates").stdout
    assert run("links", linked, "--kind", "same").exit_code == 2
    assert run("links", linked, "--known", "99999").exit_code == 6


@pytest.mark.parametrize(
    ("name", "decision", "says"),
    [
        (
            "same_origin:crews+barges",
            "accept",
            'accept is said of a claim, and "same_origin:crews+barges" is a link.',
        ),
        ("LINK", "reject", "Of a link say same, different, unsure."),
        ("CLAIM", "same", "Of a claim say accept, reject, amend; for a link join two claims by +."),
        ("same_origin:crews+barges", "close", "is not one of"),
    ],
)
def test_the_wrong_decision_is_told(
    linked: Path, run: Run, ask: Ask, name: str, decision: str, says: str
) -> None:
    """What may be said of the one and of the other."""
    (link,) = ask("links", linked)
    key = {"LINK": link["key"][:10], "CLAIM": keys_of(ask, linked, "crews")[0]}.get(name, name)
    result = run("judge", linked, key, decision, *WHY)
    assert result.exit_code == 2 and says in " ".join(result.stderr.split())


def test_a_link_sets_no_values(linked: Path, run: Run) -> None:
    """--set goes with an amendment."""
    result = run("judge", linked, "same_origin:crews+barges", "same", "--set", "low=1", *WHY)
    assert result.exit_code == 2 and "Leave --set out" in result.stderr


def test_what_is_neither_is_not_found(linked: Path, run: Run) -> None:
    """No claim, no link, no document: exit code 6 and what to do."""
    for name, decision in (("zzz", "accept"), ("zzz", "same"), ("crews+zzz", "same")):
        result = run("judge", linked, name, decision, *WHY)
        assert result.exit_code == 6 and "pactwatch: " in result.stderr
    assert run("judge", linked, "crews+crews", "same", *WHY).exit_code == 9


def test_a_link_of_a_withdrawn_document_is_told_as_that(linked: Path, run: Run) -> None:
    """Not as one that never was; whether or not a person judged it before."""
    key = run("links", linked).stdout.split()[0]
    assert run("judge", linked, key, "same", *WHY).exit_code == 0
    assert run("withdraw", linked, "crews", "--reason", "printed twice").exit_code == 0
    told = run("judge", linked, key, "different", *WHY)
    assert told.exit_code == 6
    assert f'Link "{key}" is no longer in force' in told.stderr and "withdrawn" in told.stderr


def test_the_history_of_a_claim_tells_what_was_decided_of_its_links(linked: Path, run: Run, ask: Ask) -> None:
    """``explain --claim`` lists the judgement as a record."""
    a, b = keys_of(ask, linked, "crews")[0], keys_of(ask, linked, "barges")[0]
    run("judge", linked, f"{a}+{b}", "different", *WHY)
    assert "link judged different: same utterance" in run("explain", linked, "--claim", a).stdout


def test_a_bundle_takes_the_links_along(linked: Path, run: Run, tmp_path: Path) -> None:
    """With reasons and decision, and it still verifies."""
    run("judge", linked, "same_origin:crews+barges", "different", *WHY)
    assert run("export", linked, "--bundle", tmp_path / "record.zip").exit_code == 0
    with zipfile.ZipFile(tmp_path / "record.zip") as packed:
        (line,) = packed.read("links.jsonl").decode().splitlines()
    assert json.loads(line)["judgement"]["verdict"] == "different"


def test_an_older_ledger_says_what_to_do_and_a_rebuild_does_it(linked: Path, run: Run) -> None:
    """Made before links could be judged: readers ask for a rebuild, verify advises it too."""
    with closing(sqlite3.connect(linked / "ledger.sqlite")) as connection:
        connection.execute("DROP TABLE link_judgement")
        for index in ("link_a", "link_b"):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("PRAGMA user_version = 1")
        connection.commit()
    told = run("links", linked)
    assert told.exit_code == 5 and "pactwatch rebuild" in told.stderr
    checked = run("verify", linked)
    assert checked.exit_code == 8 and "pactwatch rebuild makes these tables again" in checked.stdout
    assert run("rebuild", linked).exit_code == 0
    assert run("verify", linked).exit_code == 0
    assert "1 link." in run("links", linked).stdout
