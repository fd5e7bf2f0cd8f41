"""Links words of an article to the provisions of an agreement, with a score and the reason.

    its core            what is demanded, promised, done: the words that the claim is about     0.75
    the claim's words   the rest of its clause                                                  0.65
    its sentence        elsewhere in the sentence                                               0.45
    led back to         "such a force", "it", "participation" without a word of their own: the rest of the
                        sentence or the sentences before                                        0.6
    around it           no word at all: the one provision that the rest of the sentence is about   0.55
More words of one provision raise a score; who acts raises it where the provision is owed by that actor, and
lowers it where it is owed by others alone. No word at all: none. Several provisions may be meant, each with
its own score.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pactwatch.claims.context import Context
from pactwatch.claims.link_words import Hit, find_hits, make_word_table
from pactwatch.language.lexicon import read_list, word_set
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.placement import ProvisionMatch
from pactwatch.model.source import CLAIMED, Article, Span

_IN_CORE, _IN_CLAIM, _IN_SENTENCE, _LED_BACK = 0.75, 0.65, 0.45, 0.6
_AROUND = 0.55
#: What scores less is only spoken of beside.
LEAST_MEANT = 0.5
_EACH_MORE, _OWED, _NOT_OWED = 0.1, 0.1, 0.3
#: How many sentences before a word that points back may lead.
_BACK = 2
#: So many words are short.
_SHORT = 7
#: Of longer ones so many may point back.
_FIRST = 3

_POINTING = regex.compile(
    r"\b(?:such an?|th(?:is|at|ese|ose)|it|its|them"
    r"|the (?:process|move|step|issue|mission|force|work|last|rest|others))\b"
)
_THEY = regex.compile(r"(?:they|these|those|them)\b", regex.IGNORECASE)
_ORDINAL = regex.compile(
    r"\b(?:[Tt]he|a) (first|second|third|fourth)(?= (?:is|are|was|were|has|have|had|can|will|would)\b|$)"
)
_PHASE = regex.compile(r"\b(?:first|second|third|fourth) (phase|stage)\b")
_THEREFORE = regex.compile(r"[\s“\"']*(?:th(?:at|is)(?:['’]s| is) why|therefore|hence|which is why)\b")
_YEAR = regex.compile(r"\b[Ii]n ((?:19|20)\d\d)\b")
#: Nouns that mean something named before: a part in what, compliance with what.
_PARTS = regex.compile(
    r"\b(?:the same \w+|(?:its|their|our|his|her) (?:word|promise|pledge|vow)|participation|involvement"
    r"|compliance|contribution|deployment|presence|a role|a part)\b"
)


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts by a claim: the actor, and those that it belongs to; ``act`` are the words that may name what
    is done, the likeliest first."""

    actors: frozenset[str] = frozenset()
    act: tuple[str, ...] = ()


