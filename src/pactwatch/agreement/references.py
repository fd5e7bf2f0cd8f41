"""Which names an agreement file uses where, and what each must be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pactwatch.agreement.build import ROLE_SECTIONS
from pactwatch.agreement.places import Places
from pactwatch.agreement.tree import Series, Table, Text
from pactwatch.model.agreement import Agreement, Expectation, Provision
from pactwatch.model.terms import (
    WHOLE,
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

Path = tuple[str | int, ...]

ACTORS = tuple(ROLE_SECTIONS)


@dataclass(frozen=True, slots=True)
class Sort:
    """What a name must be: the code of the mistake, the words for it, and where it is declared."""

    code: str
    what: str
    sections: tuple[str, ...]
    reserved: tuple[str, ...] = ()


ACTOR = Sort("A301", "an actor", ACTORS)
ACTOR_OR_SOURCE = Sort("A301", "an actor or a source", (*ACTORS, "sources"))
PHASE = Sort("A302", "a phase", ("phases",))
PROVISION = Sort("A303", "a provision", ("provisions",))
PROVISION_OR_PHASE = Sort("A303", "a provision or a phase", ("provisions", "phases"))
KEPT = Sort("A303", "a provision", ("provisions",), (WHOLE,))
ANCHOR = Sort("A304", "an anchor", ("anchors",))
TIME = Sort("A304", "an anchor, a provision or a phase", ("anchors", "provisions", "phases"))
SOURCE = Sort("A305", "a source", ("sources",))
MEASURE = Sort("A306", "a measure", ("measures",))


@dataclass(frozen=True, slots=True)
class Reference:
    """A name used at a path; ``inside``: it is one word of a longer text there."""

    path: Path
    name: str
    sort: Sort
    inside: bool = False


def find_references(agreement: Agreement, places: Places) -> Iterator[Reference]:
    """All names used, with what each must be, in the order of the model."""
    yield from _find_in_actors(agreement, places)
    yield from _find_in_anchors(agreement)
    for id_, phase in agreement.phases.items():
        yield from _find_in_condition(("phases", id_, "after"), phase.after)
        yield from _find_one(("phases", id_, "source"), phase.source, SOURCE)
    for provision in agreement.provisions.values():
        yield from _find_in_provision(provision)
    for id_, measure in agreement.measures.items():
        yield from _find_one(("measures", id_, "since"), measure.since, ANCHOR)
        yield from _find_one(("measures", id_, "provision"), measure.provision, PROVISION)
        yield from _find_many(("measures", id_, "parts"), measure.parts, MEASURE)
    for id_, other in agreement.others.items():
        yield from _find_one(("other_negotiations", id_, "source"), other.source, SOURCE)
    for path, expectation in find_expectations(agreement, places):
        yield Reference(path, expectation.provision, PROVISION)


def _find_in_actors(agreement: Agreement, places: Places) -> Iterator[Reference]:
    sections = find_sections(places)
    for id_, actor in agreement.actors.items():
        section = sections[id_]
        yield from _find_one((section, id_, "part_of"), actor.part_of, ACTOR)
        yield from _find_one((section, id_, "source"), actor.source, SOURCE)
    for id_, person in agreement.people.items():
        yield from _find_one(("people", id_, "of"), person.of, ACTOR)


def _find_in_anchors(agreement: Agreement) -> Iterator[Reference]:
    for id_, anchor in agreement.anchors.items():
        yield from _find_one(("anchors", id_, "source"), anchor.source, SOURCE)
        for place, rival in enumerate(anchor.rivals):
            at: Path = ("anchors", id_, "rivals", place)
            yield from _find_one((*at, "of"), rival.of, ACTOR_OR_SOURCE)
            yield from _find_one((*at, "source"), rival.source, SOURCE)


def _find_in_provision(provision: Provision) -> Iterator[Reference]:
    at: Path = ("provisions", provision.id)
    yield from _find_one((*at, "phase"), provision.phase, PHASE)
    yield from _find_one((*at, "source"), provision.source, SOURCE)
    if provision.duty:
        yield from _find_many((*at, "duty", "by"), provision.duty.by, ACTOR)
        yield from _find_many((*at, "duty", "to"), provision.duty.to, ACTOR)
    yield from _find_in_due((*at, "due"), provision.due)
    for key, condition in find_conditions(provision).items():
        yield from _find_in_condition((*at, key), condition)
    for place, reading in enumerate(provision.readings):
        one: Path = (*at, "readings", place)
        yield from _find_one((*one, "of"), reading.of, ACTOR_OR_SOURCE)
        yield from _find_one((*one, "source"), reading.source, SOURCE)
        yield from _find_in_due((*one, "due"), reading.due)


def find_expectations(agreement: Agreement, places: Places) -> list[tuple[Path, Expectation]]:
    """The expectations with their places; none where the list does not fit."""
    section = places.find_value(("expect",))
    items = section.items if isinstance(section, Series) else []
    paths: list[Path] = [
        ("expect", place, key)
        for place, item in enumerate(items)
        if isinstance(item, Table)
        for key, (_, value) in item.entries.items()
        if key not in ("on", "view") and isinstance(value, Text) and not value.is_nothing
    ]
    return list(zip(paths, agreement.expectations, strict=True)) if agreement.expectations else []


def find_conditions(provision: Provision) -> Mapping[str, Condition | None]:
    """The conditions of a provision by their key in the file."""
    return {"after": provision.after, "while": provision.while_, "when": provision.when}


def find_sections(places: Places) -> dict[str, str]:
    """Each actor with the section that declares it first."""
    sections: dict[str, str] = {}
    for section in ACTORS:
        for actor in places.names(section):
            sections.setdefault(actor, section)
    return sections


def _find_one(path: Path, name: str | None, sort: Sort) -> Iterator[Reference]:
    if name is not None:
        yield Reference(path, name, sort)


def _find_many(path: Path, names: tuple[str, ...], sort: Sort) -> Iterator[Reference]:
    for place, name in enumerate(names):
        yield Reference((*path, place), name, sort)


def _find_in_due(path: Path, due: Due | None) -> Iterator[Reference]:
    match due:
        case Within() | AtOnce():
            yield Reference(path, due.anchor, TIME, inside=True)
        case By() | None:
            return


def _find_in_condition(path: Path, condition: Condition | None) -> Iterator[Reference]:
    match condition:
        case StateIs(subject, _):
            yield Reference(path, subject, PROVISION_OR_PHASE, inside=True)
        case Keeps(actor, provision):
            yield Reference(path, actor, ACTOR, inside=True)
            yield Reference(path, provision, KEPT, inside=True)
        case Happened(anchor):
            yield Reference(path, anchor, ANCHOR, inside=True)
        case Not(part):
            yield from _find_in_condition(path, part)
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _find_in_condition(path, part)
