"""The status of provisions, row by row: the step or the alleged breach, and the provision, both right.

The gold of the five articles names provisions as a reader would ("second phase", "captives"). A name stands
for every provision and phase that has it as its id, its title or one of its words.
"""

from annotated import Annotated, GoldProgress
from matching import find_all
from pactwatch.model.agreement import Agreement, Phase, Provision
from pactwatch.model.claim import Claim, Event, Progress
from placement_scores import is_breach, is_step
from reading import Reading
from scores import Found, Miss, make_miss


def find_status(document: Annotated, reading: Reading) -> Found:
    """Each row of progress or alleged breach of which one claim has all that it says."""
    wanted = [gold for gold in document.progress if gold.provision]
    missed = [gold for gold in wanted if not _is_found(gold, reading)]
    return len(wanted), [_miss(gold, document, reading) for gold in missed]


def _miss(gold: GoldProgress, document: Annotated, reading: Reading) -> Miss:
    wanted = f"{gold.provision}: {gold.step or 'breach alleged'}"
    return make_miss("provision status", document, reading, gold.text, wanted, "no claim has all of it")


def _is_found(gold: GoldProgress, reading: Reading) -> bool:
    return any(_is_whole(gold, claim, reading) for claim in _near(gold, reading))


def _near(gold: GoldProgress, reading: Reading) -> list[Claim]:
    kind = Event if gold.accuser else Progress
    places = find_all(reading.article.text, gold.text)
    return [claim for claim in reading.of(kind) if any(place.overlaps(claim.span) for place in places)]


def _is_whole(gold: GoldProgress, claim: Claim, reading: Reading) -> bool:
    right = is_breach(gold, claim, reading) if gold.accuser else is_step(gold, claim)
    if not right or reading.agreement is None or gold.provision is None:
        return False
    ids = find_ids(gold.provision, reading.agreement)
    return any(match.provision in ids for match in reading.placements[claim.key].provisions)


def find_ids(name: str, agreement: Agreement) -> frozenset[str]:
    """The provisions and phases that a name stands for."""
    parts = (*agreement.provisions.values(), *agreement.phases.values())
    return frozenset(part.id for part in parts if _fold(name) in _names(part))


def _names(part: Provision | Phase) -> set[str]:
    return {_fold(text) for text in (part.id, part.title, *part.words)}


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split())
