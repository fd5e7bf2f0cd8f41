"""The scores: each miss is found, named and explained, and nothing wrong counts as right."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from annotated import Annotated, GoldFigure, GoldStatement
from pactwatch.model.claim import Claim, Figure, Form, Kind, Mention, Progress, Slots, Statement, Step
from pactwatch.model.source import Article, Document, Passage, PassageKind, Span
from printing import format_misses, format_scores
from reading import Reading
from scores import Score
from scoring import score_all

TEXT = """“We wait,” Ada Loren said.
The ministry said the lock is shut.
At least 12 sailors were killed, the ministry said.
All but one of the 48 crew members are home.
- 5 barges sunk
"""
GOLD = Annotated(
    name="made",
    text=TEXT,
    path=Path("made.txt"),
    quotes=(GoldStatement("direct", ("Ada Loren",), "said", "We wait,"),),
    indirect=(GoldStatement("indirect", ("ministry",), "said", "the lock is shut"),),
    figures=(
        GoldFigure(
            "At least 12 sailors",
            ("sailors",),
            Decimal(12),
            effect="killed",
            hedge="at least",
            source="ministry",
        ),
        GoldFigure(
            "All but one of the 48", ("crew members",), Decimal(47), Decimal(47), of_total=Decimal(48)
        ),
    ),
    silent=("- 5 barges sunk",),
)


def _span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def _claim(kind: Kind, slots: Slots, span: Span, speaker: str = "", hedge: str | None = None) -> Claim:
    speakers = (Mention(span, speaker),) if speaker else ()
    return Claim(
        key="k",
        kind=kind,
        document="d",
        span=span,
        words=span.of(TEXT),
        where=PassageKind.SENTENCE,
        slots=slots,
        maker="made",
        version="1",
        rule="made",
        speakers=speakers,
        hedge=hedge,
    )


def _said(form: Form, content: str, speaker: str) -> Claim:
    span = _span(content)
    statement = Statement(form, _span("said"), "said", (span,), (span,) if form is Form.DIRECT else ())
    return _claim(Kind.STATEMENT, statement, span, speaker)


QUOTE = _said(Form.DIRECT, "We wait", "Ada Loren")
RETOLD = _said(Form.INDIRECT, "the lock is shut", "the ministry")
SAILORS = Figure(_span("12"), "sailor", "sailors", low=Decimal(12), effect="killed")
TOLL = _claim(Kind.FIGURE, SAILORS, _span("At least 12 sailors"), "the ministry", "at least")
TALLY = _claim(
    Kind.PROGRESS,
    Progress(Step.PARTLY, _span("All but one"), None, "crew members", Decimal(47), Decimal(48)),
    _span("All but one of the 48 crew members are home"),
)
RIGHT = (QUOTE, RETOLD, TOLL, TALLY)


def _score(*claims: Claim) -> dict[str, Score]:
    passages = (Passage(PassageKind.SENTENCE, 0, len(TEXT), 0),)
    reading = Reading(Article(Document("d", "made.txt", "utf-8"), TEXT, passages), claims)
    return {score.measure: score for score in score_all([(GOLD, reading)])}


def test_all_right() -> None:
    """A reading that is the gold has every score full and no wrong claim."""
    for score in _score(*RIGHT).values():
        assert (score.right, len(score.misses)) == ((score.total or 0), 0), score


def test_nothing_read() -> None:
    """A reading without claims has nothing right and nothing invented."""
    scores = _score()
    assert scores["quotes"].right == scores["indirect"].right == scores["figures"].right == 0
    assert scores["quotes"].misses[0].reason == "not found"
    assert scores["quotes invented"].right == scores["figures invented"].right == 0


def test_quote_of_another_speaker_is_missed() -> None:
    """The words alone are not enough, and the miss names who was read."""
    wrong = replace(QUOTE, speakers=(Mention(_span("Ada Loren"), "Carl Oden", how="pronoun"),))
    score = _score(wrong)["quotes"]
    assert score.right == 0
    assert score.misses[0].reason == "speaker is Carl Oden (pronoun)"


def test_quote_cut_too_wide_is_missed_and_invented() -> None:
    """Words outside the marks are no quote."""
    scores = _score(_said(Form.DIRECT, "We wait,” Ada Loren said", "Ada Loren"))
    assert scores["quotes"].right == 0
    assert scores["quotes"].misses[0].reason.startswith("cut differently")
    assert scores["quotes invented"].right == 1


def test_indirect_statement_needs_its_words() -> None:
    """Half of the words are another content."""
    score = _score(_said(Form.INDIRECT, "the lock", "the ministry"))["indirect"]
    assert score.right == 0
    assert score.misses[0].reason.startswith("content 0.67")


def test_statement_beyond_the_gold_is_counted() -> None:
    """What nobody said is named."""
    score = _score(*RIGHT, _said(Form.INDIRECT, "crew members are home", "Ada Loren"))[
        "statements beyond the gold"
    ]
    assert [miss.wanted for miss in score.misses] == ['"crew members are home"']


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"low": Decimal(13)}, {"figures", "figures: value"}),
        ({"high": Decimal(12)}, {"figures", "figures: value"}),
        ({"counted": "barge"}, {"figures: counted"}),
        ({"effect": "wounded"}, {"figures: effect"}),
    ],
)
def test_each_part_of_a_figure_apart(change: dict[str, object], wrong: set[str]) -> None:
    """A wrong part costs its own score, and the core where it is value, hedge or speaker."""
    scores = _score(QUOTE, RETOLD, replace(TOLL, slots=replace(SAILORS, **change)), TALLY)
    missed = {name for name, score in scores.items() if score.misses}
    assert missed == wrong


def test_hedge_and_speaker_of_a_figure() -> None:
    """A lost hedge and a figure in the outlet's own voice are misses."""
    for change, measure in (({"hedge": None}, "figures: hedge"), ({"speakers": ()}, "figures: speaker")):
        scores = _score(QUOTE, RETOLD, replace(TOLL, **change), TALLY)
        assert {name for name, score in scores.items() if score.misses} == {"figures", measure}


