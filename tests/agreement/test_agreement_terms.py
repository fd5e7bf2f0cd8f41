"""Time terms and conditions: text to tree and back."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.agreement.terms import (
    RESERVED,
    TermError,
    format_condition,
    format_due,
    parse_condition,
    parse_due,
)
from pactwatch.model.terms import (
    STATES,
    UNITS,
    AllOf,
    AnyOf,
    AtOnce,
    By,
    Condition,
    Due,
    Happened,
    Keeps,
    Not,
    StateIs,
    Within,
)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("72 hours after acceptance", Within(72, "hour", "acceptance")),
        ("1 day before river-day", Within(1, "day", "river-day", before=True)),
        ("by 31 March 2026", By(date(2026, 3, 31))),
        ("at truce", AtOnce("truce")),
    ],
)
def test_time_terms(text: str, due: Due) -> None:
    assert parse_due(text) == due
    assert format_due(due) == text


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("crews is fulfilled", StateIs("crews", "fulfilled")),
        ("crews is partly performed", StateIs("crews", "partly performed")),
        ("north keeps ceasefire", Keeps("north", "ceasefire")),
        ("north keeps agreement", Keeps("north", "agreement")),
        ("acceptance has happened", Happened("acceptance")),
        ("not notice is overdue", Not(StateIs("notice", "overdue"))),
        ("not-yet is overdue", StateIs("not-yet", "overdue")),
        (
            "a is fulfilled or b is fulfilled and c is fulfilled",
            AnyOf((StateIs("a", "fulfilled"), AllOf((StateIs("b", "fulfilled"), StateIs("c", "fulfilled"))))),
        ),
        (
            "a has happened and (b has happened or not c has happened)",
            AllOf((Happened("a"), AnyOf((Happened("b"), Not(Happened("c")))))),
        ),
    ],
)
def test_conditions(text: str, condition: Condition) -> None:
    assert parse_condition(text) == condition
    assert format_condition(condition) == text


@pytest.mark.parametrize(
    ("loose", "canonical"),
    [("1 hours after x", "1 hour after x"), ("by  2026-03-31", "by 31 March 2026")],
)
def test_loose_time_terms_print_canonically(loose: str, canonical: str) -> None:
    assert format_due(parse_due(loose)) == canonical


def test_brackets_that_say_nothing_are_dropped() -> None:
    assert format_condition(parse_condition("((a  is  in   effect))")) == "a is in effect"


@pytest.mark.parametrize(
    ("text", "column", "nearest"),
    [
        ("72 huors after acceptance", 4, "hours"),
        ("72 hours aftr acceptance", 10, "after"),
        ("72 hours after", 15, None),
        ("72", 3, None),
        ("by 31 Febuary 2026", 7, "February"),
        ("by 30 February 2026", 4, None),
        ("by 2026-02-30", 4, None),
        ("0 days after x", 1, None),
        ("at truce!", 9, None),
        ("soon", 1, None),
        ("attruce", 1, None),
        ("72hours after x", 1, None),
        ("", 1, None),
    ],
)
def test_time_terms_that_do_not_parse(text: str, column: int, nearest: str | None) -> None:
    with pytest.raises(TermError) as caught:
        parse_due(text)
    assert (caught.value.column, caught.value.nearest) == (column, nearest)


@pytest.mark.parametrize(
    ("text", "column", "nearest"),
    [
        ("crews is fulfiled", 10, "fulfilled"),
        ("crews is in efect", 10, "in effect"),
        ("north keps ceasefire", 7, "keeps"),
        ("truce has hapened", 11, "happened"),
        ("(truce has happened", 20, None),
        ("truce has happened adn a is unknown", 20, "and"),
        ("truce has happened and", 23, None),
        ("not", 4, None),
        ("Crews is fulfilled", 1, None),
        ("not " * 50 + "a is unknown", 1, None),
    ],
)
def test_conditions_that_do_not_parse(text: str, column: int, nearest: str | None) -> None:
    with pytest.raises(TermError) as caught:
        parse_condition(text)
    assert (caught.value.column, caught.value.nearest) == (column, nearest)


names = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,2}", fullmatch=True).filter(
    lambda name: name not in RESERVED
)
dues = st.one_of(
    st.builds(Within, st.integers(1, 10_000), st.sampled_from(UNITS), names, st.booleans()),
    st.builds(By, st.dates()),
    st.builds(AtOnce, names),
)
facts = st.one_of(
    st.builds(StateIs, names, st.sampled_from(STATES)),
    st.builds(Keeps, names, names),
    st.builds(Happened, names),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    facts,
    lambda parts: st.one_of(
        st.builds(Not, parts),
        st.builds(AllOf, st.lists(parts, min_size=2, max_size=4).map(tuple)),
        st.builds(AnyOf, st.lists(parts, min_size=2, max_size=4).map(tuple)),
    ),
    max_leaves=12,
)


@given(dues)
def test_every_time_term_prints_and_parses_back_to_itself(due: Due) -> None:
    assert parse_due(format_due(due)) == due


@settings(max_examples=200)
@given(conditions)
def test_every_condition_prints_and_parses_back_to_itself(condition: Condition) -> None:
    text = format_condition(condition)
    assert parse_condition(text) == condition
    assert format_condition(parse_condition(text)) == text


@given(st.text(max_size=40))
def test_no_text_makes_it_fail_otherwise(text: str) -> None:
    """Either a tree, or a TermError with a column inside the text or just behind it."""
    for parse in (parse_due, parse_condition):
        try:
            parse(text)
        except TermError as error:
            assert 1 <= error.column <= len(text) + 1
