"""Whose words a whole text is: who issued a statement that is printed in full, who answers an interview.

The following statement was issued by [the Ministry of Defence in Pell].   Statement by [the Cabinet]
Interview by Petra Hollin, under the heading “[Emeric Tolland], waterways minister, on the island”

What the text says without another teller, its author says; "the Ministry" in it is the author too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention
from pactwatch.model.source import Passage, PassageKind, Span

#: So many passages from the top may say whose text it is.
_TOP = 6
_LONGEST_HEADING = 14
_PAPERS = (
    "statement|communiqué|communique|declaration|press release|message|open letter|letter|speech|address|text"
)
_WHO = r"(?P<who>(?:the )?\p{Lu}[\p{L}'’.-]+(?: (?:of|for|the|and|in|\p{Lu}[\p{L}'’.-]+))*)"
_ISSUED = regex.compile(
    rf"\b(?:(?i:{_PAPERS}|remarks)) (?:below )?(?:was|were|is|has been|as) "
    rf"(?:issued|released|published|put out|made|delivered|given|read out|circulated)(?: \w+ly)? by {_WHO}"
)
_TITLED = regex.compile(
    rf"^(?:(?i:full text|text|joint|official)(?: of(?: the| a)?|:)? ?)?(?i:{_PAPERS}) (?:of|by|from) {_WHO}"
)
_INTERVIEW = regex.compile(
    r"\b(?i:interview(?:ed)? by|interview with|interview:|questions by|questions? (?:were )?(?:put|asked) by"
    r"|spoke to|talks to|in conversation with)"
)
_WITH = regex.compile(rf"\b(?i:interview with|in conversation with) {_WHO}")
_PERSON = regex.compile(
    r"(?P<who>\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’.-]+)+), (?P<role>[^.;]{3,60}?)(?:,|$)"
)
_BRIEFING = regex.compile(r"\b(?i:press briefing|daily briefing|briefing by|news conference by|transcript)\b")
_BRIEFER = regex.compile(
    rf"\b(?i:spokesman|spokeswoman|spokesperson|minister|secretary|envoy|president),? (?:the )?{_WHO}"
)
_LOWER_END = regex.compile(r"(?: (?:of|for|the|and|in|on))+$")


@dataclass(frozen=True, slots=True)
class Author:
    """Who says what a text says, from the place where the text begins."""

    mention: Mention | None = None

    def speakers(self, unit: Unit, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Those found; the author for nobody and for "the Ministry"."""
        own = self.mention
        if own is None or unit.kind is not PassageKind.SENTENCE or unit.begin < own.span.end:
            return found
        if not found or (len(found) == 1 and _is_own(found[0].name, own.name)):
            return (own,)
        return found


def find_author(sheet: Sheet) -> Author:
    """Whose words the text is, by its heading or the sentence that introduces it; mostly nobody's."""
    top = sheet.article.passages[:_TOP]
    return Author(_issuer(sheet, top) or _briefing(sheet, top) or _interviewed(sheet, top))


def _issuer(sheet: Sheet, top: Sequence[Passage]) -> Mention | None:
    for passage in top:
        words = passage.span.of(sheet.text)
        found = _ISSUED.search(words) or (
            _TITLED.search(words) if passage.kind is not PassageKind.SENTENCE else None
        )
        if found is not None:
            return _mention(found, passage, _headings(sheet, top, passage))
    return None


def _headings(sheet: Sheet, top: Sequence[Passage], titled: Passage) -> str:
    """The short lines beside a title: Republic of Ondria, Office of the Government"""
    lines = [p.span.of(sheet.text) for p in top if p is not titled and p.kind is not PassageKind.SENTENCE]
    return "; ".join(line for line in lines if len(line.split()) <= _LONGEST_HEADING)


def _interviewed(sheet: Sheet, top: Sequence[Passage]) -> Mention | None:
    heads = [p for p in top if p.kind is not PassageKind.SENTENCE]
    if not any(_INTERVIEW.search(p.span.of(sheet.text)) for p in heads):
        return None
    for pattern in (_WITH, _PERSON):
        for passage in heads:
            found = pattern.search(passage.span.of(sheet.text))
            if found is not None:
                return _mention(found, passage, found.groupdict().get("role") or "")
    return None


def _briefing(sheet: Sheet, top: Sequence[Passage]) -> Mention | None:
    """The spokesman whose briefing a transcript gives"""
    words = [(passage, passage.span.of(sheet.text)) for passage in top]
    if not any(_BRIEFING.search(line) for _, line in words):
        return None
    for passage, line in words:
        found = _BRIEFER.search(line)
        if found is not None:
            named = "; ".join(line for _, line in words if len(line.split()) <= _LONGEST_HEADING)
            return _mention(found, passage, named)
    return None


def _mention(found: "regex.Match[str]", passage: Passage, affiliation: str) -> Mention:
    name = _LOWER_END.sub("", found["who"]).rstrip(".")
    begin = passage.begin + found.start("who")
    short = name.removeprefix("the ").removeprefix("The ")
    return Mention(Span(begin, begin + len(name)), short, affiliation=affiliation or None)


def _is_own(name: str, author: str) -> bool:
    """the Ministry, this Government, the Council of Ministers: a body of the author's own kind"""
    words = name.lower().removeprefix("the ").removeprefix("this ").split()
    if not words or len(words) > 1 + len(author.split()):
        return False
    if words[-1] in word_set("authors.own") and len(words) == 1:
        return True
    return " ".join(words) in author.lower()
