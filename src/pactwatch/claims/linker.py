"""Links words of an article to the provisions of an agreement, with a score and the reason.

    its core            what is demanded, promised, done: the words that the claim is about     0.75
    the claim's words   the rest of its clause                                                  0.65
    its sentence        elsewhere in the sentence                                               0.45
    the words before    "such a force", "it", "participation": what the sentences before are about  0.4
More words of one provision raise a score; who acts raises it where the provision is owed by that actor, and
lowers it where it is owed by others alone. No word at all: none. Several provisions may be meant, each with
its own score.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from pactwatch.claims.aliases import fold
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.placement import ProvisionMatch
from pactwatch.model.source import CLAIMED, Article, Span

#: Stands for the agreement as a whole: its names ("the Gaza ceasefire agreement") are no provision's words.
_WHOLE = ""
_IN_CORE, _IN_CLAIM, _IN_SENTENCE, _BEFORE = 0.75, 0.65, 0.45, 0.4
_EACH_MORE, _OWED, _NOT_OWED = 0.1, 0.1, 0.3
#: How many sentences before a word that points back may lead.
_BACK = 2
#: So many words are short.
_SHORT = 7

_POINTING = regex.compile(
    r"\b(?:such an?|th(?:is|at|ese|ose)|it|its|the (?:process|move|step|issue|matter|mission|force|work))\b"
)
#: Nouns that mean something named before: a part in what, compliance with what.
_PARTS = regex.compile(
    r"\b(?:participation|involvement|compliance|contribution|deployment|presence|a role|a part)\b"
)


@dataclass(frozen=True, slots=True)
class WordTable:
    """Folded word to the provisions and phases that it speaks of, and those it does not."""

    words: dict[str, tuple[str, ...]]
    excluded: dict[str, tuple[str, ...]]
    pattern: "regex.Pattern[str]"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts by a claim: the actor, and those that it belongs to."""

    actors: frozenset[str] = frozenset()


@lru_cache(maxsize=8)
def _words_of(rows: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]) -> WordTable:
    words: dict[str, tuple[str, ...]] = {}
    excluded: dict[str, tuple[str, ...]] = {}
    for owner, own, others in rows:
        for word in own:
            words[fold(word)] = (*words.get(fold(word), ()), owner)
        for word in others:
            excluded[fold(word)] = (*excluded.get(fold(word), ()), owner)
    longest_first = sorted({*words, *excluded}, key=lambda word: (-len(word), word))
    choices = "|".join(regex.escape(word) for word in longest_first) or r"(?!)"
    return WordTable(words, excluded, regex.compile(rf"(?<!\w)(?:{choices})"))


def make_word_table(agreement: Agreement) -> WordTable:
    """The words of an agreement's provisions and phases."""
    rows = [(p.id, p.words, p.not_words) for p in agreement.provisions.values()]
    rows += [(phase.id, phase.words, ()) for phase in agreement.phases.values()]
    rows.append((_WHOLE, agreement.words, ()))
    return _words_of(tuple(rows))


