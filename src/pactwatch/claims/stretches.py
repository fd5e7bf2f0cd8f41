"""What one voice tells of a unit, as a unit of its own: rules then never run past the words that are said.

“It will move,” the office said, “on the day they leave.”   ->   It will move , on the day they leave .
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from pactwatch.claims.sheet import Unit
from pactwatch.claims.told import Told
from pactwatch.language.lexicon import word_set
from pactwatch.language.tokens import Token
from pactwatch.model.claim import Claim, Modality, Statement
from pactwatch.model.source import Span

#: Rules whose content is a phrase that goes with its reporting word: refused | to leave before ...
_PHRASES = frozenset(
    (
        "to do", "somebody to do", "noun phrase", "described as", "accusation", "carried noun", "passive",
        "number put at", "noun to do", "noun and phrase", "adjective to do", "adjective and phrase",
    )
)  # fmt: skip
_DENYING = frozenset(("deny", "reject", "dismiss", "dispute", "refute"))
_GOING_ON = word_set("conditions.going-on")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A unit, or the part of it that a statement tells."""

    unit: Unit
    statement: Claim | None = None


@dataclass(slots=True)
class Stretches:
    """The stretches of one flat unit, each made once; statements that are passed over tell nothing."""

    unit: Unit
    told: Told
    passes_over: Callable[[Claim], bool] | None = None
    _inside: list[Claim] = field(default_factory=list)
    _made: dict[str, Stretch] = field(default_factory=dict)

    def __post_init__(self) -> None:
        begin, end = self.unit.begin, self.unit.end
        self._inside = [claim for claim in self.told.voices.within(begin, end) if self._counts(claim)]

    def _counts(self, claim: Claim) -> bool:
        return is_clause(claim) and not (self.passes_over and self.passes_over(claim))

    def all(self, near: list[int] | None = None) -> Iterator[tuple[Unit, Claim | None]]:
        """The unit, then what each of its statements tells; ``near``: if it holds one of these characters."""
        yield self.unit, None
        outer = self.told.voice(self.unit.begin).statement
        inside = (
            [*self._inside, outer]
            if outer and outer not in self._inside and self._counts(outer)
            else self._inside
        )
        for claim in inside:
            if near is None or any(part.begin <= at < part.end for at in near for part in _parts(claim)):
                yield self._of(claim, ()).unit, claim

    def at(self, place: int) -> Stretch:
        """The stretch that holds a token: what the innermost statement tells, else the unit. A condition
        right behind the words told is told as well: “we leave,” he said, but only if ..."""
        claim = self.holding(self.unit.tokens[place].begin)
        if claim is not None:
            return self._of(claim, ())
        before = place - 1
        while before > 0 and (
            self.unit.tags[before] in ",CRq"
            or self.unit.low(before) in ("not", "though", "although", "albeit")
        ):
            before -= 1
        if self.unit.low(place) in _GOING_ON and before > 0:
            claim = self.holding(self.unit.tokens[before].begin)
            if claim is not None:
                return self._of(claim, (Span(self.unit.tokens[place].begin, self._stop(place)),))
        return Stretch(self.unit)

    def holding(self, at: int) -> Claim | None:
        """The innermost statement whose clause holds a character."""
        holding = [claim for claim in self._inside if any(p.begin <= at < p.end for p in _parts(claim))]
        if holding:
            told = [claim for claim in holding if not _is_not_done(claim)]
            return min(told, key=_length) if told else None
        claim = self.told.voice(at).statement
        return claim if claim is not None and self._counts(claim) else None

    def _of(self, claim: Claim, more: tuple[Span, ...]) -> Stretch:
        key = f"{claim.key} {more}"
        if key not in self._made:
            self._made[key] = Stretch(cut_unit(self.unit, (*_parts(claim), *more)), claim)
        return self._made[key]

    def _stop(self, place: int) -> int:
        stop = self.unit.tags.find(".", place)
        return self.unit.tokens[stop].begin if stop > 0 else self.unit.end


def is_clause(claim: Claim) -> bool:
    """Whether a statement tells a clause, not a phrase that goes with its word."""
    return claim.rule not in _PHRASES


def is_denied(stretch: Stretch) -> bool:
    """Whether what is told is told as not so."""
    return stretch.statement is not None and stretch.statement.modality is Modality.DENIED


def _is_not_done(claim: Claim) -> bool:
    """won't | order the guns back while ...: not told, not done"""
    cue = claim.slots.cue_word if isinstance(claim.slots, Statement) else ""
    return claim.modality is Modality.DENIED and cue not in _DENYING


def cut_unit(unit: Unit, parts: tuple[Span, ...]) -> Unit:
    """The tokens inside the parts; a comma stands for what is left out between two of them."""
    tokens: list[Token] = []
    tags = ""
    last = -1
    for part in sorted(parts):
        first = max(last, bisect_left(unit.tokens, part.begin, key=_begin))
        end = bisect_left(unit.tokens, part.end, key=_begin)
        if end <= first:
            continue
        if 0 <= last < first and set(unit.tags[last:first]) != {"q"}:
            tokens.append(Token(",", ",", tokens[-1].end, tokens[-1].end))
            tags += ","
        tokens.extend(unit.tokens[first:end])
        tags += unit.tags[first:end]
        last = end
    if not tokens:
        return unit
    return replace(unit, tokens=tuple(tokens), tags=tags, lows=tuple(token.low for token in tokens))


def _begin(token: Token) -> int:
    return token.begin


def _parts(claim: Claim) -> tuple[Span, ...]:
    slots = claim.slots
    return slots.content if isinstance(slots, Statement) else ()


def _length(claim: Claim) -> int:
    return sum(part.end - part.begin for part in _parts(claim))
