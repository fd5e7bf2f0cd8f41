"""Scores who says what on our own gold (evaluation/statements), and one pass of it against the other.

    python evaluation/own_statements.py [--only NAME] [--errors N]
    python evaluation/own_statements.py --sealed | --agreement

A found statement is a gold one where their cues overlap, or else half of the words of their contents;
the pair that shares most goes first, and each is taken once. Of a pair, the speaker (rules of matching.py),
the content (80 % of its words), the modality and the form are right or not; `all three` is speaker,
content and modality of one statement.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from matching import OVERLAP, equal_speakers
from own_gold import Scored, percent, run, score_texts
from own_said import OwnText, Said, read_found, read_gold
from pactwatch.model.source import Span

FOLDER = Path(__file__).resolve().parent / "statements"
_WORD = re.compile(r"\w[\w'’.-]*")
PARTS = ("speaker", "content", "modality", "form", "addressee", "occasion", "day of saying")


@dataclass(frozen=True)
class Difference:
    """What is not as the gold says; ``found`` or ``gold`` may be missing."""

    kind: str
    name: str
    gold: Said | None
    found: Said | None


# Scoring


def score_text(own: OwnText, found: Sequence[Said]) -> tuple[Counter[str], list[Difference]]:
    """What is compared, what is right, by name; and every difference."""
    words = [Span(match.start(), match.end()) for match in _WORD.finditer(own.text)]
    pairs = _pair(own.statements, found, words)
    beyond = [one for one in found if one not in pairs.values() and not _is_debatable(one, own)]
    counts = Counter({"gold": len(own.statements), "found": len(pairs) + len(beyond), "paired": len(pairs)})
    wrong = [Difference("beyond", own.name, None, one) for one in beyond]
    for place, gold in enumerate(own.statements):
        if place not in pairs:
            wrong.append(Difference("missed", own.name, gold, None))
            continue
        rights = _judge(gold, pairs[place], words)
        for part, right in rights.items():
            counts[f"{part}: of"] += 1
            counts[f"{part}: right"] += right
        counts["all three"] += all(rights.get(part, True) for part in ("speaker", "content", "modality"))
        wrong += [
            Difference(part, own.name, gold, pairs[place]) for part, right in rights.items() if not right
        ]
    return counts, wrong


def _pair(gold: Sequence[Said], found: Sequence[Said], words: Sequence[Span]) -> dict[int, Said]:
    ranked = sorted(
        ((share, -i, -j) for i, one in enumerate(gold) for j, other in enumerate(found)
         if (share := _likeness(one, other, words)) > 0),
        reverse=True,
    )  # fmt: skip
    pairs: dict[int, Said] = {}
    taken: set[int] = set()
    for _, i, j in ranked:
        if -i not in pairs and -j not in taken:
            pairs[-i] = found[-j]
            taken.add(-j)
    return pairs


def _likeness(gold: Said, found: Said, words: Sequence[Span]) -> float:
    share = _shared(gold.content, found.content, words)
    if gold.cue.overlaps(found.cue):
        return 1 + share
    return share if share >= 0.5 else 0.0


def _shared(one: Sequence[Span], other: Sequence[Span], words: Sequence[Span]) -> float:
    """The words, by place, that two contents share: 2 x shared / (words of one + words of the other)."""
    first, second = (_words_in(spans, words) for spans in (one, other))
    return 2 * len(first & second) / (len(first) + len(second)) if first or second else 0.0


def _words_in(spans: Sequence[Span], words: Sequence[Span]) -> set[int]:
    return {word.begin for word in words if any(span.begin <= word.begin < span.end for span in spans)}


def _judge(gold: Said, found: Said, words: Sequence[Span]) -> dict[str, bool]:
    rights = {
        "content": _shared(gold.content, found.content, words) >= OVERLAP,
        "modality": gold.modality == found.modality,
        "form": gold.form == found.form,
    }
    if gold.speakers:
        rights["speaker"] = equal_speakers(gold.speakers, found.speakers)
    if gold.addressee or found.addressee:
        rights["addressee"] = _are_near(gold.addressee, found.addressee)
    if gold.occasion or found.occasion:
        rights["occasion"] = _are_near(gold.occasion, found.occasion)
    if gold.dated or found.dated:
        rights["day of saying"] = gold.dated == found.dated
    return rights


def _are_near(gold: str | None, found: str | None) -> bool:
    return bool(gold and found and (gold in found or found in gold))


def _is_debatable(one: Said, own: OwnText) -> bool:
    return any(place.overlaps(one.cue) for place in own.debatable)


def compute_rates(counts: Counter[str]) -> list[tuple[str, float, str]]:
    """Measure, percent, and what of what."""
    paired, gold, found = counts["paired"], counts["gold"], counts["found"]
    rates = [
        ("found", percent(paired, gold), f"{paired} of {gold}"),
        ("precision", percent(paired, found), f"{paired} of {found}"),
    ]
    for part in PARTS:
        right, of = counts[f"{part}: right"], counts[f"{part}: of"]
        rates.append((part, percent(right, of), f"{right} of {of}"))
    both = gold + found
    rates.append(("all three F1", percent(2 * counts["all three"], both), f"{counts['all three']} right"))
    return rates


def score_folder(folder: Path, shared: Path, only: str | None = None) -> Scored:
    """The counts over the texts of a folder, how many of them are not here, and the printed differences."""
    texts, missing = read_gold(folder, shared)
    chosen = [own for own in texts if only in (None, own.name)]
    return score_texts((chosen, missing), _score)


def _score(own: OwnText) -> Scored:
    counts, wrong = score_text(own, read_found(own))
    return counts, [format_difference(difference, own.text) for difference in wrong]


def score_agreement(shared: Path) -> Counter[str]:
    """The second pass scored against the first, as if a program had made it."""
    first = {own.name: own for name in ("open", "sealed") for own in read_gold(FOLDER / name, shared)[0]}
    seconds, _ = read_gold(FOLDER / "second", shared)
    counts = Counter[str]()
    for second in seconds:
        counts += score_text(first[second.name], _plain(second.statements))[0]
    return counts


def _plain(statements: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(dict.fromkeys(statements))


def format_difference(difference: Difference, text: str) -> str:
    """Kind and name, then the gold and the found, one line each."""
    rows = [f"- {difference.kind} | {difference.name}"]
    for label, said in (("wanted", difference.gold), ("found ", difference.found)):
        if said is not None:
            content = " | ".join(" ".join(span.of(text).split()) for span in said.content)
            names = "; ".join(said.speakers) or "nobody"
            rows.append(f"    {label}  {names} [{said.cue.of(text)}] {said.form}, {said.modality}: {content}")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    return run(__doc__, FOLDER, score_folder, score_agreement, compute_rates, arguments)


if __name__ == "__main__":
    sys.exit(main())
