"""Duties, deadlines and conditions in the titles of the agreement, as a reader says them."""

from dataclasses import dataclass

from pactwatch.display.words import format_day, join
from pactwatch.model.agreement import Agreement, Duty
from pactwatch.model.terms import AllOf, AnyOf, AtOnce, By, Condition, Due, Happened, Keeps, Not, StateIs
from pactwatch.state.ranges import write_number


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Who owes what to whom: "Hamas", "release", "48 captives", "Israel"."""

    by: str
    do: str
    what: str
    to: str
    continuing: bool

    @property
    def words(self) -> str:
        """The duty in one line: "Hamas: release 48 captives, to Israel"."""
        line = " ".join(part for part in (self.do, self.what) if part)
        return f"{self.by}: {line}{f', to {self.to}' if self.to else ''}"


def describe_duty(duty: Duty | None, agreement: Agreement) -> DutyRow | None:
    """A duty with the actors' names; None where the file states none."""
    if duty is None:
        return None
    return DutyRow(
        by=name_actors(duty.by, agreement),
        do=duty.do,
        what=_describe_quantity(duty),
        to=name_actors(duty.to, agreement),
        continuing=duty.continuing,
    )


def _describe_quantity(duty: Duty) -> str:
    if duty.rate is not None:
        bound = f"{duty.bound} " if duty.bound else ""
        return f"{bound}{write_number(duty.rate)} {duty.of or ''} a {duty.per or 'day'}".replace("  ", " ")
    if duty.ratio is not None:
        return f"{write_number(duty.ratio)} {duty.of or ''} for each {duty.each or 'one'}".replace("  ", " ")
    if duty.count is not None:
        return f"{duty.count:,} {duty.of or ''}".strip()
    return duty.of or ""


def name_actors(identifiers: tuple[str, ...], agreement: Agreement) -> str:
    """Actors by name in a row; an unknown identifier stands for itself."""
    return join([name_actor(identifier, agreement) for identifier in identifiers])


def name_actor(identifier: str, agreement: Agreement) -> str:
    """The name of an actor; an identifier that the file does not know stands for itself."""
    actor = agreement.actors.get(identifier)
    return actor.name if actor else identifier


def name_reader(identifier: str, agreement: Agreement) -> str:
    """Whose reading or count something is: an actor, or the source that has it."""
    if identifier in agreement.actors:
        return agreement.actors[identifier].name
    return name_source(identifier, agreement) or identifier


def name_source(identifier: str | None, agreement: Agreement) -> str | None:
    """A source by outlet and title; a text that the file does not know stands for itself."""
    cited = agreement.sources.get(identifier or "")
    if cited is None:
        return identifier
    return ", ".join(part for part in (cited.outlet, cited.title) if part)


def describe_due(due: Due | None, agreement: Agreement) -> str | None:
    """A deadline: "72 hours after acceptance in public (8 Oct 2025)"; None where there is none."""
    match due:
        case None:
            return None
        case By(day=day):
            return f"by {format_day(day)}"
        case AtOnce(anchor=anchor):
            return f"at once: {_name_anchor(anchor, agreement)}"
    unit = due.unit if due.amount == 1 or due.unit.endswith("s") else f"{due.unit}s"
    side = "before" if due.before else "after"
    return f"{due.amount} {unit} {side}: {_name_anchor(due.anchor, agreement)}"


def _name_anchor(identifier: str, agreement: Agreement) -> str:
    anchor = agreement.anchors.get(identifier)
    if anchor is None:
        return _name_subject(identifier, agreement)
    day = format_day(anchor.on) if anchor.on else "day unknown"
    return f"{anchor.title} ({day})"


def _name_subject(identifier: str, agreement: Agreement) -> str:
    provision = agreement.provisions.get(identifier)
    phase = agreement.phases.get(identifier)
    return f"“{provision.title}”" if provision else phase.title if phase else identifier


def describe_condition(condition: Condition | None, agreement: Agreement) -> str | None:
    """A condition in titles: "“Return of the crews” is fulfilled"; None where there is none."""
    match condition:
        case None:
            return None
        case StateIs(subject=subject, state=state):
            return f"{_name_subject(subject, agreement)} is {state}"
        case Keeps(actor=actor, provision=provision):
            return f"{name_actor(actor, agreement)} keeps {_name_subject(provision, agreement)}"
        case Happened(anchor=anchor):
            return f"{_name_anchor(anchor, agreement)} has happened"
        case Not(part=part):
            return f"it does not hold that {describe_condition(part, agreement)}"
        case AllOf(parts=parts):
            return _join_parts(parts, "and", agreement)
        case AnyOf(parts=parts):
            return _join_parts(parts, "or", agreement)


def _join_parts(parts: tuple[Condition, ...], word: str, agreement: Agreement) -> str:
    described = [describe_condition(part, agreement) or "" for part in parts]
    nested = [
        f"({words})" if isinstance(part, AllOf | AnyOf) else words
        for part, words in zip(parts, described, strict=True)
    ]
    return join(nested, word)
