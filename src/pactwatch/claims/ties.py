"""Numbers of one sentence that hang together: parts of a total, shares of it, what was counted late.

38 people were killed: 22 at Pell, nine at Corvith and seven elsewhere   all parts of 38
127 people were hurt, among them 40 women and 12 children                some parts of 127
17,819 of 42,800 lorries, or 41 per cent                                 a share of 17,819 of 42,800
15 deaths, of which 12 were recognised late                              12 are late
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from pactwatch.model.claim import Claim, Figure
from pactwatch.model.source import Span

_ALL = regex.compile(r":|\b(?:comprising|made up of|consisting of|namely|broken down)\b", regex.IGNORECASE)
_SOME = regex.compile(r"\b(?:including|among them|of (?:whom|which|them|these|those))\b", regex.IGNORECASE)
_REST = regex.compile(r"\b(?:elsewhere|the rest|the remainder|the remaining|the others)\b", regex.IGNORECASE)
_BREAK = regex.compile(r"[;.!?]\s")
_LATE = regex.compile(
    r"\b(?:recogni[sz]ed|retroactively|belatedly|(?:newly|since|later) identified|identified (?:since|later)"
    r"|died (?:later )?of (?:\w+ )?(?:wounds|injuries)|under the rubble|added (?:late|retroactively)"
    r"|(?:approved|confirmed) by (?:a|the) (?:\w+ )?committee)\b",
    regex.IGNORECASE,
)
_CLAUSE_END = regex.compile(r"[;:,.]|\band\b")
#: How far words stand from a number that they are about (characters).
_NEAR = 90


def tie_numbers(text: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of one sentence, with what ties their numbers to one another."""
    figures = [(claim, claim.slots) for claim in claims if isinstance(claim.slots, Figure)]
    if not figures:
        return list(claims)
    ties = {**dict(_find_shares(figures)), **dict(_find_parts(text, figures))}
    return [_tie(text, claim, ties.get(claim.key)) for claim in claims]


def _tie(text: str, claim: Claim, tie: tuple[Span, bool] | None) -> Claim:
    figure = claim.slots
    if not isinstance(figure, Figure):
        return claim
    late = _is_late(text, figure)
    if tie is None and not late:
        return claim
    part_of, complete = tie or (None, False)
    return replace(claim, slots=replace(figure, part_of=part_of, all_parts=complete, late=late))


_Figures = Sequence[tuple[Claim, Figure]]
_Ties = Iterator[tuple[str, tuple[Span, bool]]]


def _find_shares(figures: _Figures) -> _Ties:
    """Shares behind a number that is given with its whole."""
    whole: Figure | None = None
    for claim, figure in figures:
        if figure.percent or figure.parts:
            if whole is not None:
                yield claim.key, (whole.number, False)
        elif figure.of_total is not None:
            whole = figure


def _find_parts(text: str, figures: _Figures) -> _Ties:
    """Numbers listed behind a total of the same things."""
    for at, (_, total) in enumerate(figures[:-2]):
        between = text[total.number.end : figures[at + 1][1].number.begin]
        some = _SOME.search(between) is not None
        if not some and not _ALL.search(between):
            continue
        parts = list(_take_parts(text, total, figures[at + 1 :]))
        if len(parts) > 1:
            behind = text[parts[-1][1].number.end :][:_NEAR]
            rest = _REST.search(_BREAK.split(behind)[0])
            for claim, _ in parts:
                yield claim.key, (total.number, not some or rest is not None)
            return


def _take_parts(text: str, total: Figure, behind: _Figures) -> Iterator[tuple[Claim, Figure]]:
    last = total.number.end
    for number, (claim, figure) in enumerate(behind):
        if not _is_part(figure, total) or (number and _BREAK.search(text[last : figure.number.begin])):
            return
        yield claim, figure
        last = figure.number.end


def _is_part(part: Figure, total: Figure) -> bool:
    """Whether it counts the same things with the same effect, and no more of them."""
    if part.percent or part.parts or part.per or part.of_total is not None:
        return False
    most = total.high if total.high is not None else part.low
    fits = part.low is not None and most is not None and part.low <= most
    return fits and part.counted == total.counted and part.effect == total.effect


def _is_late(text: str, figure: Figure) -> bool:
    """Whether the words of its own clause say that it was counted later than it happened."""
    behind = text[figure.number.end : figure.number.end + _NEAR]
    end = _CLAUSE_END.search(behind)
    return _LATE.search(behind[: end.start()] if end else behind) is not None
