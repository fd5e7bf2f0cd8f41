"""Places claims in one agreement: provisions, measure, relevance, whose words they are.

A reading of its own, keyed by the agreement's hash: an edit of the agreement places the same
claims anew and reads nothing again. Provisions are found by their words, first in the claim,
then in its sentence; the score says how strongly, the reason with which words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from pactwatch.claims.aliases import AliasTable, find_exact, find_named, fold, make_alias_table
from pactwatch.claims.measures import anchored_window, find_like, find_measure
from pactwatch.claims.relevance import Judged, judge_claim, judge_document
from pactwatch.claims.speaking import match_speaker
from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.claim import Claim, Event, Figure
from pactwatch.model.placement import Placement, ProvisionMatch
from pactwatch.model.source import Article, Span, When

PROVISIONS_MAKER = "provisions"
PROVISIONS_VERSION = "3"

#: Stands for the agreement as a whole: its names ("the Gaza ceasefire agreement") are no provision's words.
_WHOLE = ""
_IN_CLAIM, _IN_SENTENCE, _BY_MEASURE, _EACH_MORE = 0.7, 0.45, 0.9, 0.1


@dataclass(frozen=True, slots=True)
class _WordTable:
    """Folded word to the provisions and phases that it speaks of, and those it does not."""

    words: dict[str, tuple[str, ...]]
    excluded: dict[str, tuple[str, ...]]
    pattern: "regex.Pattern[str]"


@lru_cache(maxsize=8)
def _words_of(rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]) -> _WordTable:
    words: dict[str, tuple[str, ...]] = {}
    excluded: dict[str, tuple[str, ...]] = {}
    for owner, own, others in rows:
        for word in own:
            words[fold(word)] = (*words.get(fold(word), ()), owner)
        for word in others:
            excluded[fold(word)] = (*excluded.get(fold(word), ()), owner)
    longest_first = sorted({*words, *excluded}, key=lambda word: (-len(word), word))
    choices = "|".join(regex.escape(word) for word in longest_first) or r"(?!)"
    return _WordTable(words, excluded, regex.compile(rf"(?<!\w)(?:{choices})"))


def _make_word_table(agreement: Agreement) -> _WordTable:
    rows = [(p.id, p.words, p.not_words) for p in agreement.provisions.values()]
    rows += [(phase.id, phase.words, ()) for phase in agreement.phases.values()]
    rows.append((_WHOLE, agreement.words, ()))
    return _words_of(tuple(rows))


def place_claims(article: Article, claims: Sequence[Claim], agreement: Agreement) -> tuple[Placement, ...]:
    """One placement for each claim, in their order."""
    aliases, words = make_alias_table(agreement), _make_word_table(agreement)
    default = judge_document(article, agreement, aliases)
    return tuple(_place(article, claim, agreement, aliases, words, default) for claim in claims)


def _place(
    article: Article,
    claim: Claim,
    agreement: Agreement,
    aliases: AliasTable,
    words: _WordTable,
    default: Judged,
) -> Placement:
    sentence = _sentence(article, claim.span)
    since, anchors = _window(claim, agreement)
    published = article.document.published
    judged = judge_claim(
        claim.slots, sentence, since, default, agreement, published.first if published else None
    )
    like = _find_like(claim, agreement, aliases)
    measure, why = _measure(claim, anchors, like)
    return Placement(
        claim=claim.key,
        relevance=judged.relevance,
        relevance_reason=judged.reason,
        provisions=_provisions(claim, sentence, measure, agreement, words),
        measure=measure,
        measure_reason=why,
        speakers=tuple(
            match_speaker(mention, article.text, aliases, agreement) for mention in claim.speakers
        ),
        accused=_accused(claim, aliases),
        since=since,
        until=_until(claim, article) if isinstance(claim.slots, Figure) else None,
        counts_like=tuple(one.id for one in like),
    )


def _sentence(article: Article, span: Span) -> str:
    """The passages that a claim stands in."""
    inside = [p for p in article.passages if p.begin < span.end and span.begin < p.end]
    return article.text[inside[0].begin : inside[-1].end] if inside else span.of(article.text)


def _window(claim: Claim, agreement: Agreement) -> tuple[When | None, frozenset[str]]:
    if not isinstance(claim.slots, Figure):
        return None, frozenset()
    return anchored_window(claim.slots, agreement)


def _until(claim: Claim, article: Article) -> When | None:
    """A figure without an end holds up to the day of saying, else of publication."""
    window = claim.slots.window if isinstance(claim.slots, Figure) else None
    return (window.until if window else None) or claim.said_on or article.document.published


def _find_like(claim: Claim, agreement: Agreement, aliases: AliasTable) -> list[Measure]:
    return find_like(claim.slots, agreement, aliases) if isinstance(claim.slots, Figure) else []


def _measure(claim: Claim, anchors: frozenset[str], like: Sequence[Measure]) -> tuple[str | None, str]:
    return find_measure(claim.slots, anchors, like) if isinstance(claim.slots, Figure) else (None, "")


def _provisions(
    claim: Claim, sentence: str, measure: str | None, agreement: Agreement, words: _WordTable
) -> tuple[ProvisionMatch, ...]:
    """The provisions that a claim is about, the best first."""
    found: dict[str, ProvisionMatch] = {}
    of_measure = agreement.measures[measure].provision if measure else None
    if of_measure is not None:
        found[of_measure] = ProvisionMatch(of_measure, _BY_MEASURE, f'counted by the measure "{measure}"')
    for text, score, where in (
        (claim.words, _IN_CLAIM, "the claim"),
        (sentence, _IN_SENTENCE, "its sentence"),
    ):
        for owner, hits in _hits(text, words).items():
            if owner not in found:
                strength = min(1.0, score + _EACH_MORE * (len(hits) - 1))
                shown = ", ".join(f'"{hit}"' for hit in hits)
                found[owner] = ProvisionMatch(owner, round(strength, 2), f"{shown} in {where}")
    return tuple(sorted(found.values(), key=lambda match: (-match.score, match.provision)))


def _hits(text: str, words: _WordTable) -> dict[str, list[str]]:
    """Provision to its words in a text, without those that a longer phrase rules out."""
    hits: dict[str, list[str]] = {}
    ruled_out: set[str] = set()
    for match in words.pattern.finditer(fold(text)):
        word = match.group()
        ruled_out.update(words.excluded.get(word, ()))
        for owner in words.words.get(word, ()):
            if word not in hits.setdefault(owner, []):
                hits[owner].append(word)
    ruled_out.add(_WHOLE)
    return {owner: found for owner, found in hits.items() if owner not in ruled_out}


def _accused(claim: Claim, aliases: AliasTable) -> str | None:
    if not isinstance(claim.slots, Event) or claim.slots.recipient is None:
        return None
    exact = find_exact(aliases, claim.slots.recipient)
    if exact is not None:
        return exact.actor
    named = find_named(aliases, claim.slots.recipient)
    return named[0].actor if named else None
