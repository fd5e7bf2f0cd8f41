"""Cross checks on a loaded agreement: names, days, circles, counts, words.

Each check takes the agreement and the places of its file and returns Problems.
"""

from collections.abc import Callable, Iterable
from datetime import date

from pactwatch.agreement.cycles import find_cycles
from pactwatch.agreement.nearest import find_nearest
from pactwatch.agreement.places import Places
from pactwatch.agreement.references import (
    ACTORS,
    Path,
    Reference,
    Sort,
    find_conditions,
    find_expectations,
    find_references,
    find_sections,
)
from pactwatch.agreement.shape import FileShape
from pactwatch.config import PARTY_VIEW, STANDARD_VIEWS
from pactwatch.model.agreement import Agreement
from pactwatch.model.terms import (
    AllOf,
    AnyOf,
    AtOnce,
    By,
    Condition,
    Due,
    Keeps,
    StateIs,
    Within,
)
from pactwatch.problems import Level, Problem

#: Sections whose names may meet in one sentence and must therefore differ.
NAMESPACES = ((*ACTORS, "people"), ("provisions", "phases", "anchors"))

Check = Callable[[Agreement, Places], Iterable[Problem]]


def check_agreement(agreement: Agreement, places: Places) -> list[Problem]:
    """All Problems of the cross checks."""
    return [problem for check in CHECKS for problem in check(agreement, places)]


def _check_references(agreement: Agreement, places: Places) -> Iterable[Problem]:
    known: dict[Sort, dict[str, None]] = {}
    for reference in find_references(agreement, places):
        sort = reference.sort
        if sort not in known:
            known[sort] = dict.fromkeys((*places.names(*sort.sections), *sort.reserved))
        if reference.name not in known[sort] and _can_know(sort, places):
            yield _explain_reference(reference, known[sort], places)


def _can_know(sort: Sort, places: Places) -> bool:
    """Whether a name can be called undeclared: not where a section is missing by mistake."""
    top = [path[0] for path in places.faulty if len(path) == 1]
    other = {info.alias or name for name, info in FileShape.model_fields.items()} - {*sort.sections}
    return other.issuperset(top) or all(places.has([section]) for section in sort.sections)


def _explain_reference(reference: Reference, known: Iterable[str], places: Places) -> Problem:
    sort = reference.sort
    message = f'"{reference.name}" is not {sort.what} of this file.'
    hint = f"Declare it under {_join(sort.sections)}, or correct the name."
    nearest = find_nearest(reference.name, known)
    at_key = reference.path[0] == "expect"
    word = reference.name if reference.inside else None
    return places.report(sort.code, message, reference.path, hint, nearest=nearest, at_key=at_key, word=word)


def _check_names(agreement: Agreement, places: Places) -> Iterable[Problem]:
    for sections in NAMESPACES:
        first: dict[str, str] = {}
        for section in sections:
            for name in places.names(section):
                if name in first:
                    yield _explain_twice(name, first[name], section, places)
                first.setdefault(name, section)


def _explain_twice(name: str, first: str, section: str, places: Places) -> Problem:
    message = f'"{name}" is declared under {first} and again under {section}.'
    hint = "Rename one of them."
    if section in ACTORS and first in ACTORS:
        hint = f'An actor with two roles stands once, with "also: [...]" under {first}.'
    return places.report("A308", message, (section, name), hint, at_key=True)


def _check_views(agreement: Agreement, places: Places) -> Iterable[Problem]:
    known = (*STANDARD_VIEWS, *(f"{PARTY_VIEW}{party}" for party in places.names("parties")))
    for path, expectation in find_expectations(agreement, places):
        if expectation.view not in known:
            message = f'"{expectation.view}" is not a view.'
            hint = f"Views: {', '.join(known)}."
            nearest = find_nearest(expectation.view, known)
            yield places.report("A307", message, (*path[:-1], "view"), hint, nearest=nearest)


def _check_expectations(agreement: Agreement, places: Places) -> Iterable[Problem]:
    for path, expectation in find_expectations(agreement, places):
        provision = agreement.provisions.get(expectation.provision)
        tally = expectation.expected.partition(" of ")[2]
        if provision is None or not tally or not places.is_whole("provisions", provision.id):
            continue
        count = provision.duty.count if provision.duty else None
        if count != int(tally):
            owed = f"owes {count}" if count else "has no count"
            message = f'"{expectation.expected}" is expected, but "{provision.id}" {owed}.'
            yield places.report("A507", message, path, "Correct the count or the expectation.")


def _check_days(agreement: Agreement, places: Places) -> Iterable[Problem]:
    begins = places.is_whole("starts")
    for path, day in _find_days(agreement, places):
        if begins and day < agreement.starts:
            message = f"{day} is before the agreement starts ({agreement.starts})."
            yield places.report("A501", message, path, 'Correct the day, or "starts".')
    for id_, anchor in agreement.anchors.items():
        if begins and anchor.prehistory and anchor.on and anchor.on >= agreement.starts:
            message = f'"{id_}" is called prehistory, but {anchor.on} is not before {agreement.starts}.'
            hint = 'Correct the day, or drop "prehistory".'
            yield places.report("A503", message, ("anchors", id_, "on"), hint)
    for id_, other in agreement.others.items():
        if other.since and other.before and other.since >= other.before:
            message = f'"since" ({other.since}) is not earlier than "before" ({other.before}).'
            path = ("other_negotiations", id_, "before")
            yield places.report("A502", message, path, "Exchange the two days.")


