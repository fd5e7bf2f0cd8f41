"""Which measure of the agreement a figure belongs to, by what is counted, effect and window.

Windows decide: killed since October 2023 and killed since October 2025 are two series.
A figure that fits no measure gets none, and the reason.
"""

from collections.abc import Sequence

import regex

from pactwatch.claims.aliases import AliasTable, find_named, fold
from pactwatch.model.agreement import Accrual, Agreement, Anchor, Measure
from pactwatch.model.claim import Figure, Window
from pactwatch.model.source import When

_PAST = regex.compile(r"\b(?:past|last|previous|preceding|recent)\b", regex.IGNORECASE)
_SAME_EFFECT = {
    "released": {"released", "returned"},
    "returned": {"released", "returned", "recovered"},
    "entered": {"entered", "delivered", "passed"},
    "pledged": {"pledged", "deployed"},
    "due": {"due", "held", "detained"},
}


def anchored_window(figure: Figure, agreement: Agreement) -> tuple[When | None, frozenset[str]]:
    """The window's begin by the agreement's anchors, and the anchors that it may hang on;
    (None, empty) where the figure has no window or it names no anchor."""
    window = figure.window
    if window is None:
        return None, frozenset()
    words = fold(window.refers_to or window.words)
    named = [
        a for a in agreement.anchors.values() if a.on is not None and any(fold(w) in words for w in a.words)
    ]
    if window.since is not None and _is_fixed(window):
        return window.since, frozenset()
    if window.since is not None:
        dated = {anchor.id for anchor in agreement.anchors.values() if _is_on(anchor, window.since)}
        told = {anchor.id for anchor in named if anchor.id in dated}
        return window.since, frozenset(told or dated)
    if not named:
        return None, frozenset()
    day = named[0].on
    assert day is not None
    return When(day, day, "day", f"anchor {named[0].id}"), frozenset(anchor.id for anchor in named)


def _is_fixed(window: Window) -> bool:
    """Whether a window has a length of its own, so that no event begins it: in the past day, on Monday."""
    return window.since == window.until or _PAST.search(window.words) is not None


def _is_on(anchor: Anchor, since: When) -> bool:
    """Whether a window begins on the anchor's day, a rival day, or a month or year that holds it."""
    days = [day for day in (anchor.on, *(rival.on for rival in anchor.rivals)) if day is not None]
    return any(since.first <= day <= since.last for day in days)


def find_measure(
    figure: Figure, anchors: frozenset[str], fitting: Sequence[Measure]
) -> tuple[str | None, str]:
    """Of the measures that count the same things the best and why, or None and why none fits."""
    if not fitting:
        return None, f"no measure counts {figure.group} {figure.effect or ''}".rstrip()
    timed = [measure for measure in fitting if _fits_window(measure, figure, anchors)]
    if not timed:
        return None, _why_not_timed(fitting[0], figure)
    best = max(timed, key=lambda m: (m.since is not None, _rank(m, figure)))
    return best.id, f'counts "{figure.group}"' + (f", since {best.since}" if best.since else "")


def find_like(figure: Figure, agreement: Agreement, table: AliasTable) -> list[Measure]:
    """The measures that count the same things with the same effect, whatever the window."""
    return [m for m in agreement.measures.values() if _has_effect(m, figure) and _counts(m, figure, table)]


def _rank(measure: Measure, figure: Figure) -> tuple[int, int, int]:
    group = fold(figure.group)
    longest = max((len(noun) for noun in measure.of if fold(noun) in group), default=0)
    flow = (measure.accrual is Accrual.FLOW) == (figure.per is not None)
    return (int(flow), int(measure.effect is not None), longest)


def _counts(measure: Measure, figure: Figure, table: AliasTable) -> bool:
    """Whether the things counted are the measure's: its nouns, and none that it excludes."""
    words = set(fold(figure.group).replace("-", " ").split())
    words |= {word.rstrip("s") for word in words} | {fold(figure.counted)}
    group = fold(figure.group)
    if any(_names(noun, words, group) for noun in measure.not_of):
        return False
    if measure.of and not any(_names(noun, words, group) for noun in measure.of):
        return False
    wanted = {named.actor for noun in measure.of for named in find_named(table, noun)}
    given = {named.actor for named in find_named(table, figure.group)}
    return not (wanted and given and not wanted & given)


def _names(noun: str, words: set[str], group: str) -> bool:
    folded = fold(noun)
    return folded in words if " " not in folded else folded in group


def _has_effect(measure: Measure, figure: Figure) -> bool:
    if measure.effect is None:
        return figure.effect in (None, "recorded")
    return figure.effect == measure.effect or figure.effect in _SAME_EFFECT.get(measure.effect, ())


def _fits_window(measure: Measure, figure: Figure, anchors: frozenset[str]) -> bool:
    if (measure.accrual is Accrual.FLOW) != (figure.per is not None):
        return False
    if measure.since is None:
        return True
    if anchors:
        return measure.since in anchors
    return measure.effect is None and not _begins(figure)


def _begins(figure: Figure) -> bool:
    """Whether the words give a begin: "by 9 December" has none, and is as good as no window."""
    return figure.window is not None and (figure.window.since is not None or figure.window.anchored)


def _why_not_timed(measure: Measure, figure: Figure) -> str:
    if figure.per is not None or measure.accrual is Accrual.FLOW:
        return f'"{measure.title}" follows {measure.accrual.value} numbers, and this is of another kind'
    if figure.window is None:
        return f'"{measure.title}" counts since {measure.since}, and the words give no window'
    return f'"{measure.title}" counts since {measure.since}, and the words say "{figure.window.words}"'
