"""The claims of the lake case, cut by hand: statements, figures, breaches alleged, progress."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from lake_texts import DIGEST, FERRY, GAZETTE, HERALD, LEAFLET, SHORE, WIRE, on

from pactwatch.model.claim import (
    Claim,
    Event,
    Figure,
    Form,
    Kind,
    Mention,
    Modality,
    Progress,
    Slots,
    Statement,
    Step,
    Window,
)
from pactwatch.model.keys import compute_key
from pactwatch.model.placement import Placement, ProvisionMatch, Relevance, SpeakerMatch
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.source import Article, Span, When
from pactwatch.model.status import Fact


def find(article: Article, words: str) -> Span:
    """Where some words stand; a ValueError where they do not."""
    begin = article.text.index(words)
    return Span(begin, begin + len(words))


def make_fact(
    article: Article,
    words: str,
    slots: Slots,
    *,
    who: str = "",
    side: str | None = None,
    person: bool = False,
    how: str = "named",
    provisions: Sequence[str] = (),
    measure: str | None = None,
    why: str = "",
    relevance: Relevance = Relevance.AGREEMENT,
    about: str = "names the accord's words",
    accused: str | None = None,
    hedge: str | None = None,
    modality: Modality = Modality.ASSERTED,
    said: When | None = None,
    until: When | None = None,
    judged: Judgement | None = None,
    stale: bool = False,
) -> Fact:
    """One claim with its placement. ``who`` speaks, for ``side``; nobody: the outlet itself."""
    span = find(article, words)
    where = next(passage.kind for passage in article.passages if passage.span.overlaps(span))
    mention = (Mention(span, who, how=how, candidates=("Ilmar Oske",) if how == "unresolved" else ()),)
    claim = Claim(
        key="",
        kind=Kind(type(slots).__name__.lower()),
        document=article.document.id,
        span=span,
        words=words,
        where=where,
        slots=slots,
        maker="by-hand",
        version="1",
        rule="cut",
        speakers=mention if who else (),
        hedge=hedge,
        modality=modality,
        said_on=said,
    )
    claim = claim.with_key(compute_key(claim))
    match = SpeakerMatch(side, who if person else None, who, "named in the sentence")
    placement = Placement(
        claim=claim.key,
        relevance=relevance,
        relevance_reason=about,
        provisions=tuple(ProvisionMatch(provision, 0.9, "its words") for provision in provisions),
        measure=measure,
        measure_reason=why,
        speakers=(match,) if who and how != "unresolved" else (),
        accused=accused,
        until=until,
    )
    judgement = replace(judged, claim=claim.key) if judged else None
    return Fact(claim, placement, article.document, judgement, stale)


def figure(article: Article, number: str, counted: str, effect: str = "", **bounds: object) -> Figure:
    """A figure whose bounds are whole numbers or None."""
    decimals = {
        name: Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
        for name, value in bounds.items()
    }
    return Figure(find(article, number), counted, counted, effect=effect or None, **decimals)  # type: ignore[arg-type]


def statement(
    article: Article, cue: str, *content: str, quotes: Sequence[str] = (), form: Form = Form.INDIRECT
) -> Statement:
    """A statement whose parts are found by their words."""
    return Statement(
        form,
        find(article, cue),
        cue.split()[-1],
        tuple(find(article, part) for part in content),
        tuple(find(article, part) for part in quotes),
    )


def accusation(article: Article, trigger: str, actor: str, recipient: str) -> Event:
    """Somebody says that somebody broke the accord."""
    return Event("ACCUSE", "allege", actor, recipient, find(article, trigger), breach=True)


def progress(article: Article, trigger: str, step: Step, done: int | None = None) -> Progress:
    """A step; with a number where the words give a tally of the 48."""
    tally = (Decimal(done), Decimal(48)) if done is not None else (None, None)
    return Progress(step, find(article, trigger), None, None, *tally)


ACCEPTED = Judgement("", Decision.ACCEPT, "K. Lind", "the number is in the table too")
REJECTED = Judgement("", Decision.REJECT, "K. Lind", "the report takes it back two lines later")
OSKE = {"who": "Ilmar Oske", "side": "aldra", "person": True}
DAHL = {"who": "Rena Dahl", "side": "veyl", "person": True}
BRANN = {"who": "Tove Brann", "side": "norrin", "person": True}
OFFICE = {"who": "Veyl harbour office", "side": "harbour"}


def make_statements() -> list[Fact]:
    """What people are reported to have said."""
    home = "Aldra has handed over 46 of the 48 crew members it held"
    word = '"We have kept our word, and we will keep it again," Oske told reporters at Brannhaven.'
    half = '"The second phase cannot start on half a first one,"'
    shores = '"Both shores know that."'
    boats = "Veyl had fired on two Aldran boats"
    return [
        make_fact(
            GAZETTE,
            f"{home}, its spokesman Ilmar Oske said on Monday.",
            statement(GAZETTE, "Oske said", home),
            provisions=["crews"],
            said=on(2031, 3, 16, "weekday before publication"),
            **OSKE,
        ),
        make_fact(
            GAZETTE,
            word,
            statement(GAZETTE, "Oske told", word[:51], quotes=[word[1:50]], form=Form.DIRECT),
            **OSKE,
        ),
        make_fact(
            GAZETTE,
            f'Oske said {boats} and called it "a plain breach" of the accord.',
            statement(
                GAZETTE,
                "Oske said Veyl"[:9],
                boats,
                '"a plain breach" of the accord',
                quotes=["a plain breach"],
                form=Form.MIXED,
            ),
            provisions=["shelling"],
            **OSKE,
        ),
        make_fact(
            WIRE,
            f"{half} Tove Brann said, adding: {shores}",
            statement(
                WIRE,
                "Brann said",
                half,
                shores,
                quotes=[half[1:-1], shores[1:-1]],
                form=Form.DIRECT,
            ),
            provisions=["garrison"],
            said=on(2031, 4, 2, "weekday of publication"),
            judged=ACCEPTED,
            **BRANN,
        ),
        make_fact(
            SHORE,
            "Aldra denies it.",
            statement(SHORE, "Aldra denies"[6:], "denies it"),
            who="Aldra",
            side="aldra",
            provisions=["shelling"],
            modality=Modality.DENIED,
        ),
        make_fact(
            LEAFLET,
            'An official said the crews would all be home "before the ice".',
            statement(
                LEAFLET,
                "official said",
                'the crews would all be home "before the ice"',
                quotes=["before the ice"],
                form=Form.MIXED,
            ),
            who="An official",
            how="unresolved",
            provisions=["crews"],
            modality=Modality.PLANNED,
        ),
        make_fact(
            HERALD,
            'Dahl said the island was "Veylish ground until the last sailor is home".',
            statement(
                HERALD,
                "Dahl said",
                'the island was "Veylish ground until the last sailor is home"',
                quotes=["Veylish ground until the last sailor is home"],
                form=Form.MIXED,
            ),
            provisions=["garrison", "crews"],
            **DAHL,
        ),
    ]


def make_figures() -> list[Fact]:
    """Numbers with every hedge, an undated one, one of the time before, two without a measure."""
    killed = {"measure": "dead", "why": "people killed since the shelling stopped"}
    window = Window("since the shelling stopped", anchored=True)
    return [
        make_fact(
            GAZETTE,
            "At least 12 people have been killed on the lake since the shelling stopped",
            figure(GAZETTE, "12", "people", "killed", low=12, window=window, cumulative=True),
            hedge="at least",
            said=on(2031, 3, 16, "weekday before publication"),
            **OFFICE,
            **killed,
        ),
        make_fact(
            WIRE,
            "14 people had been killed",
            figure(WIRE, "14", "people", "killed", low=14, high=14),
            **DAHL,
            **killed,
        ),
        make_fact(
            SHORE,
            "Some 15 people have died on the lake since early March",
            figure(SHORE, "15", "people", "killed", approx=15),
            hedge="some",
            **killed,
        ),
        make_fact(
            LEAFLET,
            "13 people had been killed",
            figure(LEAFLET, "13", "people", "killed", low=13, high=13),
            who="He",
            how="unresolved",
            **killed,
        ),
        make_fact(
            DIGEST,
            "16 people killed since the shelling stopped",
            figure(DIGEST, "16", "people", "killed", low=16, high=16, window=window, cumulative=True),
            until=on(2031, 4, 18, "printed"),
            **OFFICE,
            **killed,
        ),
        make_fact(
            GAZETTE,
            "46 of the 48 crew members",
            figure(GAZETTE, "46", "crew members", "returned", low=46, high=46, of_total=48),
            measure="returned",
            provisions=["crews"],
            judged=ACCEPTED,
            **OSKE,
        ),
        make_fact(
            WIRE,
            "All but two of the 48 crew members",
            figure(WIRE, "All but two", "crew members", "returned", low=46, high=46, of_total=48),
            measure="returned",
            provisions=["crews"],
            who="mediators",
            side="norrin",
        ),
        make_fact(
            LEAFLET,
            "Forty-seven of 48 sailors",
            figure(LEAFLET, "Forty-seven", "sailors", "returned", low=47, high=47, of_total=48),
            measure="returned",
            provisions=["crews"],
        ),
        make_fact(
            DIGEST,
            "47 of the 48 crew members",
            figure(DIGEST, "47", "crew members", "returned", low=47, high=47, of_total=48),
            measure="returned",
            provisions=["crews"],
            who="Norrin",
            side="norrin",
            until=on(2031, 4, 18, "printed"),
        ),
        make_fact(
            GAZETTE,
            "about 45 barges",
            figure(GAZETTE, "45", "barges", "passed", approx=45, per="day"),
            hedge="about",
            measure="passed",
            provisions=["barges"],
        ),
        make_fact(
            SHORE,
            "52 did",
            figure(SHORE, "52", "barges", "passed", low=52, high=52, per="day"),
            measure="passed",
            provisions=["barges"],
        ),
        make_fact(
            SHORE,
            "Up to 60 barges",
            figure(SHORE, "60", "barges", "due", high=60, per="day"),
            hedge="up to",
            why="due, not passed",
            provisions=["barges"],
        ),
        make_fact(
            WIRE,
            "between 300 and 350 soldiers on Holm island",
            figure(WIRE, "300 and 350", "soldiers", low=300, high=350),
            measure="soldiers",
            provisions=["garrison"],
        ),
        make_fact(
            HERALD,
            "120 in all",
            figure(HERALD, "120", "monitors", low=120, high=120),
            why="no measure counts monitors",
            provisions=["monitors"],
            modality=Modality.PLANNED,
        ),
        make_fact(
            FERRY,
            "More than 900 people had been killed",
            figure(FERRY, "900", "people", "killed", low=900),
            hedge="more than",
            relevance=Relevance.PREHISTORY,
            about="published before the accord and names the ferry truce",
        ),
        make_fact(
            FERRY,
            "200 prisoners were exchanged",
            figure(FERRY, "200", "prisoners", "exchanged", low=200, high=200),
            relevance=Relevance.OTHER,
            about="names the ferry truce",
            who="Norrin",
            side="norrin",
        ),
    ]


def make_breaches() -> list[Fact]:
    """Breaches that each side alleges against the other, one of them told by a digest."""
    shelling = {"provisions": ["shelling"]}
    return [
        make_fact(
            GAZETTE,
            'called it "a plain breach" of the accord',
            accusation(GAZETTE, "breach", "aldra", "veyl"),
            accused="veyl",
            **OSKE,
            **shelling,
        ),
        make_fact(
            WIRE,
            "Aldran guns had shelled the shore three times and had broken the accord",
            accusation(WIRE, "broken", "veyl", "aldra"),
            accused="aldra",
            **DAHL,
            **shelling,
        ),
        make_fact(
            SHORE,
            "Veyl accuses Aldra of breaking the accord by shelling its shore.",
            accusation(SHORE, "accuses", "veyl", "aldra"),
            accused="aldra",
            who="Veyl",
            side="veyl",
            **shelling,
        ),
        make_fact(
            HERALD,
            "Veyl was in breach of the accord every day that its soldiers stay",
            accusation(HERALD, "in breach", "aldra", "veyl"),
            accused="veyl",
            provisions=["garrison"],
            **OSKE,
        ),
        make_fact(
            DIGEST,
            "Aldra again alleged that Veyl broke the accord.",
            accusation(DIGEST, "alleged", "aldra", "veyl"),
            accused="veyl",
            who="Aldra",
            side="aldra",
            **shelling,
        ),
    ]


def make_progress() -> list[Fact]:
    """Steps reported, with tallies; one rejected and one whose words are no longer found."""
    return [
        make_fact(
            GAZETTE,
            "handed over 46 of the 48 crew members",
            progress(GAZETTE, "handed over", Step.PARTLY, 46),
            provisions=["crews"],
            **OSKE,
        ),
        make_fact(
            WIRE,
            "All but two of the 48 crew members are home",
            progress(WIRE, "are home", Step.PARTLY, 46),
            provisions=["crews"],
            who="mediators",
            side="norrin",
        ),
        make_fact(
            LEAFLET,
            "Forty-seven of 48 sailors have returned",
            progress(LEAFLET, "have returned", Step.PARTLY, 47),
            provisions=["crews"],
        ),
        make_fact(
            DIGEST,
            "47 of the 48 crew members had been returned",
            progress(DIGEST, "had been returned", Step.PARTLY, 47),
            provisions=["crews"],
            who="Norrin",
            side="norrin",
        ),
        make_fact(
            WIRE,
            "A plan to withdraw them has been ordered but nothing has moved.",
            progress(WIRE, "ordered", Step.ORDERED),
            provisions=["garrison"],
            judged=REJECTED,
        ),
        make_fact(
            HERALD,
            "Withdrawal from Holm has stalled",
            progress(HERALD, "stalled", Step.STALLED),
            provisions=["garrison"],
            who="both sides",
        ),
        make_fact(
            GAZETTE,
            "Veyl let about 45 barges through on Saturday.",
            progress(GAZETTE, "let", Step.BEGUN),
            provisions=["barges"],
            judged=ACCEPTED,
            stale=True,
        ),
    ]
