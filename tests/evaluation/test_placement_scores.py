"""Scores of what needs an agreement: full where the reading is the gold, short where it is not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from annotated import Annotated, GoldProgress
from pactwatch.model.agreement import Actor, Agreement, Person, Role
from pactwatch.model.claim import Claim, Event, Kind, Mention, Modality, Progress, Slots, Step
from pactwatch.model.placement import Placement, ProvisionMatch, Relevance, SpeakerMatch
from pactwatch.model.source import Article, Document, PassageKind, Span, When
from placement_scores import PLACEMENT_FINDINGS, find_progress
from reading import Reading

TEXT = (
    "Ada Loren said 47 of the 48 were home. She said Southland had broken the truce. 20 more leave on Friday."
)
AGREEMENT = Agreement(
    id="made",
    title="Made",
    hash="0",
    starts=date(2031, 5, 1),
    actors={
        "north": Actor("north", "Northland", (Role.PARTY,)),
        "south": Actor("south", "Southland", (Role.PARTY,)),
        "guard": Actor("guard", "River Guard", (Role.BODY,), part_of="north"),
    },
    people={"loren": Person("loren", "Ada Loren", of="guard")},
)
GOLD = Annotated(
    name="made",
    text=TEXT,
    path=Path("made.txt"),
    progress=(
        GoldProgress("47 of the 48 were home", provision="crews", step="partly", tally="47 of 48"),
        GoldProgress(
            "Southland had broken the truce", provision="truce", accuser="Northland", by="Southland"
        ),
    ),
    forbidden=("20 more leave on Friday",),
    who=(("Ada Loren", "loren"),),
    relevance="agreement",
    published="2031-05-20",
)
DAY = When(date(2031, 5, 20), date(2031, 5, 20), "day", "manifest")
LOREN = SpeakerMatch("guard", "Ada Loren", "Ada Loren", "named in the agreement")


def _span(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def _claim(key: str, kind: Kind, slots: Slots, words: str) -> Claim:
    span = _span(words)
    speaker = Mention(_span("Ada Loren"), "Ada Loren")
    made = ("made", "1", "made", (speaker,))
    return Claim(key, kind, "d", span, words, PassageKind.SENTENCE, slots, *made)


def _placement(key: str, provision: str, accused: str | None = None) -> Placement:
    match = ProvisionMatch(provision, 0.7, "its words")
    return Placement(key, Relevance.AGREEMENT, "named", (match,), speakers=(LOREN,), accused=accused)


HOME = _claim(
    "home",
    Kind.PROGRESS,
    Progress(Step.PARTLY, _span("home"), None, "48", Decimal(47), Decimal(48)),
    "47 of the 48 were home",
)
BROKEN = _claim(
    "broken",
    Kind.EVENT,
    Event("ACCUSE", "allege", "Ada Loren", "Southland", _span("broken"), breach=True),
    "Southland had broken the truce",
)
PLACED = {"home": _placement("home", "crews"), "broken": _placement("broken", "truce", "south")}
DOCUMENT = Document("d", "made.txt", "utf-8", published=DAY)
READING = Reading(Article(DOCUMENT, TEXT, ()), (HOME, BROKEN), AGREEMENT, PLACED)


def _missed(reading: Reading, gold: Annotated = GOLD) -> set[str]:
    findings = (("progress", find_progress), *PLACEMENT_FINDINGS)
    return {measure for measure, find in findings if find(gold, reading)[1]}


def test_all_right() -> None:
    """A person of an institution of a side accuses for that side."""
    assert _missed(READING) == set()


def test_nothing_read() -> None:
    """Without claims everything wanted is missed; the date is the document's own."""
    assert _missed(replace(READING, claims=(), placements={})) == {
        "progress",
        "progress: provision",
        "breaches",
        "who",
        "relevance",
    }


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"step": Step.DONE}, {"progress"}),
        ({"done": Decimal(46)}, {"progress"}),
        ({"owed": None}, {"progress"}),
    ],
)
def test_step_and_tally(change: dict[str, object], wrong: set[str]) -> None:
    """Another step, another number or a lost total is a miss."""
    home = replace(HOME, slots=replace(HOME.slots, **change))  # type: ignore[type-var]
    assert _missed(replace(READING, claims=(home, BROKEN))) == wrong


@pytest.mark.parametrize(
    ("key", "placement", "wrong"),
    [
        ("broken", _placement("broken", "truce", "north"), {"breaches"}),
        ("broken", replace(PLACED["broken"], speakers=(replace(LOREN, actor="south"),)), {"breaches"}),
        ("home", _placement("home", "guns"), {"progress: provision"}),
        ("home", replace(PLACED["home"], speakers=(replace(LOREN, person="Berta Loren"),)), {"who"}),
    ],
)
def test_placements(key: str, placement: Placement, wrong: set[str]) -> None:
    """The wrong accused, accuser, provision or person."""
    assert _missed(replace(READING, placements=PLACED | {key: placement})) == wrong


def test_announced_is_not_done() -> None:
    """A step where the gold forbids one is invented, unless it is marked as planned."""
    leave = _claim("leave", Kind.PROGRESS, Progress(Step.DONE, _span("leave"), None, None), "20 more leave")
    placed = PLACED | {"leave": _placement("leave", "crews")}
    reading = replace(READING, claims=(HOME, BROKEN, leave), placements=placed)
    assert _missed(reading) == {"progress invented"}
    planned = replace(leave, modality=Modality.PLANNED)
    assert _missed(replace(reading, claims=(HOME, BROKEN, planned))) == set()


def test_day_of_publication() -> None:
    """A day that the gold does not have, or another one, is wrong."""
    assert _missed(READING, replace(GOLD, published=None)) == {"published"}
    assert _missed(READING, replace(GOLD, published="2031-05-21T10:00")) == {"published"}


def test_relevance_of_most_claims() -> None:
    """Claims that belong elsewhere turn the document where they are most of it."""
    elsewhere = {key: replace(placement, relevance=Relevance.OTHER) for key, placement in PLACED.items()}
    assert _missed(replace(READING, placements=elsewhere)) == {"relevance"}