def test_tally_without_its_total_is_missed() -> None:
    """47 alone is not 47 of 48."""
    progress = Progress(Step.PARTLY, _span("All but one"), None, None, Decimal(47), None)
    scores = _score(replace(TALLY, slots=progress))
    assert scores["tallies"].right == 0
    assert _score(TALLY)["tallies"].right == 1


def test_claim_from_furniture_and_invented_figure() -> None:
    """A list of other headlines gives no claim."""
    barges = _claim(
        Kind.FIGURE, Figure(_span("5"), "barge", "barges", Decimal(5), Decimal(5)), _span("5 barges")
    )
    scores = _score(*RIGHT, barges)
    assert scores["claims from furniture"].right == 1
    assert scores["figures invented"].right == 1
    silent = replace(QUOTE, where=PassageKind.SUBHEAD)
    assert _score(silent)["claims from furniture"].right == 1


def test_direct_quote_without_marks() -> None:
    """Where nobody is quoted there is no direct quote."""
    plain = TEXT.replace("“", " ").replace("”", " ")
    passages = (Passage(PassageKind.SENTENCE, 0, len(plain), 0),)
    reading = Reading(Article(Document("d", "made.txt", "utf-8"), plain, passages), (QUOTE,))
    gold = replace(GOLD, text=plain, quotes=())
    scores = {score.measure: score for score in score_all([(gold, reading)])}
    assert scores["direct without marks"].right == 1
    assert _score(QUOTE)["direct without marks"].right == 0


def test_table_and_misses_are_printed() -> None:
    """One line for each score, and every miss once."""
    scores = list(_score(QUOTE).values())
    table = format_scores(scores).splitlines()
    assert len(table) == len(scores) + 1
    assert table[1].split() == ["quotes", "1", "of", "1", "100.0"]
    assert format_misses(scores).count("wanted  ministry said: the lock is shut") == 1