class Linker:
    """Links stretches of one article. ``link`` gives every provision with a score, best first."""

    def __init__(self, article: Article, agreement: Agreement) -> None:
        self._article, self._agreement = article, agreement
        self._table = make_word_table(agreement)
        self._sentences = [passage for passage in article.passages if passage.kind in CLAIMED]
        self._hits: dict[str, dict[str, list[str]]] = {}

    def link(
        self, span: Span, cores: Sequence[Span] = (), doer: Doer | None = None, strict: bool = False
    ) -> tuple[ProvisionMatch, ...]:
        """The provisions that a stretch is about. ``cores`` are the words that it turns on, ``doer`` who does
        or is to do it. ``strict``: what the core names is all that is meant; its clause, its sentence and
        those before count only where it names nothing and points back."""
        text = self._article.text
        found: dict[str, ProvisionMatch] = {}
        for core in cores:
            self._add(found, core.of(text), _IN_CORE, "the words it is about")
        if not (strict and found):
            self._add(found, span.of(text), _IN_CLAIM if cores else _IN_CORE, "the claim")
        points_back = any(_points_back(part.of(text)) for part in cores or (span,))
        if not strict or (points_back and not found):
            self._add(found, self._sentence(span), _IN_SENTENCE, "its sentence")
        if points_back and not found:
            self._add_before(found, self._place(span))
        matches = (self._weigh(match, doer) for match in found.values())
        return tuple(sorted(matches, key=lambda match: (-match.score, match.provision)))

    def _add_before(self, found: dict[str, ProvisionMatch], place: int) -> None:
        """What the nearest sentence before that is about any provision is about."""
        for before in range(place - 1, max(-1, place - 1 - _BACK), -1):
            self._add(
                found, self._sentences[before].span.of(self._article.text), _BEFORE, "a sentence before"
            )
            if found:
                return

    def link_side(self, side: Span, whole: Span) -> tuple[ProvisionMatch, ...]:
        """The provisions that one side of a condition names; words that point back lead to the sentences
        around it."""
        text = self._article.text
        found: dict[str, ProvisionMatch] = {}
        self._add(found, side.of(text), _IN_CORE, "the words it is about")
        at = self._place(whole)
        near = [*range(at - 1, max(-1, at - 1 - _BACK), -1), *range(at + 1, at + 2)]
        for other in near if not found else ():
            if other < len(self._sentences):
                self._add(found, self._sentences[other].span.of(text), _BEFORE, "a sentence beside it")
            if found:
                break
        return tuple(sorted(found.values(), key=lambda match: (-match.score, match.provision)))

    def _add(self, found: dict[str, ProvisionMatch], text: str, score: float, where: str) -> None:
        for owner, hits in self.find_hits(text).items():
            if owner not in found:
                strength = min(1.0, score + _EACH_MORE * (len(hits) - 1))
                shown = ", ".join(f'"{hit}"' for hit in hits)
                found[owner] = ProvisionMatch(owner, round(strength, 2), f"{shown} in {where}")

    def _weigh(self, match: ProvisionMatch, doer: Doer | None) -> ProvisionMatch:
        """By who owes it: raised where the doer does, lowered where only others do."""
        provision = self._agreement.provisions.get(match.provision)
        duty = provision.duty if provision else None
        if doer is None or not doer.actors or duty is None or not duty.by:
            return match
        if doer.actors & set(duty.by):
            score, why = min(1.0, match.score + _OWED), "owed by who acts"
        elif any(self._is_party(actor) for actor in doer.actors):
            score, why = max(0.0, match.score - _NOT_OWED), "owed by others than who acts"
        else:
            return match
        return ProvisionMatch(match.provision, round(score, 2), f"{match.reason}; {why}")

    def _is_party(self, actor: str) -> bool:
        return any(one.id == actor for one in self._agreement.actors_in(Role.PARTY))

    def find_hits(self, text: str) -> dict[str, list[str]]:
        """Provision to its words in a text, without those that a longer phrase rules out."""
        if text not in self._hits:
            self._hits[text] = find_hits(text, self._table)
        return self._hits[text]

    def _sentence(self, span: Span) -> str:
        inside = [p for p in self._sentences if p.begin < span.end and span.begin < p.end]
        return self._article.text[inside[0].begin : inside[-1].end] if inside else span.of(self._article.text)

    def _place(self, span: Span) -> int:
        return next((n for n, p in enumerate(self._sentences) if p.end > span.begin), len(self._sentences))


def _points_back(text: str) -> bool:
    """Whether words lead to what was told before: they hold a noun that does, open with a word that does, or
    are short and hold one."""
    words = text.lower().split()
    opening = " ".join(words if len(words) <= _SHORT else words[:2])
    return _POINTING.search(opening) is not None or _PARTS.search(text.lower()) is not None


def find_hits(text: str, table: WordTable) -> dict[str, list[str]]:
    """Provision to its words in a text, without those that a longer phrase rules out."""
    hits: dict[str, list[str]] = {}
    ruled_out: set[str] = set()
    for match in table.pattern.finditer(fold(text)):
        word = match.group()
        ruled_out.update(table.excluded.get(word, ()))
        for owner in table.words.get(word, ()):
            if word not in hits.setdefault(owner, []):
                hits[owner].append(word)
    ruled_out.add(_WHOLE)
    return {owner: found for owner, found in hits.items() if owner not in ruled_out}


def select_meant(matches: Iterable[ProvisionMatch], least: float) -> tuple[str, ...]:
    """The provisions that are meant: those that score at least so much; a phase gives way to a provision
    in the same words."""
    return tuple(match.provision for match in matches if match.score >= least)
