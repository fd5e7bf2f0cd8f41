"""Passages that invented reports on a truce on the River Accord share, one test for each kind of edit."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.errors import Refused
from pactwatch.stories.copies import Copy, CopyIndex

QUOTE = (
    "The lock stays shut until every sailor is home, and nobody will move a gate before that day comes, "
    "the harbour master said"
)
BEFORE = "Water on the upper river was low again this week, so few barges went down."
BEHIND = "Engineers from both banks met at noon beside a broken pump."
OTHER_BEFORE = "A second convoy left Port Evrin at dawn with flour and medicine."
OTHER_BEHIND = "Later, rain closed two roads that lead over hills into town."


def _report(quote: str, number: int = 0) -> str:
    before, behind = ((BEFORE, BEHIND), (OTHER_BEFORE, OTHER_BEHIND))[number]
    return f"{before} {quote}. {behind}"


def _compare(a: str, b: str, shortest: int = 8) -> list[Copy]:
    index = CopyIndex(shortest)
    assert index.add("a", a) == []
    return index.add("b", b)


def _one(quote: str) -> tuple[str, str, Copy]:
    """The words on both sides of the only passage that QUOTE and its edit share."""
    a, b = _report(QUOTE), _report(quote, 1)
    (copy,) = _compare(a, b)
    return copy.a_span.of(a), copy.b_span.of(b), copy


def test_exact() -> None:
    """From the first word to the last on both sides, all shared."""
    a, b, copy = _one(QUOTE)
    assert (a, b) == (QUOTE, QUOTE)
    assert copy.words == copy.shared == 23


def test_dropped_words() -> None:
    """The shorter side has all its words in the longer."""
    edited = QUOTE.replace("and nobody will move", "nobody will move").replace(" day comes", " day")
    a, b, copy = _one(edited)
    assert (a, b) == (QUOTE, edited)
    assert copy.words == copy.shared == 21


def test_inserted_words() -> None:
    """Twelve words in one place do not end a passage."""
    edited = QUOTE.replace(
        "home, and", "home, Ada Loren told a crowd of some two hundred on the quay, and"
    ).replace("that day", "that very day")
    a, b, copy = _one(edited)
    assert (a, b) == (QUOTE, edited)
    assert copy.words == copy.shared == 23


def test_replaced_words() -> None:
    """What was replaced counts as a word, and not as a shared one."""
    edited = QUOTE.replace("every sailor", "each seaman").replace("before that day", "before this day")
    a, b, copy = _one(edited)
    assert (a, b) == (QUOTE, edited)
    assert (copy.words, copy.shared) == (23, 20)


def test_other_marks_and_spelling() -> None:
    """Quotation marks, dashes, case and two ways of writing a word are no edits."""
    a, b, copy = _one(
        "“The lock stays shut until every sailor is home” — “and nobody will move a gate before that day "
        "comes”, the Harbor Master said"
    )
    assert a == QUOTE
    assert b.startswith("The lock") and b.endswith("Master said")
    assert copy.words == copy.shared == 23


def test_other_order() -> None:
    """Two sentences that change places are two passages of the same pair."""
    first = "The northern guard freed nine sailors at the ferry landing on Sunday morning"
    second = "Crews on the southern bank began to clear silt from the canal below Corvith"
    a, b = f"{BEFORE} {first}. {second}. {BEHIND}", f"{OTHER_BEFORE} {second}. {first}. {OTHER_BEHIND}"
    found = _compare(a, b)
    assert [(copy.a_span.of(a), copy.b_span.of(b)) for copy in found] == [(first, first), (second, second)]


def test_three_wordings_of_one_quote() -> None:
    """Each pair of documents shares it, though the longest exact run is short."""
    wordings = (
        "“If the South is ever in a place where it can close or block the lock again, we will have no truce,”"
        " she said. “That is why the gate matters so much.”",
        "“If the South is ever in a place at some later time to close or block the lock, we will have no"
        " truce. That is why the gate matters so much,” Loren said.",
        "“If the South is ever in a place at some later time that they can close or block the lock, we will"
        ' have no truce," Loren said, adding: "That is why the gate matters so much."',
    )
    index = CopyIndex()
    found = [index.add(str(number), text) for number, text in enumerate(wordings)]
    assert [[(copy.a, copy.b) for copy in copies] for copies in found] == [
        [],
        [("0", "1")],
        [("0", "2"), ("1", "2")],
    ]
    for copies in found[1:]:
        for copy in copies:
            for span, text in ((copy.a_span, wordings[int(copy.a)]), (copy.b_span, wordings[int(copy.b)])):
                assert span.of(text).startswith("If the South") and "so much" in span.of(text)
            assert copy.shared >= 22


def test_a_passage_needs_its_words() -> None:
    """Eight words by default; so many and so alike as is asked for."""
    seven = "nine sailors came home on Sunday morning"
    assert _compare(_report(seven), _report(seven, 1)) == []
    (copy,) = _compare(_report(seven), _report(seven, 1), shortest=7)
    assert copy.words == 7


def test_little_in_common_is_no_passage() -> None:
    """Four words here and two there, with others in between, are too few for what is asked."""
    a = "the gate was shut again when high water rose over old stones near one bridge"
    b = "the gate was shut while a guard slept and then nobody saw one bridge"
    index = CopyIndex(shortest=4, alike=0.9)
    index.add("a", a)
    (copy,) = index.add("b", b)
    assert copy.a_span.of(a) == "the gate was shut" and copy.words == copy.shared == 4


def _about(names: str, joint: str) -> str:
    """A long text that says hardly more than whom it is about."""
    return joint.join(names.split() * 6)


BRIDGE = "Corvith Quellin Ilmar Torv Bessa Ondra Karst Velm Sarno Pell"
FERRY = "Evrin Marten Loren Oden Calvenne Hask Ruun Tiber Wexa Lund"
FORMULA = "You can share this report with others below and tell us what you think"


def test_a_formula_under_reports_of_different_things_is_none() -> None:
    """The same words under two reports that name the same are a passage."""
    bridge = f"{_about(BRIDGE, ' and ')}. {FORMULA}"
    assert _compare(bridge, f"{_about(FERRY, ' or ')}. {FORMULA}") == []
    (copy,) = _compare(bridge, f"{FORMULA}. {_about(BRIDGE, ' or ')}")
    assert copy.words == copy.shared == 14


def test_a_copy_of_much_of_a_report_is_no_formula() -> None:
    """Whatever else is named: here it is a fourth of the shorter one."""
    bridge, ferry = _about(BRIDGE, " and "), _about(FERRY, " or ")
    assert _compare(f"{bridge}. {QUOTE}. {FORMULA}", f"{ferry}. {QUOTE}. {FORMULA}")


def test_lines_of_a_program_are_not_compared() -> None:
    """What a page left in its text is no language."""
    code = 'var box = {"name": "lock", "wide": 468, "high": 60}; box.name = "gate"; box.show(); box.hide();'
    assert _compare(f"{BEFORE}\n{code}\n{BEHIND}", f"{OTHER_BEFORE}\n{code}\n{OTHER_BEHIND}") == []


def test_a_document_is_added_once() -> None:
    index = CopyIndex()
    index.add("a", QUOTE)
    with pytest.raises(Refused, match="a is among"):
        index.add("a", QUOTE)


def test_what_stands_in_many_documents_leads_to_the_first() -> None:
    """Time stays bounded: of five that share it, a later one is compared with the first three."""
    index = CopyIndex(places=3)
    found = [index.add(str(number), QUOTE) for number in range(6)]
    assert [len(copies) for copies in found] == [0, 1, 2, 3, 3, 3]
    assert [copy.a for copy in found[5]] == ["0", "1", "2"]


def test_repeated_words_end() -> None:
    """A document that says one thing over and over is compared in good time, and not with itself."""
    assert _compare("no truce " * 400, "no truce " * 300)


def test_nothing_to_compare() -> None:
    index = CopyIndex()
    assert [index.add(str(number), text) for number, text in enumerate(("", "…", "One.", ""))] == [[]] * 4


#: Few words, so that runs, edits and repetitions come about by themselves.
TEXTS = st.lists(
    st.lists(st.sampled_from("lock gate barge truce crew river shut open".split()), max_size=40).map(
        " ".join
    ),
    min_size=2,
    max_size=4,
)


def _all(texts: dict[str, str], order: tuple[str, ...]) -> set[Copy]:
    index = CopyIndex(shortest=5)
    return {copy for name in order for copy in index.add(name, texts[name])}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_order_gives_the_same_passages(texts: list[str]) -> None:
    """For every pair, offsets included."""
    named = {str(number): text for number, text in enumerate(texts)}
    first, *others = permutations(named)
    found = _all(named, first)
    assert all(_all(named, order) == found for order in others)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_hold_the_words_that_are_counted(texts: list[str]) -> None:
    """The shorter side has as many words as said, and at least the shared ones are in both."""
    named = {str(number): text for number, text in enumerate(texts)}
    for copy in _all(named, tuple(named)):
        a, b = copy.a_span.of(named[copy.a]).split(), copy.b_span.of(named[copy.b]).split()
        assert copy.words == min(len(a), len(b)) >= copy.shared >= 0.6 * copy.words
        assert a[0] == b[0] and a[-1] == b[-1]
