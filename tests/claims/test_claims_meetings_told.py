"""Meetings in an article: gaps that the text fills, names, days, modes and speakers."""

import pytest
from meeting_tables import meeting_line, meeting_lines, meetings_of

from pactwatch.model.claim import Auxiliary, Event, Modality
from pactwatch.model.source import PassageKind


def lines_of(text: str, published: str | None) -> list[str]:
    return [meeting_line(claim) for claim in meetings_of(text, published)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Talks between Ondria and Calvenne began in Pell on Friday. The meeting ended on Sunday.",
            ["opened meet: Ondria, Calvenne @ Pell [05-16]", "ended meet: Ondria, Calvenne @ Pell [05-18]"],
        ),
        (
            "Envoys of Ondria and Calvenne will meet in Pell. The talks were postponed, a mediator said.",
            ["planned meet: Ondria, Calvenne @ Pell", "postponed meet: Ondria, Calvenne @ Pell"],
        ),
        (
            "Ondria and Calvenne met in Pell. Quellin and the Tamber Islands met in Brandivel."
            " The talks were called off.",
            ["held meet: Ondria, Calvenne @ Pell", "held meet: Quellin, Tamber Islands @ Brandivel"],
        ),
        (
            "Ondria and Calvenne met in Pell. Talks were called off.",
            ["held meet: Ondria, Calvenne @ Pell"],
        ),
    ],
)
def test_a_gap_is_filled_only_where_the_text_tells_one_meeting(text: str, lines: list[str]) -> None:
    assert meeting_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Mediators are convening for fresh talks in Pell. Pell is hosting a meeting between the Quellish"
            " envoy, Anselm Quire, and officials from Ondria and Calvenne.",
            ["held meet: Mediators @ Pell", "held multilateral: Anselm Quire, Ondria, Calvenne @ Pell"],
        ),
        (
            "Pell is hosting a meeting between Ilse Varrow and Emeric Tolland.",
            ["held meet: Ilse Varrow, Emeric Tolland @ Pell"],
        ),
        (
            "Quellin is hosting talks between Ondria and Calvenne in Pell.",
            ["held third-party: Quellin, Ondria, Calvenne @ Pell"],
        ),
        (
            "Quellin said on Sunday that it was patient. Quellin is hosting talks between Ondria and Calvenne.",
            ["held third-party: Quellin, Ondria, Calvenne"],
        ),
        (
            "The Pell talks between Ondria and Calvenne were suspended. Negotiators had gathered in Pell.",
            ["ended meet: Ondria, Calvenne @ Pell", "held meet: Negotiators @ Pell"],
        ),
        (
            "The Hestle talks between Ondria and Calvenne were suspended.",
            ["ended meet: Ondria, Calvenne"],
        ),
    ],
)
def test_a_name_is_a_place_where_the_text_makes_it_one(text: str, lines: list[str]) -> None:
    assert meeting_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "Envoy Anselm Quire said the lock was shut. Quire will meet Ilse Varrow in Pell.",
            ["planned meet: Anselm Quire, Ilse Varrow @ Pell"],
        ),
        (
            "Anselm Quire said on Sunday that the lock was shut. He will meet Ilse Varrow in Pell.",
            ["planned meet: Anselm Quire, Ilse Varrow @ Pell"],
        ),
        (
            "Minister Adel Marr met Ilse Varrow in Pell. Minister Lorn Marr met Emeric Tolland in Pell."
            " On Sunday, as the ministry said, Marr met Hanne Tressick in Pell.",
            [
                "held meet: Adel Marr, Ilse Varrow @ Pell",
                "held meet: Lorn Marr, Emeric Tolland @ Pell",
                "held meet: Marr, Hanne Tressick @ Pell",
            ],
        ),
        ("The barge came late. He will meet Ilse Varrow in Pell.", ["planned meet: Ilse Varrow @ Pell"]),
        (
            "“We will meet Ondria in Pell on Friday, whatever the mediators say of it,” Emeric Tolland said.",
            ["planned meet: Ondria @ Pell [05-23]"],
        ),
    ],
)
def test_names_lead_to_full_names_and_never_to_a_guess(text: str, lines: list[str]) -> None:
    assert meeting_lines(text) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Marr said on Wednesday that preparations were under way for a meeting of the mediators on Friday.",
            "planned meet: mediators [05-16]",
        ),
        (
            "Ilse Varrow stressed on Friday, during talks with Emeric Tolland in Pell, the need for calm.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell [05-16]",
        ),
        (
            "Ilse Varrow said on Friday she had met Emeric Tolland in Pell.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        ("Ondria and Calvenne called off talks on Friday.", "called off meet: Ondria, Calvenne"),
        ("Ilse Varrow met Emeric Tolland on 10 June.", "held meet: Ilse Varrow, Emeric Tolland"),
        (
            "Envoys from Ondria and Calvenne will meet in Pell from 10 to 12 June.",
            "planned meet: Ondria, Calvenne @ Pell [06-10..06-12]",
        ),
        (
            "Ilse Varrow met Emeric Tolland in December.",
            "held historical meet: Ilse Varrow, Emeric Tolland [12-01..12-31]",
        ),
    ],
)
def test_the_day_is_that_of_the_meeting(text: str, line: str) -> None:
    assert meeting_lines(text) == [line]


