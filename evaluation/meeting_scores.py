"""Scores of meetings: who met or is to meet where, and whether a plan is told as one.

right      some meeting of the document has the gold's place (where it gives one), is planned as the gold
           says, lies on the gold's day and has at least half of those who take part. A person, an office or
           a capital stands for its actor where the agreement says so; people are compared by name. A document
           without a day of publication dates nothing: its meetings count without the day.
beyond     a meeting that shares neither place nor people with any of the gold
as held    a meeting told as held that the gold has as planned only
"""

from annotated import Annotated, GoldMeeting
from matching import equal_speaker, plain
from pactwatch.claims.aliases import find_exact, find_named, make_alias_table
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim, Event, Modality
from reading import Reading
from scores import Finding, Found, Miss, make_claim_miss


def find_meetings(document: Annotated, reading: Reading) -> Found:
    """Each meeting of the gold by place, people, day and whether it is planned."""
    wanted = document.meetings or ()
    told = _told(reading)
    missed = [gold for gold in wanted if not any(_is_right(gold, claim, reading) for claim in told)]
    misses = [
        Miss("meetings", document.name, show_gold(gold), _reason(gold, told, reading)) for gold in missed
    ]
    return len(wanted), misses


def find_extra_meetings(document: Annotated, reading: Reading) -> Found:
    """Meetings that the gold does not have, by neither place nor people."""
    if document.meetings is None:
        return None, []
    extra = [claim for claim in _told(reading) if not _like(claim, document.meetings, reading)]
    measure = "meetings beyond the gold"
    return None, [make_claim_miss(measure, document, reading, claim, show(claim)) for claim in extra]


def find_told_as_held(document: Annotated, reading: Reading) -> Found:
    """Meetings told as held that the gold only has as planned."""
    misses = []
    for claim in _told(reading):
        like = _like(claim, document.meetings or (), reading)
        if like and claim.modality is Modality.ASSERTED and all(gold.planned for gold in like):
            measure = "meetings planned, told as held"
            misses.append(make_claim_miss(measure, document, reading, claim, show(claim)))
    return None, misses


def _told(reading: Reading) -> list[Claim]:
    events = reading.of(Event)
    return [claim for claim in events if isinstance(claim.slots, Event) and claim.slots.root == "CONSULT"]


def _is_right(gold: GoldMeeting, claim: Claim, reading: Reading) -> bool:
    assert isinstance(claim.slots, Event)
    planned = claim.modality is Modality.PLANNED
    held = claim.modality is Modality.ASSERTED
    return (
        (planned if gold.planned else held)
        and (gold.place is None or _equal_place(gold.place, claim.slots.place))
        and _is_on(gold, claim, reading)
        and 2 * _count_who(gold, claim, reading) >= len(gold.who)
    )


def _equal_place(gold: str, found: str | None) -> bool:
    return found is not None and plain(gold).casefold() == plain(found).casefold()


def _is_on(gold: GoldMeeting, claim: Claim, reading: Reading) -> bool:
    """Whether the day lies within the gold's; a document without a day of its own dates none."""
    if gold.date is None or (claim.happened_on is None and reading.article.document.published is None):
        return True
    when = claim.happened_on
    return when is not None and all(day.isoformat().startswith(gold.date) for day in (when.first, when.last))


def _count_who(gold: GoldMeeting, claim: Claim, reading: Reading) -> int:
    names = _names(claim)
    return sum(any(_is_same(wanted, name, reading.agreement) for name in names) for wanted in gold.who)


def _names(claim: Claim) -> list[str]:
    slots = claim.slots
    assert isinstance(slots, Event)
    return [name for name in (slots.actor, slots.recipient, *slots.others) if name]


def _is_same(gold: str, name: str, agreement: Agreement | None) -> bool:
    if equal_speaker(gold, name):
        return True
    if agreement is None or any(gold == person.name for person in agreement.people.values()):
        return False
    wanted = _actor(gold, agreement)
    return wanted is not None and wanted == _actor(name, agreement)


def _actor(name: str, agreement: Agreement) -> str | None:
    """The actor that a name is or speaks for; an institution is of its owner."""
    table = make_alias_table(agreement)
    found = find_exact(table, name)
    named = found or next((one for one in find_named(table, name) if one.actor), None)
    actor = named.actor if named else None
    while actor is not None and (owner := agreement.actors[actor].part_of):
        actor = owner
    return actor


def _like(claim: Claim, golds: tuple[GoldMeeting, ...], reading: Reading) -> list[GoldMeeting]:
    """The gold's meetings that share a place or people with a claim and contradict neither."""
    assert isinstance(claim.slots, Event)
    place = claim.slots.place
    found = []
    for gold in golds:
        same_place = gold.place is not None and _equal_place(gold.place, place)
        other_place = gold.place is not None and place is not None and not same_place
        who = _count_who(gold, claim, reading)
        if same_place or (who and not other_place) or 2 * who > len(gold.who):
            found.append(gold)
    return found


def show_gold(gold: GoldMeeting) -> str:
    """The gold's meeting on a line."""
    words = "planned" if gold.planned else "held"
    return f"{gold.what} in {gold.place or '?'}, {gold.date or 'no day'}, {words}: {', '.join(gold.who)}"


def show(claim: Claim) -> str:
    """A meeting that was read on a line."""
    assert isinstance(claim.slots, Event)
    on = claim.happened_on.first.isoformat() if claim.happened_on else "no day"
    return f"{claim.rule} in {claim.slots.place or '?'}, {on}: {', '.join(_names(claim))}"


def _reason(gold: GoldMeeting, told: list[Claim], reading: Reading) -> str:
    near = [claim for claim in told if _like(claim, (gold,), reading)]
    return "; ".join(map(show, near)) or "none told"


MEETING_FINDINGS: tuple[tuple[str, Finding], ...] = (
    ("meetings", find_meetings),
    ("meetings beyond the gold", find_extra_meetings),
    ("meetings planned, told as held", find_told_as_held),
)
