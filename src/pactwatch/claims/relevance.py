"""Whether a document and its claims are about this agreement, its prehistory or something else."""

from dataclasses import dataclass
from datetime import date

from pactwatch.claims.aliases import AliasTable, find_named, fold
from pactwatch.model.agreement import Agreement, OtherNegotiation, Role
from pactwatch.model.claim import Figure, Slots
from pactwatch.model.placement import Relevance
from pactwatch.model.source import Article, When

#: What lasts: people held since February are held today, whenever it began.
_STANDING = ("held", "detained", "due", "missing")


@dataclass(frozen=True, slots=True)
class Judged:
    """The relevance and the sentence that says why."""

    relevance: Relevance
    reason: str


def judge_document(article: Article, agreement: Agreement, table: AliasTable) -> Judged:
    """The default for a document's claims."""
    text = fold(article.text)
    published = article.document.published
    other = _other_named(text, agreement, published)
    if published is not None and published.last < agreement.starts:
        if other is not None:
            return _of_other(other, f"published {published.last}, before this agreement took effect")
        return Judged(
            Relevance.PREHISTORY,
            f"published {published.last}, before {agreement.starts}, when this agreement took effect",
        )
    own = _own_phrases(text, agreement)
    if other is not None and not own:
        return _of_other(other, "and names no event or provision that only this agreement has")
    if other is not None and _is_mainly_about(text, other, [*own, *map(fold, agreement.words)]):
        return _of_other(other, "from its first lines on and more often than of this agreement")
    if not own and not _names_agreement(text, agreement) and not _names_two_parties(text, agreement, table):
        return Judged(Relevance.OTHER, "names neither the agreement nor two of its parties")
    return Judged(Relevance.AGREEMENT, "names the agreement or its parties")


def _is_mainly_about(text: str, other: OtherNegotiation, own: list[str]) -> bool:
    """Whether the first lines name the other negotiation, and the text does so more often."""
    theirs = [fold(word) for word in other.words]
    if not any(word in text[:_LEAD] for word in theirs):
        return False
    return sum(map(text.count, theirs)) > sum(map(text.count, dict.fromkeys(own)))


#: The first lines of a document: headline and lead (characters).
_LEAD = 350


def _of_other(other: OtherNegotiation, why: str) -> Judged:
    kind = Relevance.PREHISTORY if other.prehistory else Relevance.OTHER
    return Judged(kind, f'speaks of another negotiation, "{other.title}", {why}')


def _other_named(text: str, agreement: Agreement, published: When | None) -> OtherNegotiation | None:
    """Another negotiation whose phrases the text holds, and whose time does not exclude it."""
    for other in agreement.others.values():
        late = published is not None and other.before is not None and published.first >= other.before
        if not late and any(fold(phrase) in text for phrase in other.words):
            return other
    return None


def _own_phrases(text: str, agreement: Agreement) -> list[str]:
    """Phrases that only this agreement has: its dated events from the day it took effect."""
    shared = [fold(word) for other in agreement.others.values() for word in other.words]
    phrases = [
        fold(phrase)
        for anchor in agreement.anchors.values()
        if anchor.on is not None and anchor.on >= agreement.starts
        for phrase in anchor.words
    ]
    phrases += [
        fold(phrase) for phase in agreement.phases.values() for phrase in phase.words if "next" not in phrase
    ]
    found = [phrase for phrase in phrases if phrase in text and phrase not in shared]
    return [phrase for phrase in found if len(phrase.split()) > 1]


def _names_agreement(text: str, agreement: Agreement) -> bool:
    return any(fold(phrase) in text for phrase in agreement.words)


def _names_two_parties(text: str, agreement: Agreement, table: AliasTable) -> bool:
    parties = {actor.id for actor in agreement.actors_in(Role.PARTY)}
    named = {n.actor for n in find_named(table, text)}
    return len(parties & named) >= 2


def judge_claim(
    slots: Slots,
    sentence: str,
    since: When | None,
    default: Judged,
    agreement: Agreement,
    published: date | None,
) -> Judged:
    """A claim's own relevance: its window or its sentence may tell of another negotiation."""
    if default.relevance is not Relevance.AGREEMENT:
        return default
    counts_up = isinstance(slots, Figure) and slots.effect not in _STANDING
    if counts_up and since is not None and since.last < agreement.starts:
        return Judged(
            Relevance.PREHISTORY,
            f"counts since {since.first}, before this agreement took effect on {agreement.starts}",
        )
    folded = fold(sentence)
    for other in agreement.others.values():
        phrase = next((word for word in other.words if fold(word) in folded), None)
        if phrase is not None:
            return _of_other(other, f'by the words "{phrase}"')
    return default
