"""The shape of an agreement file to the frozen model."""

from collections.abc import Mapping
from typing import TypeVar

from pactwatch.agreement.places import Places
from pactwatch.agreement.shape import (
    ActorShape,
    AnchorShape,
    DutyShape,
    ExpectShape,
    FileShape,
    MeasureShape,
    ProvisionShape,
    Shape,
)
from pactwatch.model.agreement import (
    Accrual,
    Actor,
    Agreement,
    Anchor,
    Cited,
    ClauseReading,
    Duty,
    Expectation,
    Measure,
    OtherNegotiation,
    Person,
    Phase,
    Provision,
    RivalDay,
    Role,
)

T = TypeVar("T")
S = TypeVar("S", bound=Shape)

#: The sections that hold actors, with the role that each gives.
ROLE_SECTIONS: Mapping[str, Role] = {
    "parties": Role.PARTY,
    "mediators": Role.MEDIATOR,
    "guarantors": Role.GUARANTOR,
    "bodies": Role.BODY,
    "others_named": Role.OTHER,
}


def make_agreement(shape: FileShape, places: Places, hash_: str) -> Agreement:
    """The agreement; of an actor that stands twice, the first."""
    return Agreement(
        id=shape.agreement,
        title=shape.title,
        hash=hash_,
        starts=shape.starts,
        words=tuple(shape.words),
        actors=_make_actors(shape),
        people={
            id_: Person(id_, it.name, it.of, it.office, tuple(it.aliases)) for id_, it in shape.people.items()
        },
        anchors={id_: _make_anchor(id_, it) for id_, it in shape.anchors.items()},
        phases={
            id_: Phase(id_, it.title, tuple(it.words), it.after, it.source)
            for id_, it in shape.phases.items()
        },
        provisions={id_: _make_provision(id_, it, places) for id_, it in shape.provisions.items()},
        measures={id_: _make_measure(id_, it) for id_, it in shape.measures.items()},
        others={
            id_: OtherNegotiation(
                id_, it.title, tuple(it.words), it.since, it.before, it.prehistory, it.source
            )
            for id_, it in shape.other_negotiations.items()
        },
        expectations=tuple(
            expectation
            for place, it in enumerate(shape.expect)
            for expectation in _make_expectations(place, it, places)
        ),
        sources={id_: Cited(id_, it.title, it.outlet, it.on, it.url) for id_, it in shape.sources.items()},
    )


def _make_actors(shape: FileShape) -> dict[str, Actor]:
    actors: dict[str, Actor] = {}
    for section, role in ROLE_SECTIONS.items():
        for id_, it in getattr(shape, section).items():
            actors.setdefault(id_, _make_actor(id_, role, it))
    return actors


def _make_actor(id_: str, role: Role, it: ActorShape) -> Actor:
    roles = tuple(dict.fromkeys((role, *(Role(word) for word in it.also))))
    return Actor(id_, it.name, roles, tuple(it.aliases), tuple(it.adjectives), it.part_of, it.source)


def _make_anchor(id_: str, it: AnchorShape) -> Anchor:
    rivals = tuple(RivalDay(rival.of, rival.on, rival.source) for rival in it.rivals)
    return Anchor(id_, it.title, it.on, it.source, tuple(it.words), rivals, it.prehistory)


def _make_provision(id_: str, it: ProvisionShape, places: Places) -> Provision:
    return Provision(
        id=id_,
        title=it.title,
        phase=it.phase,
        duty=_make_duty(it.duty) if it.duty else None,
        text=it.text,
        due=it.due,
        after=it.after,
        while_=it.while_,
        when=it.when,
        readings=tuple(
            ClauseReading(one.of, one.source, one.text, one.due, one.clause) for one in it.readings
        ),
        words=tuple(it.words),
        not_words=tuple(it.not_words),
        source=it.source,
        clause=it.clause,
        line=places.find_key(("provisions", id_)).line,
    )


def _make_duty(it: DutyShape) -> Duty:
    return Duty(
        by=tuple(it.by),
        do=it.do,
        to=tuple(it.to),
        of=it.of,
        count=it.count,
        rate=it.rate.number if it.rate else None,
        per=it.rate.per if it.rate else None,
        ratio=it.ratio.number if it.ratio else None,
        each=it.ratio.each if it.ratio else None,
        continuing=it.continuing,
        bound=it.rate.bound if it.rate else None,
    )


def _make_measure(id_: str, it: MeasureShape) -> Measure:
    return Measure(
        id=id_,
        title=it.title,
        accrual=Accrual(it.accrual),
        unit=it.unit,
        of=tuple(it.of),
        not_of=tuple(it.not_of),
        effect=it.effect,
        since=it.since,
        provision=it.provision,
        parts=tuple(it.parts),
    )


def _make_expectations(place: int, it: ExpectShape, places: Places) -> list[Expectation]:
    return [
        Expectation(it.on, it.view, provision, expected, places.find_key(("expect", place, provision)).line)
        for provision, expected in (it.__pydantic_extra__ or {}).items()
    ]
