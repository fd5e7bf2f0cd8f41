"""Agreement files as bytes: what is refused before its contents count, and what is not minded."""

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.agreement.load import load_agreement, parse_agreement
from pactwatch.agreement.text import MAX_BYTES
from pactwatch.agreement.tree import parse_tree
from pactwatch.model.agreement import Role
from pactwatch.model.terms import AtOnce, Keeps, Within
from pactwatch.problems import Problem


def read_codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_the_example_of_the_page_loads_without_a_problem(example: str) -> None:
    """docs/agreement-file.md shows a right file."""
    agreement, problems = parse_agreement(example.encode(), "example.yaml")
    assert problems == []
    assert agreement is not None
    assert agreement.id == "harbour-accord"
    assert agreement.starts == date(2031, 5, 10)
    assert agreement.hash == hashlib.sha256(example.encode()).hexdigest()


def test_what_the_example_holds(example: str) -> None:
    """Roles, duties, terms, readings and lines of the example."""
    agreement, _ = parse_agreement(example.encode(), "example.yaml")
    assert agreement is not None
    assert agreement.actors["lakeland"].roles == (Role.MEDIATOR, Role.GUARANTOR)
    assert [actor.id for actor in agreement.actors_in(Role.GUARANTOR)] == ["lakeland", "coast-union"]
    assert agreement.people["professor-brook"].of is None
    assert agreement.anchors["withdrawal"].on is None
    assert agreement.anchors["old-conflict"].prehistory
    crews = agreement.provisions["crews"]
    assert crews.duty is not None and (crews.duty.by, crews.duty.to, crews.duty.count) == (
        ("north",),
        ("south",),
        48,
    )
    assert crews.due == Within(72, "hour", "acceptance")
    assert crews.readings[0].due == Within(72, "hour", "withdrawal")
    assert example.splitlines()[crews.line - 1] == "  crews:"
    assert agreement.provisions["ceasefire"].due == AtOnce("truce")
    assert agreement.provisions["garrison"].while_ == Keeps("north", "ceasefire")
    barges = agreement.provisions["barges"].duty
    assert barges is not None and (barges.rate, barges.per, barges.bound) == (Decimal(60), "day", "at least")
    assert agreement.expectations[0].expected == "47 of 48"


def test_the_same_bytes_give_the_same_agreement(example: str) -> None:
    assert parse_agreement(example.encode(), "a") == parse_agreement(example.encode(), "a")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    agreement, problems = load_agreement(tmp_path / "none.yaml")
    assert agreement is None
    assert str(problems[0]) == (
        f"{tmp_path / 'none.yaml'}: error [A101] The file cannot be read: No such file or directory."
        " Check the path, and that the file may be read."
    )


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    assert read_codes(load_agreement(tmp_path)[1]) == ["A101"]


@pytest.mark.parametrize("data", [b"", b"  \n\n", b"\xef\xbb\xbf", b"# only a comment\n", b"---\n", b"~"])
def test_an_empty_file(data: bytes) -> None:
    agreement, problems = parse_agreement(data, "a.yaml")
    assert agreement is None
    assert "A102" in read_codes(problems)


@pytest.mark.parametrize("data", [b"- a\n- b\n", b"just words", b'"quoted"', b"[]"])
def test_a_file_that_is_no_mapping(data: bytes) -> None:
    agreement, problems = parse_agreement(data, "a.yaml")
    assert agreement is None
    assert read_codes(problems) == ["A110"]


def test_a_byte_that_is_not_utf_8() -> None:
    """Line and column count characters, not bytes."""
    _, problems = parse_agreement("agreement: x\ntitle: Ünïon caf".encode() + b"\xe9\n", "a.yaml")
    assert [(p.code, p.line, p.column) for p in problems] == [("A103", 2, 17)]
    assert "0xE9" in problems[0].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_unicode_encodings_are_named(example: str, encoding: str) -> None:
    _, problems = parse_agreement(example.encode(encoding), "a.yaml")
    assert read_codes(problems) == ["A103"]
    assert encoding.upper() in problems[0].message


