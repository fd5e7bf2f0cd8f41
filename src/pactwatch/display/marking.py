"""Words marked against those of other reports that tell the same: what one adds, what it puts otherwise.

    "three soldiers killed"  beside  "three Israeli soldiers died"
    -->  three [added: Israeli] soldiers [changed: died]

Each wording is compared with the one that it is most like. Where even that one is told in other words,
nothing is marked: all words would be, and that says no more than that they are others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import regex

from pactwatch.display.segments import plain_word
from pactwatch.display.spans import Highlight
from pactwatch.model.source import Span
from pactwatch.stories.terms import make_term

#: Wordings that share less than this are other words for the same thing.
ALIKE = 0.4

_WORD = regex.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one report: their places, what each is paired by, and as they are printed."""

    spans: tuple[Span, ...]
    folded: tuple[str, ...]
    printed: tuple[str, ...]

    @classmethod
    def cut(cls, text: str, spans: Sequence[Span]) -> "Wording":
        """The words of some stretches of a text."""
        found = [match for span in spans for match in _WORD.finditer(text, span.begin, span.end)]
        return cls(
            tuple(Span(match.start(), match.end()) for match in found),
            tuple(make_term(plain_word(match.group())) for match in found),
            tuple(plain_word(match.group()) for match in found),
        )


def mark_words(own: Wording, others: Sequence[Wording]) -> tuple[Highlight, ...] | None:
    """What a wording adds and changes beside the other that it is most like; None where none is like it."""
    pairs = [(SequenceMatcher(None, other.folded, own.folded, autojunk=False), other) for other in others]
    best = max(pairs, key=lambda pair: pair[0].ratio(), default=None)
    if best is None:
        return ()
    return tuple(_mark(own, *best)) if best[0].ratio() >= ALIKE else None


def _mark(own: Wording, matcher: "SequenceMatcher[str]", other: Wording) -> Iterator[Highlight]:
    for does, at, _, begin, end in matcher.get_opcodes():
        if does == "equal":
            same = zip(range(begin, end), other.printed[at:], strict=False)
            yield from (_highlight(own, n, n + 1, "changed") for n, word in same if own.printed[n] != word)
        elif does in ("insert", "replace") and any(own.printed[begin:end]):
            yield _highlight(own, begin, end, "added" if does == "insert" else "changed")


def _highlight(own: Wording, begin: int, end: int, tone: str) -> Highlight:
    return Highlight(Span(own.spans[begin].begin, own.spans[end - 1].end), tone, "")
