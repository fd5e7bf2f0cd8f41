"""Numbers of one sentence that hang together: parts of a total, shares of it, what was counted late.

38 people were killed: 22 at Pell, nine at Corvith and seven elsewhere   all parts of 38
127 people were hurt, among them 40 women and 12 children                some parts of 127
17,819 of 42,800 lorries, or 41 per cent                                 a share of 17,819 of 42,800
15 deaths, of which 12 were recognised late                              12 are late
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from pactwatch.model.claim import Claim, Figure
from pactwatch.model.source import Span

_ALL = regex.compile(r":|\b(?:comprising|made up of|consisting of|namely|broken down)\b", regex.IGNORECASE)
_SOME = regex.compile(r"\b(?:including|among them|of (?:whom|which|them|these|those))\b", regex.IGNORECASE)
#: Right behind the last number: it is what is left of the whole.
_REST = regex.compile(r"(?:\s+\p{L}+){0,2}\s+elsewhere\b", regex.IGNORECASE)
#: Somewhere behind it: a part without a number.
_UNTOLD = regex.compile(r"\band (?:the )?(?:rest|remainder|remaining|others?)\b", regex.IGNORECASE)
_FORMER = regex.compile(
    r"\b(?:earlier|previously|initially|originally|up from|down from|instead of|rather than|revised from"
    r"|, not)\b[^.;:]{0,40}$",
    regex.IGNORECASE,
)
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


class _Tie(NamedTuple):
    """The number that another is tied to; whether all parts of it are listed, and how many."""

    to: Span | None
    complete: bool = False
    siblings: int | None = None


def _tie(text: str, claim: Claim, tie: _Tie | None) -> Claim:
    figure = claim.slots
    if not isinstance(figure, Figure):
        return claim
    late, former = _is_late(text, figure), _is_former(text, claim, figure)
    if tie is None and not late and not former:
        return claim
    tied = tie or _Tie(None)
    return replace(
        claim,
        slots=replace(
            figure,
            part_of=tied.to,
            all_parts=tied.complete,
            siblings=tied.siblings,
            late=late,
            former=former,
        ),
    )


_Figures = Sequence[tuple[Claim, Figure]]
_Ties = Iterator[tuple[str, _Tie]]


def _find_shares(figures: _Figures) -> _Ties:
    """Shares behind a number that is given with its whole."""
    whole: Figure | None = None
    for claim, figure in figures:
        if figure.percent or figure.parts:
            if whole is not None:
                yield claim.key, _Tie(whole.number)
        elif figure.of_total is not None:
            whole = figure


def _find_parts(text: str, figures: _Figures) -> _Ties:
    """Numbers listed behind a total of the same things."""
    for at, (_, total) in enumerate(figures[:-1]):
        between = text[total.number.end : figures[at + 1][1].number.begin]
        some = _SOME.search(between) is not None
        if not some and not _ALL.search(between):
            continue
        parts = list(_take_parts(text, total, figures[at + 1 :]))
        if len(parts) > 1 or (some and parts and _is_late(text, parts[0][1])):
            complete = _lists_all(text, parts[-1][1], some)
            for claim, _ in parts:
                yield claim.key, _Tie(total.number, complete, len(parts))
            return


def _lists_all(text: str, last: Figure, some: bool) -> bool:
    """Whether the list ends with all told: a colon, or "22 elsewhere"; not with "and the rest"."""
    behind = _BREAK.split(text[last.number.end :][:_NEAR])[0]
    return _UNTOLD.search(behind) is None and (not some or _REST.match(behind) is not None)


def _take_parts(text: str, total: Figure, behind: _Figures) -> Iterator[tuple[Claim, Figure]]:
    last = total.number.end
    for number, (claim, figure) in enumerate(behind):
        if not _is_part(figure, total) or (number and _BREAK.search(text[last : figure.number.begin])):
            return
        yield claim, figure
        last = figure.number.end


def _is_part(part: Figure, total: Figure) -> bool:
    """Whether it counts the same things with the same effect or none of its own, and no more of them."""
    if part.percent or part.parts or part.per or part.of_total is not None:
        return False
    most = total.high if total.high is not None else part.low
    fits = part.low is not None and most is not None and part.low <= most
    return fits and part.counted == total.counted and part.effect in (total.effect, None)


def _is_former(text: str, claim: Claim, figure: Figure) -> bool:
    """Whether it is told as what was said or counted before, or as wrong."""
    begin = min(claim.span.begin, figure.number.begin)
    return _FORMER.search(text, max(0, begin - _NEAR), figure.number.begin) is not None


def _is_late(text: str, figure: Figure) -> bool:
    """Whether the words of its own clause say that it was counted later than it happened."""
    behind = text[figure.number.end : figure.number.end + _NEAR]
    end = _CLAUSE_END.search(behind)
    return _LATE.search(behind[: end.start()] if end else behind) is not None