def test_a_byte_order_mark_is_a_warning_and_shifts_nothing(example: str) -> None:
    agreement, problems = parse_agreement(b"\xef\xbb\xbf" + example.encode(), "a.yaml")
    assert read_codes(problems) == ["A112"]
    assert agreement is not None and agreement.provisions["crews"].line == 53
    _, problems = parse_agreement(b"\xef\xbb\xbfagremeent: x\n", "a.yaml")
    unknown = next(problem for problem in problems if problem.code == "A201")
    assert (unknown.line, unknown.column, unknown.nearest) == (1, 1, "agreement")


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_windows_and_old_line_ends_are_not_minded(example: str, end: str) -> None:
    """The same agreement, but for the hash of the other bytes."""
    plain, _ = parse_agreement(example.encode(), "a.yaml")
    other, problems = parse_agreement(example.replace("\n", end).encode(), "a.yaml")
    assert problems == []
    assert plain is not None and other is not None
    assert plain.provisions == other.provisions
    assert plain.hash != other.hash


def test_a_file_that_is_too_large() -> None:
    assert read_codes(parse_agreement(b"a" * (MAX_BYTES + 1), "a.yaml")[1]) == ["A113"]


def test_an_alias_bomb_is_refused_at_once() -> None:
    """Nine levels of nine aliases each would be 387 million values."""
    lines = ["a0: &a0 [lol]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    agreement, problems = parse_agreement("\n".join(lines).encode(), "a.yaml")
    assert agreement is None
    assert set(read_codes(problems)) == {"A107"}
    assert len(problems) == 10


@pytest.mark.parametrize(
    "data", [b"a: " + b"[" * 50_000, b"a: " + b"{b: " * 50_000, b"- " * 50_000, b"? " * 50_000]
)
def test_nesting_without_end_is_refused_at_once(data: bytes) -> None:
    agreement, problems = parse_agreement(data, "a.yaml")
    assert agreement is None
    assert "A109" in read_codes(problems)


def test_several_mistakes_are_told_in_one_run(example: str) -> None:
    """A wrong key, a wrong count, an unknown actor, a term and a circle, in the order of the file."""
    text = (
        example.replace("do: release, count: 48", "do: release, cuont: 48")
        .replace("rate: at least 60 a day", "rate: 60")
        .replace("duty: {by: south, do: withdraw}", "duty: {by: suoth, do: withdraw}")
        .replace("due: at truce", "due: att truce")
        .replace("of: lakeland, office", "of: lakelnd, office")
    )
    _, problems = parse_agreement(text.encode(), "a.yaml")
    assert read_codes(problems) == ["A301", "A401", "A201", "A208", "A301"]
    assert [problem.nearest for problem in problems] == ["lakeland", "at", "count", None, "south"]
    assert [problem.line for problem in problems] == sorted(problem.line for problem in problems)


def test_a_warning_does_not_refuse_the_file(example: str) -> None:
    agreement, problems = parse_agreement(
        example.replace("    words: [barge, grain]\n", "").encode(), "a.yaml"
    )
    assert agreement is not None
    assert read_codes(problems) == ["A506"]


def test_texts_are_taken_as_written(example: str) -> None:
    """YAML's own types turn nothing into a number, a day or a truth value."""
    words = "words: [no, 2803, 60-day, 007, 1e3, 2031-05-10, on, 'null']"
    agreement, problems = parse_agreement(example.replace("words: [barge, grain]", words).encode(), "a.yaml")
    assert problems == [] and agreement is not None
    expected = ("no", "2803", "60-day", "007", "1e3", "2031-05-10", "on", "null")
    assert agreement.provisions["barges"].words == expected


def test_both_parsers_of_yaml_give_the_same_tree(example: str) -> None:
    """Places included; where the compiled one is not installed, both are the same."""
    from pactwatch.agreement.tree import _Composer

    assert _Composer("a").read(example, pure=True) == _Composer("a").read(example, pure=False)
    assert _Composer("a").read(example, pure=True) == parse_tree(example, "a")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_bytes_make_it_fail(example: str, data: st.DataObject) -> None:
    """Whatever is cut out or put in: an agreement, or Problems with a place, and never an exception."""
    whole = example.encode()
    begin = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(begin, min(len(whole), begin + 60)))
    put = data.draw(
        st.one_of(
            st.binary(max_size=12), st.sampled_from([b"\t", b": ", b"- ", b"{", b"'", b"~", b"\n", b"[]"])
        )
    )
    agreement, problems = parse_agreement(whole[:begin] + put + whole[end:], "a.yaml")
    assert agreement is not None or problems
    assert all(problem.code and problem.message for problem in problems)
