"""The wordings of one utterance word by word: what all have in common once, what differs side by side.

    "we will talk then"  |  "then we will speak"   -->   ("", "then") (we will) ("talk then", "speak")

The words that all wordings share are found against the longest one (the longest common subsequence of
folded words, as ``diff`` finds it); between two of them each wording has its own words, or none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from pactwatch.stories.terms import make_term

_WORD = regex.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Segment:
    """``common``: all wordings have these words, as the first prints them; else ``own`` are the words of
    each wording here, in their order, empty where it has none."""

    common: str = ""
    own: tuple[str, ...] = ()


def align_wordings(wordings: Sequence[str]) -> tuple[Segment, ...]:
    """The segments of some wordings in order; those of a single wording are one common segment."""
    cut = [[match.group() for match in _WORD.finditer(words)] for words in wordings]
    folded = [[make_term(word.strip("“”\"'‘’.,;:!?()")) for word in words] for words in cut]
    base = max(range(len(cut)), key=lambda number: (len(cut[number]), -number))
    partners = [_find_partners(folded[base], words) for words in folded]
    anchors = [at for at in range(len(cut[base])) if all(at in own for own in partners)]
    return tuple(_cut_segments(cut, partners, anchors))


def _find_partners(base: Sequence[str], words: Sequence[str]) -> dict[int, int]:
    """Where each word of the base stands in another wording; words without a partner are left out."""
    blocks = SequenceMatcher(None, base, words, autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _cut_segments(
    cut: Sequence[Sequence[str]], partners: Sequence[dict[int, int]], anchors: Sequence[int]
) -> list[Segment]:
    segments: list[Segment] = []
    at = [0] * len(cut)
    for anchor in anchors:
        here = [own[anchor] for own in partners]
        _add_own(segments, cut, at, here)
        _add_common(segments, cut[0][here[0]])
        at = [place + 1 for place in here]
    _add_own(segments, cut, at, [len(words) for words in cut])
    return segments


def _add_own(
    segments: list[Segment], cut: Sequence[Sequence[str]], begins: Sequence[int], ends: Sequence[int]
) -> None:
    own = tuple(" ".join(words[a:b]) for words, a, b in zip(cut, begins, ends, strict=True))
    if any(own):
        segments.append(Segment(own=own))


def _add_common(segments: list[Segment], word: str) -> None:
    if segments and segments[-1].common:
        segments[-1] = Segment(f"{segments[-1].common} {word}")
    else:
        segments.append(Segment(word))
