"""Wordings word by word, to the letter: words are common only where all print the same word.

``align_wordings`` pairs "violating" with "violated"; a reader is shown both. Capitals, quotation marks and
stops do not count.
"""

from collections.abc import Iterator, Sequence

from pactwatch.stories.variants import Segment, align_wordings

_AROUND = "“”\"'‘’«»„.,;:!?()[]…–—"


def plain_word(word: str) -> str:
    """A printed word without capitals, and without the marks around it."""
    return word.replace("’", "'").strip(_AROUND).casefold()


def cut_wordings(wordings: Sequence[str]) -> tuple[Segment, ...]:
    """The segments of some wordings in order, neighbours of one sort joined."""
    joined: list[Segment] = []
    for segment in _cut_exactly(wordings):
        joined[-1:] = _join(joined[-1:], segment)
    return tuple(segment for segment in joined if segment.common or differ(segment))


def differ(segment: Segment) -> bool:
    """Whether the words of a segment differ in more than marks and capitals."""
    return len({tuple(filter(None, map(plain_word, own.split()))) for own in segment.own}) > 1


def _cut_exactly(wordings: Sequence[str]) -> Iterator[Segment]:
    words = [wording.split() for wording in wordings]
    places = [0] * len(words)
    for segment in align_wordings(wordings):
        if not segment.common:
            yield segment
            places = [at + len(own.split()) for at, own in zip(places, segment.own, strict=True)]
            continue
        for _ in segment.common.split():
            yield _compare([own[at] for own, at in zip(words, places, strict=True)])
            places = [at + 1 for at in places]


def _compare(printed: Sequence[str]) -> Segment:
    same = len({plain_word(word) for word in printed}) == 1
    return Segment(printed[0]) if same else Segment(own=tuple(printed))


def _join(last: Sequence[Segment], segment: Segment) -> list[Segment]:
    if not last or bool(last[0].common) is not bool(segment.common):
        return [*last, segment]
    if segment.common:
        return [Segment(f"{last[0].common} {segment.common}")]
    pairs = zip(last[0].own, segment.own, strict=True)
    return [Segment(own=tuple(f"{one} {other}".strip() for one, other in pairs))]
