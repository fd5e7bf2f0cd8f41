"""What differs, in neutral words and to the letter: sentences, marks, rewrites, origins, links, counts."""

from collections.abc import Mapping

import pytest
from lake_story import HOLM, NOTE, REWRITE, STORY_LINKS, UNDATED, make_story_case

from pactwatch.display.marking import Wording, mark_words
from pactwatch.display.segments import cut_wordings
from pactwatch.display.spans import Piece
from pactwatch.display.story_page import AskedTable, StoryPage, make_story_page
from pactwatch.model.source import Span

LETTERS = {"A": HOLM, "B": REWRITE, "C": UNDATED}


@pytest.fixture(scope="module")
def page() -> StoryPage:
    return make_page()


def make_page(columns: tuple[str, ...] = (), rows: str = "") -> StoryPage:
    case = make_story_case()
    story = next(story for story in case.stories() if HOLM.document.id in story.documents)
    documents = [one.document for one in case.articles if one.document.id in story.documents]
    asked = AskedTable(columns, rows)
    return make_story_page(case.tell(story), documents, case.days(), case.links(), asked)


def read_marked(pieces: tuple[Piece, ...]) -> Mapping[str, str]:
    """What is marked, by its words."""
    return {piece.text: " ".join(piece.tones) for piece in pieces if piece.tones}


def test_every_letter_stands_for_its_report(page: StoryPage) -> None:
    assert {label.letter: label.file for label in page.labels} == {
        letter: article.document.name for letter, article in LETTERS.items()
    }
    assert [label.published for label in page.labels] == [
        "5 Apr 2031, 10:00",
        "6 Apr 2031",
        "about 5 Apr 2031, dated by its story (as norrin-holm.txt)",
    ]


def test_differences_are_sentences_about_letters(page: StoryPage) -> None:
    said = {one.kind: one.what for one in page.differences}
    assert said == {
        "number": "the number is given as “at least 31” in A, “some 30” in B",
        "attribution": "said by Veyl harbour office in A, in the report’s own voice in B",
        "speaker": "the same is given as said by Rena Dahl in A and B, by Dahl's deputy in C",
        "quotation": ("inside the quotation marks: “when” in A, “once” in B; “are” in A, “have” in B"),
        "judging word": "the word “terror” in C; A and B tell it without",
    }


def test_the_words_that_differ_are_marked_and_all_words_stay_as_they_are(page: StoryPage) -> None:
    number = next(one for one in page.differences if one.kind == "number")
    assert [read_marked(side.stretch.pieces) for side in number.sides] == [
        {"At least 31": "changed"},
        {"Some 30": "changed"},
    ]
    for one in page.differences:
        for side in one.sides:
            assert side.stretch.words in " ".join(LETTERS[side.stretch.letter].text.split())


def test_inside_a_quotation_single_words_are_marked(page: StoryPage) -> None:
    quotation = next(one for one in page.differences if one.kind == "quotation")
    assert [read_marked(side.stretch.pieces) for side in quotation.sides] == [
        {"when": "changed", "are": "changed"},
        {"once": "changed", "have": "changed"},
    ]


def test_a_dropped_attribution_is_shown_on_its_side_only(page: StoryPage) -> None:
    attribution = next(one for one in page.differences if one.kind == "attribution")
    assert [(side.voice, side.dropped) for side in attribution.sides] == [
        ("said by Veyl harbour office", False),
        ("in its own voice", True),
    ]


def test_each_side_opens_the_passage_that_it_stands_in(page: StoryPage) -> None:
    for one in page.differences:
        for side in one.sides:
            article = LETTERS[side.stretch.letter]
            begins = {f"s-{passage.begin}": passage for passage in article.passages}
            first = side.stretch.pieces[0].text[:12]
            assert article.words(begins[side.stretch.anchor].span).startswith(first)


def test_a_rewrite_says_what_it_kept_and_left_out(page: StoryPage) -> None:
    (change,) = page.changes
    assert change.counts == "Kept 3 facts, left out 1, tells 1 of its own."
    assert change.order == "B is derived from A."
    assert [one.words for one in change.left_out] == [
        "Soldiers went on guarding the narrows of Holm through the night of rain."
    ]
    listed = {number: kind for kind, _, number in change.differences}
    assert listed == {one.number: one.kind for one in page.differences if one.number in listed}
    assert "speaker" not in listed.values()


def test_an_origin_is_a_tree_with_its_reasons(page: StoryPage) -> None:
    wire, own = page.origins
    assert (wire.words, wire.note) == ("Norrin Wire report", "2 articles go back to it")
    (root,) = wire.nodes
    (child,) = root.children
    assert (root.report.letter, child.report.letter) == ("A", "B")
    assert (child.ties[0].words, child.ties[0].score) == ("derived from A", "0.83")
    assert [one.letter for one in child.ties[0].reasons[0].stretches] == ["B", "A"]
    assert own.words == "own reporting of C, unnamed outlet (holm-undated.txt)"
    assert own.nodes[0].report.cites == ("AFP",)


def test_links_name_what_they_hold_and_who_judged(page: StoryPage) -> None:
    rows = {row.words: row for row in page.links}
    assert len(rows) == len(STORY_LINKS)
    assert "called same by K. Lind: read both" in {row.judged for row in page.links}
    assert "B is derived from A" in rows and "A dates C" in rows
    assert any("“Barges at Holm in April” (a digest)" in words for words in rows)
    assert [row.kind for row in page.links[-2:]] == ["same utterance", "same utterance"]


def test_words_are_counted_own_and_said_and_not_judged(page: StoryPage) -> None:
    (group,) = page.words
    assert group.judging and group.rows[0].word == "“terror”"
    assert group.rows[0].cells == ("", "", "1 own")


def test_the_digest_is_named_and_compared_with_nothing(page: StoryPage) -> None:
    assert [document.name for document in page.digests] == [NOTE.document.name]
    assert all(NOTE.document.id not in one.letters for one in page.differences)
    assert len(page.labels) == 3


@pytest.mark.parametrize(
    ("wordings", "segments"),
    [
        (("we talk", "we talk"), ["we talk"]),
        (("“We talk,”", "we talk."), ["“We talk,”"]),
        (("he violated it", "he violating it"), ["he", ("violated", "violating"), "it"]),
        (("the cease-fire", "the ceasefire"), ["the", ("cease-fire", "ceasefire")]),
        (("the barges", "the three barges"), ["the", ("", "three"), "barges"]),
    ],
)
def test_words_are_common_only_where_all_print_them(
    wordings: tuple[str, ...], segments: list[str | tuple[str, ...]]
) -> None:
    assert [segment.common or segment.own for segment in cut_wordings(wordings)] == segments


def cut(text: str) -> Wording:
    return Wording.cut(text, (Span(0, len(text)),))


def test_what_is_added_and_what_is_put_otherwise_are_two_marks() -> None:
    own = "three Israeli soldiers have died since the truce"
    marks = mark_words(cut(own), [cut("three soldiers have fallen since the truce")])
    assert marks is not None
    assert {mark.span.of(own): mark.tone for mark in marks} == {"Israeli": "added", "died": "changed"}


def test_a_wording_in_other_words_is_not_marked() -> None:
    assert mark_words(cut("three soldiers died"), [cut("the barges wait at Holm")]) is None
    assert mark_words(cut("three soldiers died"), []) == ()
