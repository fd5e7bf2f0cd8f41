"""Scores of what needs an agreement: progress, alleged breaches, relevance, and the day of publication."""

from collections import Counter
from collections.abc import Iterable

from annotated import Annotated, GoldProgress
from matching import equal_speaker, find_all
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim, Event, Modality, Progress
from pactwatch.model.placement import Placement, SpeakerMatch
from pactwatch.model.source import Span
from reading import Reading
from scores import Finding, Found, Miss, make_claim_miss, make_miss


def find_progress(document: Annotated, reading: Reading) -> Found:
    """Each step reported, at its place, with its tally."""
    wanted = [gold for gold in document.progress if gold.step]
    missed = [
        gold for gold in wanted if not any(is_step(gold, claim) for claim in _at(gold, reading, Progress))
    ]
    return len(wanted), [_miss("progress", gold, document, reading, Progress) for gold in missed]


def is_step(gold: GoldProgress, claim: Claim) -> bool:
    """Whether a claim reports the gold's step, with its tally where it has one."""
    slots = claim.slots
    if not isinstance(slots, Progress) or slots.step.value != gold.step:
        return False
    return gold.tally is None or gold.tally == f"{slots.done} of {slots.owed}"


def find_provisions(document: Annotated, reading: Reading) -> Found:
    """Each step and each breach placed at its provision."""
    wanted = [gold for gold in document.progress if gold.provision]
    missed = [gold for gold in wanted if gold.provision not in _provisions(gold, reading)]
    measure = "progress: provision"
    return len(wanted), [_miss(measure, gold, document, reading, Progress | Event) for gold in missed]


def _provisions(gold: GoldProgress, reading: Reading) -> set[str]:
    kind = Event if gold.accuser else Progress
    placed = (reading.placements[claim.key] for claim in _at(gold, reading, kind))
    return {match.provision for placement in placed for match in placement.provisions}


def find_breaches(document: Annotated, reading: Reading) -> Found:
    """Each alleged breach of a provision with who alleges it, against whom."""
    wanted = [gold for gold in document.progress if gold.accuser and gold.provision]
    missed = [
        gold
        for gold in wanted
        if not any(is_breach(gold, claim, reading) for claim in _at(gold, reading, Event))
    ]
    return len(wanted), [_miss("breaches", gold, document, reading, Event) for gold in missed]


def is_breach(gold: GoldProgress, claim: Claim, reading: Reading) -> bool:
    """Whether a claim alleges the gold's breach: the accuser and the accused are right."""
    if not claim.alleges_breach:
        return False
    placement, agreement = reading.placements[claim.key], reading.agreement
    accusers = [match.actor for match in placement.speakers]
    return _is_actor(gold.by, placement.accused, agreement) and any(
        _is_actor(gold.accuser, actor, agreement) for actor in accusers
    )


def _is_actor(gold: str | None, actor: str | None, agreement: Agreement | None) -> bool:
    """Whether the gold's name or id is the actor's, or that of the actor it is part of."""
    if gold is None or actor is None or agreement is None:
        return gold is None and actor is None
    known = agreement.actors[actor]
    if gold in (known.id, known.name):
        return True
    return known.part_of is not None and _is_actor(gold, known.part_of, agreement)


def find_forbidden(document: Annotated, reading: Reading) -> Found:
    """Progress or a breach where the words only announce, tally or set a condition."""
    places = [place for words in document.forbidden for place in find_all(reading.article.text, words)]
    misses = [
        make_claim_miss("progress invented", document, reading, claim, _show(claim, None))
        for claim in (*reading.of(Progress), *_breaches(reading))
        if claim.modality is Modality.ASSERTED and any(place.overlaps(_trigger(claim)) for place in places)
    ]
    return None, misses


def _breaches(reading: Reading) -> list[Claim]:
    """The events that are alleged breaches: who met whom is no breach."""
    events = reading.of(Event)
    return [claim for claim in events if isinstance(claim.slots, Event) and claim.slots.root == "ACCUSE"]


