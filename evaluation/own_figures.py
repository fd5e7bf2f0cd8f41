"""Scores figures on our own gold (evaluation/figures), and one pass of it against the other.

    python evaluation/own_figures.py [--only NAME] [--errors N]
    python evaluation/own_figures.py --sealed | --agreement

A found figure is a gold one where their numbers overlap; each is taken once. `value and hedge` is right
where the bounds, the middle, the size of the whole, percent and the hedge are the gold's; its F1 is
2 x right / (gold + found). Of the pairs, the thing counted (the head noun is among the gold's words), the
speaker (rules of matching.py), the effect and the window (begins when the gold's does; where the gold has no
day, half of its words) are right or not.
"""

import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from matching import equal_speakers, stem
from own_counted import Counted, CountedText, read_found, read_gold
from own_gold import Scored, percent, run, score_texts

FOLDER = Path(__file__).resolve().parent / "figures"
PARTS = ("counted", "speaker", "effect", "window")
_WORD = re.compile(r"\w[\w'’-]*")
Pair = tuple[Counted | None, Counted | None]


def score_text(own: CountedText, found: Sequence[Counted]) -> tuple[Counter[str], list[str]]:
    """What is compared, what is right, by name; and every difference as printed."""
    counts, lines = Counter[str](), []
    for gold, other in _pair(own, found):
        counts["gold"] += gold is not None
        counts["found"] += other is not None
        if gold is None or other is None:
            lines.append(_format(own, "missed" if gold else "beyond", gold, other))
            continue
        rights = _judge(gold, other)
        counts.update({f"{part}: of": 1 for part in rights})
        counts.update({f"{part}: right": int(right) for part, right in rights.items()})
        lines += [_format(own, part, gold, other) for part, right in rights.items() if not right]
    return counts, lines


def _pair(own: CountedText, found: Sequence[Counted]) -> list[Pair]:
    """Each gold figure with the found one at its place, and what is found beyond."""
    left = list(found)
    pairs: list[Pair] = []
    for gold in own.figures:
        here = [other for other in left if other.number.overlaps(gold.number)]
        other = max(here, key=lambda one: _is_value(gold, one), default=None)
        left = [one for one in left if one is not other]
        pairs.append((gold, other))
    beyond = [one for one in left if not any(place.overlaps(one.number) for place in own.debatable)]
    return pairs + [(None, other) for other in beyond]


def _judge(gold: Counted, other: Counted) -> dict[str, bool]:
    return {
        "value and hedge": _is_value(gold, other) and gold.hedge.casefold() == other.hedge.casefold(),
        "counted": _stem_last(other.nouns[0])
        in {stem(word) for noun in gold.nouns for word in _WORD.findall(noun.casefold())},
        "speaker": equal_speakers(gold.speakers, other.speakers) if gold.speakers else not other.speakers,
        "effect": gold.effect is None or gold.effect == other.effect,
        "window": _is_window(gold, other),
    }


def _is_value(gold: Counted, other: Counted) -> bool:
    """The same numbers; a total that the gold does not have is wrong, one that it has may be told apart."""
    total = gold.value[3] == other.value[3] or (gold.percent and other.value[3] is None)
    return gold.value[:3] == other.value[:3] and total and gold.percent == other.percent


def _stem_last(words: str) -> str:
    return stem((_WORD.findall(words.casefold()) or [""])[-1])


def _is_window(gold: Counted, other: Counted) -> bool:
    if gold.window is None:
        return other.window is None or (gold.day is not None and other.since == gold.day)
    if other.window is None:
        return False
    if gold.since and other.since:
        return other.since.startswith(gold.since)
    mine, theirs = (
        {word.casefold() for word in _WORD.findall(words)} for words in (gold.window, other.window)
    )
    return 2 * len(mine & theirs) >= len(mine)


def compute_rates(counts: Counter[str]) -> list[tuple[str, float, str]]:
    """Measure, percent, and what of what."""
    right, of = counts["value and hedge: right"], counts["gold"] + counts["found"]
    rates = [
        (
            "value and hedge F1",
            percent(2 * right, of),
            f"{right} right, {counts['gold']} gold, {counts['found']} found",
        )
    ]
    for part in PARTS:
        right, of = counts[f"{part}: right"], counts[f"{part}: of"]
        rates.append((part, percent(right, of), f"{right} of {of}"))
    return rates


def score_folder(folder: Path, shared: Path, only: str | None = None) -> Scored:
    """The counts over the texts of a folder, how many of them are not here, and the printed differences."""
    texts, missing = read_gold(folder, shared)
    chosen = [own for own in texts if only in (None, own.name)]
    return score_texts((chosen, missing), _score)


def _score(own: CountedText) -> Scored:
    return score_text(own, read_found(own))


def score_agreement(shared: Path) -> Counter[str]:
    """The second pass scored against the first, as if a program had made it."""
    first = {own.name: own for name in ("open", "sealed") for own in read_gold(FOLDER / name, shared)[0]}
    counts = Counter[str]()
    for second in read_gold(FOLDER / "second", shared)[0]:
        counts += score_text(first[second.name], second.figures)[0]
    return counts


def _format(own: CountedText, kind: str, gold: Counted | None, other: Counted | None) -> str:
    """Kind and name, the gold and the found, and the words around, one line each."""
    rows = [f"- {kind} | {own.name}"]
    rows += [f"    {label}  {_show(one)}" for label, one in (("wanted", gold), ("found ", other)) if one]
    place = (gold or other or own.figures[0]).number
    rows.append(f"    in      {' '.join(own.text[max(0, place.begin - 90) : place.end + 90].split())}")
    return "\n".join(rows)


def _show(one: Counted) -> str:
    low, high, approx, total = one.value
    value = f"low={low} high={high} approx={approx} of={total}".replace("=None", "=-")
    more = " percent" if one.percent else ""
    return (
        f"{value}{more} hedge={one.hedge or '-'} {'/'.join(one.nouns)} {one.effect or '-'} "
        f"by={'; '.join(one.speakers) or '-'} window={one.window} since={one.since} day={one.day}"
    )


def main(arguments: Sequence[str] | None = None) -> int:
    return run(__doc__, FOLDER, score_folder, score_agreement, compute_rates, arguments)


if __name__ == "__main__":
    sys.exit(main())
