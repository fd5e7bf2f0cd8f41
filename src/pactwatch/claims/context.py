"""Where words lead that name nothing themselves: the sentence before, the heading above, the headline.

Ondria objects to | the cousin      the sentence before, else the heading ("COMMISSION")
The army opposed | the plan         the headline ("Cabinet backs pullout from Hestle")
Conditions in those sentences are left out: the guns would move | when the island was empty.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from pactwatch.model.source import CLAIMED, Article, Passage, PassageKind, Span

#: How many sentences before one in the same paragraph.
_BACK = 3
_LONGEST_HEADING = 60
_CONDITION = regex.compile(
    r"\b(?:before|until|till|unless|if|once|when|while|as long as|so long as|provided|after"
    r"|as soon as|in (?:exchange|return))\b",
    regex.IGNORECASE,
)


_EVENT = regex.compile(
    r"\b(?:the|this|that|its|such an?) (vote|decision|timetable|schedule|order|proposal|offer|pledge"
    r"|deadline|ballot|ruling|request)\b"
)


class Near(NamedTuple):
    """Words near a claim, and where they stand."""

    words: str
    where: str


class Context:
    """The sentences, headings and the headline of an article."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._sentences = [one for one in article.passages if one.kind in CLAIMED]
        self._headings = [one for one in article.passages if _is_heading(one, article.text)]
        self._headline = next((one for one in article.passages if one.kind is PassageKind.HEADLINE), None)

    def near(self, span: Span, core: Span) -> Iterator[Near]:
        """The words around a claim, from the nearest to the headline."""
        at = next((n for n, one in enumerate(self._sentences) if one.end > core.begin), None)
        if at is None:
            return
        own = self._sentences[at]
        yield Near(self._text[own.begin : core.end], "its sentence")
        for before in self._of_same_event(at, core.of(self._text).lower()):
            yield Near(_without_condition(before.span.of(self._text)), "the sentence that tells of it")
        for before in self._before(at):
            yield Near(_without_condition(before.span.of(self._text)), "a sentence before")
        heading = self._heading(own)
        if heading is not None:
            yield Near(f"the {heading.span.of(self._text)}", "the heading above it")
        if self._headline is not None and self._headline is not own:
            yield Near(_without_condition(self._headline.span.of(self._text)), "the headline")

    def _of_same_event(self, at: int, core: str) -> Iterator[Passage]:
        """The sentences before that tell of the same: the vote | the cabinet voted to ..."""
        event = _EVENT.search(core)
        if event is not None:
            stem = regex.compile(rf"\b{event.group(1)[:5]}", regex.IGNORECASE)
            yield from (one for one in reversed(self._sentences[:at]) if stem.search(one.span.of(self._text)))

    def _heading(self, own: Passage) -> Passage | None:
        return next((one for one in reversed(self._headings) if one.end <= own.begin), None)

    def _before(self, at: int) -> Sequence[Passage]:
        """Up to three sentences before one in its paragraph; of the paragraph before only the last."""
        found: list[Passage] = []
        own = self._sentences[at]
        heading = self._heading(own)
        for other in reversed(self._sentences[max(0, at - _BACK) : at]):
            if other.kind is not PassageKind.SENTENCE or (
                heading is not None and other.begin <= heading.begin
            ):
                break
            found.append(other)
            if other.paragraph != own.paragraph:
                break
        return found


def _is_heading(passage: Passage, text: str) -> bool:
    """A subhead, or a short line in capitals: SOUTHERN LOCKS"""
    words = passage.span.of(text)
    return passage.kind is PassageKind.SUBHEAD or (len(words) < _LONGEST_HEADING and words.isupper())


def _without_condition(words: str) -> str:
    """A sentence up to the condition that hangs on it; whole where it begins with one."""
    found = _CONDITION.search(words, 1)
    return words[: found.start()] if found is not None and found.start() > len(words) // 4 else words
