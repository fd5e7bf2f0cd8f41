"""An invented agreement between North and South, and facts about it that read like reports.

report("handed over", crews, PARTLY, day=19, tally=(47, 48), outlet="Harbour Post")
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

from pactwatch.model.agreement import (
    Accrual,
    Actor,
    Agreement,
    Anchor,
    ClauseReading,
    Duty,
    Expectation,
    Measure,
    Person,
    Phase,
    Provision,
    Role,
)
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
)
from pactwatch.model.placement import Placement, ProvisionMatch, Relevance, SpeakerMatch
from pactwatch.model.record import Decision, Judgement
from pactwatch.model.source import Document, PassageKind, Span, When
from pactwatch.model.status import Fact
from pactwatch.model.terms import AtOnce, Keeps, StateIs, Within

ACTORS = (
    Actor("north", "North", (Role.PARTY,)),
    Actor("south", "South", (Role.PARTY,)),
    Actor("lakeland", "Lakeland", (Role.MEDIATOR,)),
    Actor("north-navy", "Northern Navy", (Role.BODY,), part_of="north", source="accord"),
    Actor("south-ministry", "Southern ministry", (Role.BODY,), part_of="south", source="accord"),
)
PROVISIONS = (
    Provision(
        "ceasefire",
        "No fire",
        "one",
        Duty(("north", "south"), "cease fire", continuing=True),
        due=AtOnce("truce"),
    ),
    Provision(
        "crews",
        "Return of the crews",
        "one",
        Duty(("north",), "release", ("south",), of="crew members", count=48),
        due=Within(72, "hour", "acceptance"),
        readings=(ClauseReading("south", "post", due=Within(72, "hour", "withdrawal")),),
    ),
    Provision(
        "pier",
        "The pier opens",
        "one",
        Duty(("south",), "open", of="pier"),
        due=Within(2, "day", "acceptance"),
    ),
    Provision(
        "barges",
        "Admission of barges",
        "one",
        Duty(("south",), "admit", of="barges", rate=Decimal(60), per="day"),
        after=StateIs("crews", "fulfilled"),
    ),
    Provision(
        "garrison",
        "Withdrawal from the island",
        "two",
        Duty(("south",), "withdraw"),
        while_=Keeps("north", "ceasefire"),
    ),
    Provision("bridge", "The bridge", "three", Duty(("north", "south"), "rebuild")),
)
AGREEMENT = Agreement(
    id="harbour-accord",
    title="Harbour Accord",
    hash="0" * 64,
    starts=date(2031, 5, 1),
    actors={actor.id: actor for actor in ACTORS},
    people={"vale": Person("vale", "Jon Vale", "north"), "orth": Person("orth", "Hanna Orth", "south")},
    anchors={
        "acceptance": Anchor("acceptance", "Acceptance", date(2031, 5, 1)),
        "truce": Anchor("truce", "The truce begins", date(2031, 5, 3)),
        "withdrawal": Anchor("withdrawal", "Boats have left", None),
    },
    phases={
        "one": Phase("one", "First phase"),
        "two": Phase("two", "Second phase", ("second phase",), after=StateIs("crews", "fulfilled")),
        "three": Phase("three", "Third phase", ("third phase",)),
    },
    provisions={provision.id: provision for provision in PROVISIONS},
    measures={
        "crews-returned": Measure(
            "crews-returned",
            "Crews returned",
            Accrual.CUMULATIVE,
            "people",
            ("crew member",),
            effect="returned",
            provision="crews",
        ),
        "killed": Measure(
            "killed", "Killed since the truce", Accrual.CUMULATIVE, "people", ("person",), effect="killed"
        ),
    },
    expectations=(Expectation(date(2031, 5, 19), "any-allegation", "crews", "47 of 48", 12),),
)

_keys = count(1)
_places = count(0, 10)


def day(number: int) -> date:
    """A day of May 2031."""
    return date(2031, 5, number)


def document(
    outlet: str, on: int | None, *, digest: bool = False, kind: str = "report", language: str = "en"
) -> Document:
    """A report of an outlet on a day of May 2031, or on no known day."""
    name = f"{outlet.lower().replace(' ', '-')}-{on or 'undated'}.txt"
    published = When(day(on), day(on), "day", "manifest") if on else None
    return Document(
        id=f"id:{name}",
        name=name,
        encoding="utf-8",
        language=language,
        outlet=outlet,
        published=published,
        undated=None if on else "no day of publication is printed",
        digest=digest,
        kind="digest" if digest else kind,
    )


def says(*speakers: str) -> tuple[SpeakerMatch, ...]:
    """Speakers by actor ("north") or by person and actor ("Jon Vale/north")."""
    return tuple(_match(*reversed(speaker.split("/"))) for speaker in speakers)


def _match(actor: str, person: str | None = None) -> SpeakerMatch:
    known = actor if actor in AGREEMENT.actors else None
    return SpeakerMatch(known, person, person or actor, "named")


def make_fact(
    slots: Slots,
    kind: Kind,
    about: Sequence[str],
    source: Document,
    *,
    by: Sequence[str] = (),
    modality: Modality = Modality.ASSERTED,
    score: float = 0.8,
    relevance: Relevance = Relevance.AGREEMENT,
    measure: str | None = None,
    accused: str | None = None,
    decided: Decision | None = None,
) -> Fact:
    """One fact; its key and its place in the text are the next free ones."""
    number = next(_keys)
    key = f"{number:024}"
    claim = Claim(
        key=key,
        kind=kind,
        document=source.id,
        span=Span(number, number + 10),
        words="as reported",
        where=PassageKind.SENTENCE,
        slots=slots,
        maker="made",
        version="1",
        rule="made",
        speakers=tuple(Mention(Span(0, 1), speaker.split("/")[0]) for speaker in by),
        modality=modality,
    )
    placement = Placement(
        claim=key,
        relevance=relevance,
        relevance_reason="named" if relevance is Relevance.AGREEMENT else "counts from another day",
        provisions=tuple(ProvisionMatch(provision, score, "its words") for provision in about),
        measure=measure,
        speakers=says(*by),
        accused=accused,
    )
    return Fact(claim, placement, source, Judgement(key, decided, "r", "x") if decided else None)


def progress(
    about: str,
    step: Step,
    source: Document,
    tally: tuple[int, int] | None = None,
    subject: str = "it",
    *,
    by: Sequence[str] = (),
    modality: Modality = Modality.ASSERTED,
    score: float = 0.8,
    decided: Decision | None = None,
) -> Fact:
    """A report of a step."""
    done, owed = (Decimal(tally[0]), Decimal(tally[1])) if tally else (None, None)
    slots = Progress(step, Span(0, 4), subject, None, done, owed)
    return make_fact(
        slots, Kind.PROGRESS, [about], source, by=by, modality=modality, score=score, decided=decided
    )


def breach(
    accused: str, source: Document, *, by: Sequence[str] = (), modality: Modality = Modality.ASSERTED
) -> Fact:
    """An alleged breach of the ceasefire."""
    slots = Event("ACCUSE", "allege", by[0] if by else None, accused, Span(0, 4), breach=True)
    return make_fact(slots, Kind.EVENT, ["ceasefire"], source, by=by, modality=modality, accused=accused)


def figure(
    number: int,
    source: Document,
    *,
    measure: str | None = "killed",
    about: Sequence[str] = (),
    effect: str | None = "killed",
    cumulative: bool = True,
    by: Sequence[str] = (),
    relevance: Relevance = Relevance.AGREEMENT,
    modality: Modality = Modality.ASSERTED,
    hedge: str | None = None,
    since: int | None = None,
    **slots: object,
) -> Fact:
    """A reported number: exact, or as its hedge says ("at least", "at most", "around"); ``slots`` are more
    slots of the figure, ``since`` the day of May from which it counts."""
    place = next(_places)
    low, high, approx = _bound(Decimal(number), hedge)
    held = Figure(
        Span(place, place + 2), "person", "people", low, high, approx, effect=effect, cumulative=cumulative
    )
    fact = make_fact(
        replace(held, **slots),  # type: ignore[arg-type]
        Kind.FIGURE,
        about,
        source,
        by=by,
        measure=measure,
        relevance=relevance,
        modality=modality,
    )
    start = When(day(since), day(since), "day", "words") if since else None
    like = ("killed",) if effect == "killed" else ()
    placement = replace(fact.placement, since=start, counts_like=like)
    return replace(fact, claim=replace(fact.claim, hedge=hedge), placement=placement)


def _bound(number: Decimal, hedge: str | None) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    match hedge:
        case "at least":
            return number, None, None
        case "at most":
            return None, number, None
        case "around":
            return None, None, number
    return number, number, None


def statement(source: Document, *, by: Sequence[str] = (), about: Sequence[str] = ()) -> Fact:
    """Words of a speaker."""
    slots = Statement(Form.DIRECT, Span(0, 4), "said", (Span(5, 9),))
    return make_fact(slots, Kind.STATEMENT, about, source, by=by)
