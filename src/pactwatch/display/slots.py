"""What a claim holds, in plain words: one line for a list, labelled rows for its own page.

Ondria opposes “a role for Tamber”
“Ondria will not pull back its guns” waits for “Calvenne quits the island” (until)
Ondria promises “to open the lock”, by 3 May 2031
"""

from collections.abc import Iterator

from pactwatch.display.words import FORMS, STEPS, describe_event, describe_figure, format_when, join
from pactwatch.model.claim import (
    Claim,
    Commitment,
    Condition,
    Event,
    Fate,
    Figure,
    Interpretation,
    Position,
    Progress,
    Statement,
)
from pactwatch.model.source import Span

#: What is reported of a promise, as a reader says it.
FATES = {
    Fate.MADE: "promised",
    Fate.KEPT: "reported kept",
    Fate.BROKEN: "reported broken",
    Fate.EXPIRED: "reported lapsed",
    Fate.WITHDRAWN: "reported withdrawn",
}

Rows = Iterator[tuple[str, str]]


def cut_words(claim: Claim, span: Span | None) -> str:
    """The words of a stretch of a claim on one line; empty where it lies outside of the claim."""
    if span is None or not claim.span.holds(span):
        return ""
    begin = claim.span.begin
    return " ".join(claim.words[span.begin - begin : span.end - begin].split())


def describe_slots(claim: Claim) -> str:
    """What a claim holds in one line: its number, its step, who stands how to what."""
    match claim.slots:
        case Figure() as figure:
            return describe_figure(figure, claim.hedge)
        case Progress() as progress:
            return _describe_progress(progress)
        case Statement(form=form):
            return FORMS[form]
        case Event() as event:
            return _describe_event(claim, event)
        case Position() as position:
            return _describe_position(claim, position)
        case Condition() as condition:
            return _describe_condition(claim, condition)
        case Commitment() as commitment:
            return _describe_commitment(claim, commitment)
        case Interpretation() as reading:
            return f"{_quote(claim, reading.instrument)} {reading.force} {_quote(claim, reading.meaning)}"


def describe_shortly(claim: Claim) -> str:
    """What a claim holds in a word or two, for a margin; empty where its kind says enough."""
    match claim.slots:
        case Figure() | Progress():
            return describe_slots(claim)
        case Position(stance=stance):
            return stance.value
        case Condition(connective=connective):
            return f"“{connective}”"
        case Commitment(fate=fate):
            return FATES[fate]
        case Interpretation(force=force):
            return force.value
        case Event() as event if not claim.alleges_breach:
            return describe_event(event, False)
    return ""


def _quote(claim: Claim, span: Span | None) -> str:
    return f"“{cut_words(claim, span) or '…'}”"


def _describe_progress(progress: Progress) -> str:
    tally = ""
    if progress.done is not None and progress.owed is not None:
        tally = f", {progress.done:,} of {progress.owed:,}"
    return f"{STEPS[progress.step]}{tally}{', confirmed by its speaker' if progress.confirms else ''}"


def _describe_event(claim: Claim, event: Event) -> str:
    """A breach alleged keeps its own words; a meeting tells who and where, the rest actor and recipient."""
    if claim.alleges_breach:
        return describe_event(event, True)
    others = [join([auxiliary.value for auxiliary in event.auxiliary])] if event.auxiliary else []
    place = [f"where: “{event.place}”"] if event.place else []
    about = [f"about “{event.about}”"] if event.about else []
    return ", ".join([f"{describe_event(event, False)}{_name_sides(event)}", *place, *about, *others])


def _name_sides(event: Event) -> str:
    names = [name for name in (event.actor, event.recipient, *event.others) if name]
    if not names:
        return ""
    if event.root == "CONSULT":
        return f" of {join(names)}"
    return f": {' → '.join([event.actor or '…', *([event.recipient] if event.recipient else [])])}"


def _describe_position(claim: Claim, position: Position) -> str:
    more = f", {position.quantity}" if position.quantity else ""
    about = f", about “{position.about}”" if position.about else ""
    return f"{position.actor.name} {position.stance} {_quote(claim, position.target)}{about}{more}"


def _describe_condition(claim: Claim, condition: Condition) -> str:
    needs, wants = _quote(claim, condition.needs), _quote(claim, condition.wants)
    if condition.unless:
        return f"{wants} unless {needs}"
    return f"{wants} waits for {needs} ({condition.connective})"


def _describe_commitment(claim: Claim, commitment: Commitment) -> str:
    to = f" to {commitment.to}" if commitment.to else ""
    due = f", due {describe_due_day(commitment)}" if describe_due_day(commitment) else ""
    what = f"{_quote(claim, commitment.action)}{to}{due}"
    if commitment.condition:
        what = f"{what}, on condition {_quote(claim, commitment.condition)}"
    if commitment.fate is Fate.MADE:
        return f"{commitment.promiser.name} promises {what}"
    return f"promise {FATES[commitment.fate]}: {commitment.promiser.name}, {what}"


def describe_due_day(commitment: Commitment) -> str:
    """When a promise is to be kept: the day, with the words of the text; empty where none is told."""
    words = f"“{commitment.due_words}”" if commitment.due_words else ""
    if commitment.due is None:
        return words
    return f"{format_when(commitment.due)} ({words})" if words else format_when(commitment.due)


def list_slots(claim: Claim) -> tuple[tuple[str, str], ...]:
    """What a claim holds as labelled rows, those that the text leaves open left out."""
    return tuple((label, words) for label, words in _list(claim) if words)


def _list(claim: Claim) -> Rows:
    match claim.slots:
        case Position(stance=stance, target=target, about=about, quantity=quantity) as held:
            yield from (("Held by", _name(held.actor.name, held.actor.affiliation)), ("Stance", stance.value))
            yield from (("On", cut_words(claim, target)), ("About whom", about or ""))
            yield ("How much", quantity or "")
        case Condition(needs=needs, wants=wants, unless=unless, connective=connective):
            yield ("Waits", cut_words(claim, wants))
            yield ("Unless" if unless else "Comes first", cut_words(claim, needs))
            yield ("Bound by", f"“{connective}”")
        case Commitment() as promise:
            yield from _list_promise(claim, promise)
        case Interpretation(force=force, instrument=instrument, meaning=meaning):
            yield from (("Reads", cut_words(claim, instrument)), ("Force", force.value))
            yield ("Meaning", cut_words(claim, meaning))
        case Progress(subject=subject, object=thing):
            yield from (("Who acts", subject or ""), ("On what", thing or ""))
        case Event() as event:
            yield from _list_event(event)


def _list_promise(claim: Claim, promise: Commitment) -> Rows:
    yield ("Promised by", _name(promise.promiser.name, promise.promiser.affiliation))
    yield from (("To whom", promise.to or ""), ("What", cut_words(claim, promise.action)))
    yield from (("Due", describe_due_day(promise)), ("Fate", FATES[promise.fate]))
    yield ("On condition", cut_words(claim, promise.condition))


def _list_event(event: Event) -> Rows:
    yield ("PLOVER code", " ".join(part for part in (event.root, event.mode) if part))
    yield from (("Who", event.actor or ""), ("To whom", event.recipient or ""))
    yield from (("Also", join(event.others)), ("About what", event.about or ""), ("Where", event.place or ""))
    yield ("How it stands", join([auxiliary.value for auxiliary in event.auxiliary]))


def _name(name: str, affiliation: str | None) -> str:
    return f"{name} ({affiliation})" if affiliation else name