def _trigger(claim: Claim) -> Span:
    return claim.slots.trigger if isinstance(claim.slots, Progress | Event) else claim.span


def find_who(document: Annotated, reading: Reading) -> Found:
    """Each speaker of the gold known to the agreement by the right id wherever it speaks."""
    misses = []
    for name, wanted in document.who:
        found = _matches(name, reading)
        if not found or any(not _is_who(wanted, match, reading.agreement) for match in found):
            shown = sorted({f"{match.name}: {match.actor} {match.person or ''}".strip() for match in found})
            misses.append(Miss("who", document.name, f"{name}: {wanted}", "; ".join(shown) or "never speaks"))
    return len(document.who), misses


def _matches(name: str, reading: Reading) -> list[SpeakerMatch]:
    return [
        match
        for claim in reading.claims
        for mention, match in zip(claim.speakers, reading.placements[claim.key].speakers, strict=True)
        if equal_speaker(name, mention.name)
    ]


def _is_who(wanted: str, match: SpeakerMatch, agreement: Agreement | None) -> bool:
    if agreement is not None and wanted in agreement.people:
        return match.person == agreement.people[wanted].name
    return match.actor == wanted


def find_relevance(document: Annotated, reading: Reading) -> Found:
    """The relevance of most claims of a document."""
    if document.relevance is None:
        return 0, []
    counts = Counter(placement.relevance.value for placement in reading.placements.values())
    found = counts.most_common(1)[0][0] if counts else "nothing read"
    if found == document.relevance:
        return 1, []
    reason = "; ".join(sorted({p.relevance_reason for p in reading.placements.values()}))
    return 1, [Miss("relevance", document.name, document.relevance, f"{dict(counts)}", reason)]


def find_published(document: Annotated, reading: Reading) -> Found:
    """The day of publication, from the manifest or the text; unknown where the gold has none."""
    published = reading.article.document.published
    found = published.first.isoformat() if published else None
    wanted = document.published[:10] if document.published else None
    return 1, [] if found == wanted else [Miss("published", document.name, str(wanted), str(found))]


def _at(gold: GoldProgress, reading: Reading, kind: type[Progress] | type[Event]) -> Iterable[Claim]:
    """Claims of a kind where the gold text stands."""
    places = find_all(reading.article.text, gold.text)
    found = _breaches(reading) if kind is Event else reading.of(kind)
    return (claim for claim in found if any(place.overlaps(claim.span) for place in places))


def _miss(measure: str, gold: GoldProgress, document: Annotated, reading: Reading, kind: object) -> Miss:
    found = "; ".join(_show(claim, reading.placements.get(claim.key)) for claim in _near(gold, reading))
    wanted = f"{gold.provision}: {gold.step or f'{gold.accuser} accuses {gold.by}'} {gold.tally or ''}"
    return make_miss(measure, document, reading, gold.text, wanted, found or "not found")


def _near(gold: GoldProgress, reading: Reading) -> list[Claim]:
    return [*_at(gold, reading, Progress), *_at(gold, reading, Event)]


def _show(claim: Claim, placement: Placement | None) -> str:
    provisions = ", ".join(match.provision for match in placement.provisions) if placement else ""
    if isinstance(claim.slots, Progress):
        return f"{claim.slots.step.value} {claim.slots.done} of {claim.slots.owed} [{provisions}]"
    accusers = ", ".join(str(match.actor) for match in placement.speakers) if placement else ""
    return f"{accusers or 'nobody'} accuses {placement.accused if placement else None} [{provisions}]"


BREACHES: tuple[tuple[str, Finding], ...] = (("breaches", find_breaches),)
PLACEMENT_FINDINGS: tuple[tuple[str, Finding], ...] = (
    ("progress: provision", find_provisions),
    *BREACHES,
    ("progress invented", find_forbidden),
    ("who", find_who),
    ("relevance", find_relevance),
    ("published", find_published),
)