class Linker:
    """Links stretches of one article. ``link`` gives every provision with a score, best first."""

    def __init__(self, article: Article, agreement: Agreement) -> None:
        self._article, self._agreement = article, agreement
        self._table = make_word_table(agreement)
        self._sentences = [passage for passage in article.passages if passage.kind in CLAIMED]
        self._context = Context(article)
        self._hits: dict[str, dict[str, list[Hit]]] = {}

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
        if not found and any(_points_back(part.of(text)) for part in cores or (span,)):
            self._add(found, self._sentence(span), _LED_BACK, "its sentence")
            self._add_before(found, self._place(span))
        elif not found:
            self._add_around(found, span)
        if not strict:
            self._add(found, self._sentence(span), _IN_SENTENCE, "its sentence")
        if self._is_before_agreement(span):
            return ()
        matches = (self._weigh(match, doer) for match in found.values())
        return tuple(sorted(matches, key=lambda match: (-match.score, match.provision)))

    def _add_before(self, found: dict[str, ProvisionMatch], place: int) -> None:
        """What the nearest sentence before that is about one provision is about; of several none."""
        for before in range(place - 1, max(-1, place - 1 - _BACK), -1):
            if found:
                return
            words = self._sentences[before].span.of(self._article.text)
            if len(self._find_best(words)) == 1:
                self._add(found, words, _LED_BACK, "a sentence before")

    def _add_around(self, found: dict[str, ProvisionMatch], span: Span) -> None:
        """The one provision that the rest of the sentence is about."""
        words = self._sentence(span)
        best = self._find_best(words)
        if len(best) == 1:
            self._add(found, words, _AROUND, "its sentence", best)

    def _find_best(self, text: str) -> list[str]:
        """The provisions, without phases, that a text names by the words of the file."""
        hits = self.find_hits(text)
        return [owner for owner in hits if owner in self._agreement.provisions] or list(hits)

    def link_led(self, span: Span, core: Span, far: bool = True) -> tuple[ProvisionMatch, ...]:
        """The provisions that the words of a position name; where they name none, what the words near it
        are about: one thing in a sentence before, in the heading or in the headline. Not ``far``: only words
        that are a pronoun lead so far."""
        text = self._article.text
        found: dict[str, ProvisionMatch] = {}
        self._add(found, core.of(text), _IN_CORE, "the words it is about")
        if not found and core.begin >= span.begin:
            self._add(found, text[core.begin : span.end], _IN_CLAIM, "the claim")
        if not found and not _is_closed(core.of(text)) and (far or _is_pronoun(core.of(text))):
            near = [(words, where, self._find_best(words)) for words, where in self._context.near(span, core)]
            several = next((n for n, one in enumerate(near) if len(one[2]) > 1), len(near))
            near = [one for n, one in enumerate(near) if n < several or one[1] != "the headline"]
            telling = [one for one in near if len(one[2]) == 1 or (one[2] and one[1] == "its sentence")]
            exact = (one for one in telling if not self._agreement.phases.keys() >= set(one[2]))
            words, where, _ = next(exact, telling[0] if telling else ("", "", []))
            self._add(found, words, _LED_BACK, where)
        if self._is_before_agreement(span):
            return ()
        return tuple(sorted(found.values(), key=lambda match: (-match.score, match.provision)))

    def link_side(self, side: Span, other: Span) -> tuple[ProvisionMatch, ...]:
        """The provisions that one side of a condition names. Without one: what "they" leads to in the other
        side, then the rest of the sentence, then the sentences around it."""
        text = self._article.text
        found: dict[str, ProvisionMatch] = {}
        sentence = self._sentence(Span(min(side.begin, other.begin), max(side.end, other.end)))
        self._add(found, _with_phase(side.of(text), sentence), _IN_CORE, "the words it is about")
        if not found and other.begin < side.begin and _THEY.match(side.of(text)):
            self._add(found, other.of(text), _LED_BACK, "what it leads to")
        if not found:
            self._add(found, sentence.replace(other.of(text), " "), _LED_BACK, "its sentence")
        at = self._place(side)
        near = [*range(at - 1, max(-1, at - 1 - _BACK), -1), at + 1]
        near = near[::-1] if self._draws_from(at) else near
        for place in near if not found else ():
            if place < len(self._sentences):
                self._add(found, self._sentences[place].span.of(text), _LED_BACK, "a sentence beside it")
            if found:
                break
        for words, where in self._context.near(side, side) if not found else ():
            best = self._find_best(words)
            if len(best) == 1:
                self._add(found, words, _LED_BACK, where)
                break
        return tuple(sorted(found.values(), key=lambda match: (-match.score, match.provision)))

    def _draws_from(self, place: int) -> bool:
        """Whether the next sentence says what follows from this one: That's why ..."""
        following = self._sentences[place + 1 : place + 2]
        words = following[0].span.of(self._article.text).lower() if following else ""
        return _THEREFORE.match(words) is not None

    def _add(
        self,
        found: dict[str, ProvisionMatch],
        text: str,
        score: float,
        where: str,
        only: Container[str] | None = None,
    ) -> None:
        for owner, hits in self.find_hits(text).items():
            if owner not in found and (only is None or owner in only):
                most = 1.0 if score >= LEAST_MEANT else score
                strength = min(most, score + _EACH_MORE * (len(hits) - 1)) * max(hit.weight for hit in hits)
                shown = ", ".join(f'"{hit.word}"' for hit in hits)
                found[owner] = ProvisionMatch(owner, round(strength, 2), f"{shown} in {where}")

    def _weigh(self, match: ProvisionMatch, doer: Doer | None) -> ProvisionMatch:
        """By who owes it and what: raised where the doer does, lowered where only others do, or where another
        kind of act is owed."""
        provision = self._agreement.provisions.get(match.provision)
        duty = provision.duty if provision else None
        if doer is None or duty is None:
            return match
        if _is_other_act(doer.act, duty.do):
            return _change(match, -_NOT_OWED, "another kind of act is owed")
        if not doer.actors or not duty.by:
            return match
        if doer.actors & set(duty.by):
            return _change(match, _OWED, "owed by who acts")
        if any(self._is_party(actor) for actor in doer.actors):
            return _change(match, -_NOT_OWED, "owed by others than who acts")
        return match

    def _is_party(self, actor: str) -> bool:
        return any(one.id == actor for one in self._agreement.actors_in(Role.PARTY))

    def find_hits(self, text: str) -> dict[str, list[Hit]]:
        """Provision to its words in a text."""
        if text not in self._hits:
            self._hits[text] = find_hits(text, self._table)
        return self._hits[text]

    def _is_before_agreement(self, span: Span) -> bool:
        """Whether a stretch tells of a year before the agreement: In 2029 the dues were doubled."""
        years = [int(year) for year in _YEAR.findall(span.of(self._article.text))]
        return bool(years) and max(years) < self._agreement.starts.year

    def _sentence(self, span: Span) -> str:
        inside = [p for p in self._sentences if p.begin < span.end and span.begin < p.end]
        return self._article.text[inside[0].begin : inside[-1].end] if inside else span.of(self._article.text)

    def _place(self, span: Span) -> int:
        return next((n for n, p in enumerate(self._sentences) if p.end > span.begin), len(self._sentences))