def test_without_a_day_of_publication_a_weekday_dates_nothing() -> None:
    text = "Ilse Varrow met Emeric Tolland in Pell on Friday."
    assert lines_of(text, None) == ["held meet: Ilse Varrow, Emeric Tolland @ Pell"]
    assert lines_of(text, "2031-05-19") == ["held meet: Ilse Varrow, Emeric Tolland @ Pell [05-16]"]


@pytest.mark.parametrize(
    ("text", "modality", "auxiliary"),
    [
        ("Ilse Varrow met Emeric Tolland.", Modality.ASSERTED, ()),
        ("Ilse Varrow is meeting Emeric Tolland.", Modality.ASSERTED, ()),
        ("Ilse Varrow will meet Emeric Tolland.", Modality.PLANNED, (Auxiliary.FUTURE,)),
        ("Ilse Varrow could meet Emeric Tolland.", Modality.HYPOTHETICAL, (Auxiliary.HYPOTHETICAL,)),
        ("Ilse Varrow did not meet Emeric Tolland.", Modality.DENIED, (Auxiliary.NEGATED,)),
        ("Ilse Varrow met Emeric Tolland in 2019.", Modality.ASSERTED, (Auxiliary.HISTORICAL,)),
        (
            "The meeting of Ilse Varrow and Emeric Tolland was postponed.",
            Modality.PLANNED,
            (Auxiliary.FUTURE,),
        ),
        (
            "The meeting of Ilse Varrow and Emeric Tolland was called off.",
            Modality.DENIED,
            (Auxiliary.NEGATED,),
        ),
    ],
)
def test_modes(text: str, modality: Modality, auxiliary: tuple[Auxiliary, ...]) -> None:
    (claim,) = meetings_of(text)
    assert isinstance(claim.slots, Event)
    assert (claim.modality, claim.slots.auxiliary) == (modality, auxiliary)


@pytest.mark.parametrize(
    "verb",
    [
        "will meet",
        "is to meet",
        "is due to meet",
        "plans to meet",
        "may meet",
        "hopes to meet",
        "refused to meet",
    ],
)
def test_no_forecast_counts_as_held(verb: str) -> None:
    (claim,) = meetings_of(f"Ilse Varrow {verb} Emeric Tolland in Pell at a summit on Friday.")
    assert claim.modality is not Modality.ASSERTED


def test_a_headline_plans_with_a_bare_infinitive() -> None:
    """Ondria, Calvenne to meet in Pell

    The locks stayed shut on Sunday, the harbour office said.
    """
    (claim,) = meetings_of(test_a_headline_plans_with_a_bare_infinitive.__doc__ or "")
    assert claim.where is PassageKind.HEADLINE
    assert meeting_line(claim) == "planned meet: Ondria, Calvenne @ Pell"


def test_a_meeting_is_told_by_its_speaker_and_about_something() -> None:
    text = "Pell will host talks between Ondria and Calvenne on the second phase, Marga Dunn said on Sunday."
    (claim,) = meetings_of(text)
    assert isinstance(claim.slots, Event)
    assert [mention.name for mention in claim.speakers] == ["Marga Dunn"]
    assert claim.slots.about == "the second phase"
    assert claim.words in text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A meeting between Marr and Ilse Varrow was announced for 29 May.",
            "planned meet: Marr, Ilse Varrow [05-29]",
        ),
        (
            "A meeting between Marr and Ilse Varrow in Pell has been agreed.",
            "planned meet: Marr, Ilse Varrow @ Pell",
        ),
        (
            "A meeting between Marr and Ilse Varrow in Pell was confirmed on Friday.",
            "planned meet: Marr, Ilse Varrow @ Pell",
        ),
        (
            "A meeting between Marr and Ilse Varrow in Pell has not been confirmed.",
            "supposed meet: Marr, Ilse Varrow @ Pell",
        ),
        ("Ondria has not confirmed a meeting with Calvenne.", "supposed meet: Ondria, Calvenne"),
        (
            "A summit of Ondria and Calvenne in Pell was proposed on Friday.",
            "supposed meet: Ondria, Calvenne @ Pell",
        ),
        (
            "Tomorrow's meeting of Marr and Ilse Varrow in Pell is decisive.",
            "planned meet: Marr, Ilse Varrow @ Pell [05-20]",
        ),
    ],
)
def test_a_meeting_that_is_only_spoken_of_is_not_held(text: str, line: str) -> None:
    assert meeting_lines(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "The meeting of Marr and Ilse Varrow in Pell was criticised on Friday.",
        "Ilse Varrow's visit to Quellin offers a chance for the truce.",
        "Ondria did not rule out a meeting with Calvenne in Pell.",
        "The talks between Ondria and Calvenne in Pell could be called off.",
    ],
)
def test_where_the_mode_cannot_be_told_nothing_is(text: str) -> None:
    assert meeting_lines(text) == []