def _find_days(agreement: Agreement, places: Places) -> Iterable[tuple[Path, date]]:
    for path, expectation in find_expectations(agreement, places):
        yield (*path[:-1], "on"), expectation.on
    for id_, provision in agreement.provisions.items():
        if isinstance(provision.due, By):
            yield ("provisions", id_, "due"), provision.due.day
        for place, reading in enumerate(provision.readings):
            if isinstance(reading.due, By):
                yield ("provisions", id_, "readings", place, "due"), reading.due.day


def _check_parts(agreement: Agreement, places: Places) -> Iterable[Problem]:
    sections = find_sections(places)
    belongs = {id_: (actor.part_of,) for id_, actor in agreement.actors.items() if actor.part_of}
    for cycle in find_cycles(belongs):
        message = f"These actors are part of one another: {_circle(cycle)}."
        path = (sections[cycle[0]], cycle[0], "part_of")
        yield places.report("A504", message, path, 'Delete "part_of" where it is not so.')
    parts = {id_: measure.parts for id_, measure in agreement.measures.items()}
    for cycle in find_cycles(parts):
        message = f"These measures are parts of one another: {_circle(cycle)}."
        path = ("measures", cycle[0], "parts")
        yield places.report("A504", message, path, "A total is no part of its parts.")


def _check_order(agreement: Agreement, places: Places) -> Iterable[Problem]:
    waits: dict[str, tuple[str, ...]] = {}
    for id_, provision in agreement.provisions.items():
        waits[id_] = (*_find_first(provision.after), *_find_due_first(provision.due))
    for id_, phase in agreement.phases.items():
        waits.setdefault(id_, _find_first(phase.after))
    for cycle in find_cycles(waits):
        message = f"Each of these waits for the next, so none can begin: {_circle(cycle, ' waits for ')}."
        hint = "Correct it, unless the agreement itself says so."
        section = "provisions" if cycle[0] in agreement.provisions else "phases"
        key = "after" if places.has((section, cycle[0], "after")) else "due"
        yield places.report("A505", message, (section, cycle[0], key), hint, level=Level.WARNING)


def _find_first(condition: Condition | None) -> tuple[str, ...]:
    """What must have ended before a condition can hold, alternatives and negations aside."""
    match condition:
        case StateIs(subject, "fulfilled" | "discharged" | "terminated"):
            return (subject,)
        case AllOf(parts):
            return tuple(name for part in parts for name in _find_first(part))
        case AnyOf(parts) if len(parts) == 1:
            return _find_first(parts[0])
    return ()


def _find_due_first(due: Due | None) -> tuple[str, ...]:
    match due:
        case Within(_, _, anchor, False) | AtOnce(anchor):
            return (anchor,)
    return ()


def _check_words(agreement: Agreement, places: Places) -> Iterable[Problem]:
    for id_, provision in agreement.provisions.items():
        if not provision.words and places.is_whole("provisions", id_):
            message = f'"{id_}" has no words, so that no sentence of the news can be about it.'
            hint = "Add words: [...] with stems or phrases."
            path = ("provisions", id_)
            yield places.report("A506", message, path, hint, at_key=True, level=Level.WARNING)


def _check_keeps(agreement: Agreement, places: Places) -> Iterable[Problem]:
    for id_, provision in agreement.provisions.items():
        for key, condition in find_conditions(provision).items():
            for kept in _find_kept(condition):
                other = agreement.provisions.get(kept.provision)
                if other is None or (other.duty and other.duty.continuing):
                    continue
                if not places.is_whole("provisions", other.id):
                    continue
                message = f'"{kept.provision}" is not a continuing duty, so that nobody can keep it.'
                hint = f'Write "{kept.provision} is fulfilled", or add "continuing: true" to its duty.'
                path = ("provisions", id_, key)
                yield places.report("A508", message, path, hint, word=kept.provision, level=Level.WARNING)


def _find_kept(condition: Condition | None) -> list[Keeps]:
    match condition:
        case Keeps():
            return [condition]
        case AllOf(parts) | AnyOf(parts):
            return [kept for part in parts for kept in _find_kept(part)]
    return []


def _check_belonging(agreement: Agreement, places: Places) -> Iterable[Problem]:
    sections = find_sections(places)
    for id_, actor in agreement.actors.items():
        if actor.part_of and not places.has((sections[id_], id_, "source")):
            message = f'"{id_}" is part of "{actor.part_of}", but nobody is named who says so.'
            path = (sections[id_], id_, "part_of")
            yield places.report("A509", message, path, 'Add "source: ...".', level=Level.WARNING)


def _circle(cycle: tuple[str, ...], between: str = " -> ") -> str:
    return between.join((*cycle, cycle[0]))


def _join(sections: tuple[str, ...]) -> str:
    return sections[0] if len(sections) == 1 else f"{', '.join(sections[:-1])} or {sections[-1]}"


CHECKS: tuple[Check, ...] = (
    _check_names,
    _check_references,
    _check_views,
    _check_expectations,
    _check_days,
    _check_parts,
    _check_order,
    _check_words,
    _check_keeps,
    _check_belonging,
)
