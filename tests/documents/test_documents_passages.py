"""Lines and their classes, on invented reports in the forms in which news arrives."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch import config
from pactwatch.documents.lines import split_blocks
from pactwatch.documents.passages import split_passages, split_text
from pactwatch.model.source import PassageKind

BODY = (
    "North and South began the second round of talks on Monday, the Lakeland foreign ministry said.\n"
    "The envoys are to discuss the return of the crews. No date was given for the end of the round.\n"
)


def kinds_of(text: str) -> list[tuple[str, str]]:
    """Each passage as its class and its first words."""
    return [(p.kind.value, text[p.begin : p.end][:24].rstrip()) for p in split_passages(text)]


def words_of(text: str, kind: PassageKind) -> list[str]:
    return [text[p.begin : p.end] for p in split_passages(text) if p.kind is kind]


def test_a_report_with_headline_deck_credits_and_related_links() -> None:
    """
    Harbour talks resume after a pause of two weeks
    Envoys meet in Lakeland as both sides speak of delays.
    - World
    - AFP
    - Published Date: 10:15 | 19 May 2031
    """
    head = str(test_a_report_with_headline_deck_credits_and_related_links.__doc__)
    head = "\n".join(line.strip() for line in head.strip().splitlines())
    text = f"{head}\n{BODY}- 'Real progress' wanted -\n{BODY}- Ferry kills 5 in Port Hale\n- Lakeland votes\n"
    assert kinds_of(text) == [
        ("headline", "Harbour talks resume aft"),
        ("deck", "Envoys meet in Lakeland"),
        ("metadata", "- World"),
        ("metadata", "- AFP"),
        ("metadata", "- Published Date: 10:15"),
        ("sentence", "North and South began th"),
        ("sentence", "The envoys are to discus"),
        ("sentence", "No date was given for th"),
        ("subhead", "- 'Real progress' wanted"),
        ("sentence", "North and South began th"),
        ("sentence", "The envoys are to discus"),
        ("sentence", "No date was given for th"),
        ("furniture", "- Ferry kills 5 in Port"),
        ("furniture", "- Lakeland votes"),
    ]


def test_a_text_that_begins_with_its_first_paragraph_has_no_headline() -> None:
    """A long first line with a final stop is the body."""
    assert {kind for kind, _ in kinds_of(BODY)} == {"sentence"}


@pytest.mark.parametrize(
    "line",
    [
        "PORT HALE, Lakeland (AFP) — ",
        "PORT HALE/EASTWICK, May 19 (Reuters) - ",
        "PORT HALE, May 19, 2031 -- ",
        "Port Hale (AFP) – ",
        "(Reuters) - ",
        "PORT HALE: ",
        "PORT HALE, 19 MAY 31 (RADIO HALE) -- [STATEMENT] [TEXT] ",
    ],
)
def test_a_dateline_before_the_first_sentence_is_a_passage_of_its_own(line: str) -> None:
    """The sentence begins after place, day, credit and dash."""
    text = f"Harbour talks resume\n{line}{BODY}"
    assert words_of(text, PassageKind.DATELINE) == [line.rstrip()]
    assert words_of(text, PassageKind.SENTENCE)[0].startswith("North and South began")


def test_a_dateline_alone_on_its_line() -> None:
    """A place in capitals between deck and body."""
    text = f"Harbour talks resume\nEnvoys hopeful, first results awaited\n\nPORT HALE\n{BODY}"
    assert [kind for kind, _ in kinds_of(text)][:4] == ["headline", "deck", "dateline", "sentence"]


@pytest.mark.parametrize(
    "line",
    [
        "By Hanna Orth and Jon Vale",
        "Reuters",
        "Updated 2031-05-19T10:15",
        "Last updated: 19 May 2031, 10:15 GMT+3",
        "May 19, 2031",
        "Monday, 19 May 2031 10:15",
        "Reading time: 4 minutes",
        "4 min read",
        "Source: Xinhua",
        "Middle East",
    ],
)
def test_credits_under_the_headline_are_metadata(line: str) -> None:
    """Bylines, days, agencies and sections."""
    text = f"Harbour talks resume\n{line}\n{BODY}"
    assert words_of(text, PassageKind.METADATA) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ferry kills 5 in Port Hale.",
        "READ ALSO: Five killed on a ferry",
        "Related: Five killed on a ferry",
        "Share this article",
        "Share | Print | Email",
        "Subscribe to our newsletter",
        "Sign up for our daily briefing.",
        "© 2031 Harbour Post. All rights reserved.",
        "Copyright Harbour Post 2031.",
        "Advertisement",
        "People wait at the pier in Port Hale on Sunday. [Jon Vale/Reuters]",
        "FILE PHOTO: A ferry leaves the pier.",
        "(Reporting by Hanna Orth; Editing by Jon Vale)",
        "Follow us on Telegram",
        "Hanna Orth contributed to this report.",
    ],
)
def test_page_furniture_gives_no_sentence_wherever_it_stands(line: str) -> None:
    """In the middle and at the end alike."""
    text = f"Harbour talks resume\n{BODY}{line}\n{BODY}{line}\n"
    assert words_of(text, PassageKind.FURNITURE) == [line, line]


def test_lines_under_a_related_heading_are_furniture_until_the_report_goes_on() -> None:
    """Five killed is a headline of another report; it must not become a claim of this one."""
    text = f"{BODY}Related stories\nFive killed on a ferry off Port Hale\nLakeland votes on Sunday\n{BODY}"
    assert words_of(text, PassageKind.FURNITURE) == [
        "Related stories",
        "Five killed on a ferry off Port Hale",
        "Lakeland votes on Sunday",
    ]


def test_unmarked_headlines_after_the_last_paragraph_are_furniture() -> None:
    """Two lines without a stop after the report."""
    text = f"{BODY}Five killed on a ferry off Port Hale\nLakeland votes on Sunday\n"
    assert len(words_of(text, PassageKind.FURNITURE)) == 2


def test_a_last_sentence_that_was_cut_off_is_kept() -> None:
    """One long line without a stop at the end is no headline."""
    last = "The ministry added that the next round would be held in Port Hale once all envoys had returned to"
    assert words_of(f"{BODY}{last}", PassageKind.SENTENCE)[-1] == last
    assert words_of(f"{BODY}{last}\n{last}", PassageKind.FURNITURE) == [last, last]


def test_bulleted_full_sentences_are_body_and_lose_their_bullet() -> None:
    """A list of findings inside a report."""
    text = f"{BODY}- The crews returned on Friday.\n- The barges wait at the pier.\n{BODY}"
    assert "The crews returned on Friday." in words_of(text, PassageKind.SENTENCE)


def test_a_list_that_a_colon_announces_is_body_even_at_the_end() -> None:
    """Published tallies often come as fragments."""
    text = f"{BODY}The office counts:\n- 88 shootings\n- 12 raids\n"
    assert words_of(text, PassageKind.SENTENCE)[-2:] == ["88 shootings", "12 raids"]


def test_a_subhead_between_paragraphs() -> None:
    """Short, without a stop, between prose."""
    text = f"{BODY}What the envoys want\n{BODY}"
    assert words_of(text, PassageKind.SUBHEAD) == ["What the envoys want"]


def test_a_headline_in_capitals_with_a_stop_is_a_headline() -> None:
    """American archives close headlines with a stop."""
    text = f"Harbour Talks Resume After Two Weeks.\n\n{BODY}"
    assert words_of(text, PassageKind.HEADLINE) == ["Harbour Talks Resume After Two Weeks."]


def test_a_transcript_gives_sentences_for_questions_and_answers() -> None:
    """
    Q: Will the crews return?
    A: Yes.
    Q: When?
    A: On Friday, if the barges pass
    THE MINISTER: Thank you all.
    """
    text = str(test_a_transcript_gives_sentences_for_questions_and_answers.__doc__).strip()
    assert {p.kind for p in split_passages(text)} == {PassageKind.SENTENCE}


def test_wrapped_wire_text_in_capitals_is_read_as_paragraphs() -> None:
    """Sentences run over the line breaks of a narrow column."""
    text = (
        "   PORT HALE, 19 MAY 31 -- [TEXT] THE NORTHERN FOREIGN MINISTRY SAID TODAY\n"
        "THAT THE CREWS WOULD RETURN ON FRIDAY.  THE SOUTHERN SIDE HAS NOT YET\n"
        "ANSWERED, ACCORDING TO THE MINISTRY.\n\n"
        "   THE BARGES WAIT AT THE PIER, AND NO DAY WAS GIVEN FOR THEIR PASSAGE TO\n"
        "THE NORTHERN SHORE.\n"
    )
    sentences = words_of(text, PassageKind.SENTENCE)
    assert [" ".join(s.split())[:28] for s in sentences] == [
        "THE NORTHERN FOREIGN MINISTR",
        "THE SOUTHERN SIDE HAS NOT YE",
        "THE BARGES WAIT AT THE PIER,",
    ]
    assert sentences[0].endswith("FRIDAY.")


def test_wrapped_mixed_text_with_a_number_at_the_beginning_of_a_line() -> None:
    """A day that a line break moved to the front is no list item."""
    text = (
        "The crews of the two barges that had been held since the accord of May\n"
        "10. The ministry said so on Monday, and added that the southern side had\n"
        "been told of it by the mediators in Lakeland, who then informed the press\n"
        "and the families of the crews in Port Hale.\n"
    )
    assert len({p.paragraph for p in split_passages(text)}) == 1


@pytest.mark.parametrize(
    "text", ["talks go on", "the minister said the crews would return\nthe barges wait\n"]
)
def test_text_without_punctuation_still_gives_sentences(text: str) -> None:
    """Nothing marks a headline off, so all is body."""
    assert {p.kind for p in split_passages(text)} == {PassageKind.SENTENCE}


def test_one_long_line_gives_its_sentences() -> None:
    """A report pasted without any line break."""
    text = BODY.replace("\n", " ") * 40
    assert len(words_of(text, PassageKind.SENTENCE)) == 120


def test_blank_text_has_no_passages() -> None:
    """Nothing to read."""
    assert split_passages(" \n\n ") == ()


def test_a_sentence_without_end_is_cut_and_counted() -> None:
    """No sentence is longer than the limit, and the cut is known."""
    split = split_text("word " * 9_000 + ".")
    assert split.cut == 1
    assert max(p.end - p.begin for p in split.passages) <= config.MAX_SENTENCE_CHARACTERS


def _take_once(text: str) -> float:
    """Seconds of the processor, so that a busy machine counts for nothing."""
    start = time.process_time()
    split_passages(text)
    return time.process_time() - start


def test_five_megabytes_take_time_in_proportion() -> None:
    """Four times the text takes no more than ten times as long, a page of short lines included."""

    def take(page: str, copies: int) -> float:
        return min(_take_once(BODY + page * copies + BODY) for _ in range(3))

    for page in (BODY, "Talks\nFive held\n", "- Ferry kills 5 in Port Hale\n"):
        assert take(page, 8_000) < 10 * max(take(page, 2_000), 0.01)


BULLET = re.compile(r"[-*•]|\(?(?:\d{1,2}|[a-z])[.)]")
LINES = st.lists(
    st.text(alphabet="Aa b.-:\"'“”•[]()*#1,\u00a0\u2028É", max_size=60)
    | st.sampled_from(["CAIRO", "AFP", "Read more: x", "Q: Why?", "- item", "By Hanna Orth", BODY]),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_each_character_lies_in_one_passage(lines: list[str], newline: str) -> None:
    """Passages are in order, do not overlap, hold no outer blanks, and leave out only bullets."""
    text = newline.join(lines)
    passages = split_passages(text)
    assert all(a.end <= b.begin for a, b in pairwise(passages))
    assert all(p.begin < p.end and text[p.begin : p.end].strip() == text[p.begin : p.end] for p in passages)
    left = list(text)
    for passage in passages:
        left[passage.begin : passage.end] = " " * (passage.end - passage.begin)
    assert all(BULLET.fullmatch(rest) for rest in "".join(left).split())


def test_a_sentence_torn_at_a_link_is_one_passage() -> None:
    """A blank stays at the tear, and the next line goes on small; a list of small words is none."""
    torn = "The northern \nguards\n moved two barges on Friday. Nobody objected.\n\ngrain, 188\nfuel, 96\n"
    lines = [block.text for block in split_blocks(torn)]
    assert lines == [
        "The northern \nguards\n moved two barges on Friday. Nobody objected.",
        "grain, 188",
        "fuel, 96",
    ]