def _change(match: ProvisionMatch, by: float, why: str) -> ProvisionMatch:
    score = min(1.0, max(0.0, match.score + by))
    return ProvisionMatch(match.provision, round(score, 2), f"{match.reason}; {why}")


@cache
def _kinds_of_acts() -> dict[str, frozenset[int]]:
    kinds: dict[str, set[int]] = {}
    for number, line in enumerate(read_list("acts.txt")):
        for verb in line.split():
            kinds.setdefault(verb, set()).add(number)
    return {verb: frozenset(numbers) for verb, numbers in kinds.items()}


def _is_other_act(act: Sequence[str], owed: str) -> bool:
    """Whether an act is of another kind than those owed; where either is of no kind, it is not."""
    kinds = _kinds_of_acts()
    wanted = {kind for word in owed.lower().split() for kind in kinds.get(word, ())}
    own = next((kinds[word] for word in act if word in kinds), frozenset())
    return bool(wanted and own) and not own & wanted


def _with_phase(side: str, sentence: str) -> str:
    """A second phase while | the first has a hole in it: the noun that an ordinal takes up"""
    bare = _ORDINAL.search(side)
    noun = _PHASE.search(sentence) if bare else None
    return f"{side} {bare[1]} {noun[1]}" if bare and noun else side


def _is_closed(words: str) -> bool:
    """Whether words lead nowhere else: to comment, an interview, the whole agreement"""
    low = words.lower().partition(", ")[0].split()
    return not low or low[0] in word_set("linker.closed") or not word_set("linker.whole").isdisjoint(low)


def _is_pronoun(words: str) -> bool:
    return words.lower().split()[0] in ("it", "them", "they", "this", "that", "these", "those", "any", "both")


def _points_back(text: str) -> bool:
    """Whether words lead to what was told before: they hold a noun that does, open with a word that does, or
    are short and hold one."""
    words = text.lower().split()
    opening = " ".join(words if len(words) <= _SHORT else words[:_FIRST])
    return _POINTING.search(opening) is not None or _PARTS.search(text.lower()) is not None


def select_meant(matches: Iterable[ProvisionMatch], phases: Container[str] = ()) -> tuple[str, ...]:
    """The provisions that are meant: those that the words themselves name or lead back to; a phase only where
    no provision is named beside it."""
    strong = [match.provision for match in matches if match.score >= LEAST_MEANT]
    inner = tuple(one for one in strong if one not in phases)
    return inner or tuple(strong)
