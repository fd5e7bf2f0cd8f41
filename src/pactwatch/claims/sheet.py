"""The article as extractors see it: paragraphs of units, each a tagged row of tokens.

A unit is a sentence, or several where one quotation runs across them. Inside a unit a long
quotation is a single token tagged Q, so that the grammar around it stays simple:

    “If they ... peace. That’s why ...,” Marr said .        Q  P E .
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pactwatch.language.quotes import Quote, find_quotes, goes_on_in_next_line
from pactwatch.language.sentences import is_attribution
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import Token, split_tokens
from pactwatch.model.source import CLAIMED, Article, Passage, PassageKind, Span

#: A quotation of more words than this is speech and one token; a shorter one is read through.
SHORT_QUOTE_WORDS = 4

#: A longer unit is read in pieces (characters): the rules look back and forth within one.
LONGEST_UNIT = 1_600

#: Characters behind a short quotation in which its attribution begins.
_BEHIND = 80


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or several that one quotation binds. ``tags[i]`` is the class of ``tokens[i]``;
    ``quotes`` are the quotations in it, ``leading`` the offsets of those that end in a comma, a question
    or a call, ``running`` of those that begin with a small letter; ``paragraph`` and ``number`` count
    from 0."""

    begin: int
    end: int
    kind: PassageKind
    paragraph: int
    number: int
    tokens: tuple[Token, ...]
    tags: str
    quotes: tuple[Quote, ...]
    leading: frozenset[int] = frozenset()
    running: frozenset[int] = frozenset()
    lows: tuple[str, ...] = ()

    def runs_on(self, place: int) -> bool:
        """Whether the quotation at a place goes on with a sentence: he said, “and ...”"""
        return self.tokens[place].begin in self.running

    def leads_on(self, place: int) -> bool:
        """Whether the quotation at a place ends in a comma or a question: “Never,” he ..."""
        return self.tokens[place].begin in self.leading

    def span(self, first: int, last: int) -> Span:
        """The stretch of tokens ``first`` to ``last`` (excluded)."""
        return Span(self.tokens[first].begin, self.tokens[last - 1].end)

    def low(self, place: int) -> str:
        """The lower-case word at a place; empty where there is none."""
        return self.lows[place] if 0 <= place < len(self.lows) else ""

    def tag(self, place: int) -> str:
        """The tag at a place; a full stop where there is none."""
        return self.tags[place] if 0 <= place < len(self.tags) else "."


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with its units in reading order."""

    article: Article
    units: tuple[Unit, ...]
    shouted: bool
    by_paragraph: Mapping[int, tuple[Unit, ...]]
    quotes: Mapping[int, tuple[Quote, ...]]
    flat: dict[int, Unit] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        return self.article.text

    def flatten(self, unit: Unit) -> Unit:
        """A unit with the words of its long quotations as tokens of their own, made once."""
        found = self.flat.get(unit.number)
        if found is None:
            found = self.flat[unit.number] = flatten(self.text, unit, self.shouted)
        return found


def make_sheet(article: Article) -> Sheet:
    """Tokens, tags and quotations of an article, computed once for all extractors."""
    shouted = _is_shouted(article)
    units: list[Unit] = []
    for passages in _paragraphs(article.text, article.passages):
        units.extend(_units_of(article.text, passages, shouted, len(units)))
    paragraphs = _by_paragraph(units)
    quotes = {number: tuple(q for unit in group for q in unit.quotes) for number, group in paragraphs.items()}
    return Sheet(article, tuple(units), shouted, paragraphs, quotes)


def _by_paragraph(units: Sequence[Unit]) -> dict[int, tuple[Unit, ...]]:
    groups: dict[int, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.paragraph, []).append(unit)
    return {paragraph: tuple(group) for paragraph, group in groups.items()}


def _is_shouted(article: Article) -> bool:
    """Whether the article is printed in capitals throughout."""
    sample = "".join(article.words(p.span) for p in article.passages[:12] if p.kind is PassageKind.SENTENCE)
    letters = [c for c in sample[:2_000] if c.isalpha()]
    return len(letters) > 20 and sum(c.isupper() for c in letters) > 0.8 * len(letters)


def _paragraphs(text: str, passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    group: list[Passage] = []
    for passage in passages:
        if passage.kind not in CLAIMED:
            continue
        if group and not _belongs(text, group, passage):
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _belongs(text: str, group: Sequence[Passage], passage: Passage) -> bool:
    """Whether a passage is of the paragraph before it. A line that goes on with a quotation begun
    in the line before, or with its attribution, is: texts of mail break lines inside both."""
    last = group[-1]
    if passage.kind is not last.kind or passage.kind is not PassageKind.SENTENCE:
        return passage.kind is last.kind and passage.paragraph == last.paragraph
    if passage.paragraph == last.paragraph:
        return True
    if passage.begin - group[0].begin > LONGEST_UNIT or text.count("\n", last.end, passage.begin) != 1:
        return False
    ahead = text[passage.begin : passage.begin + LONGEST_UNIT].partition("\n\n")[0]
    return goes_on_in_next_line(text[group[0].begin : last.end], ahead)


def _units_of(text: str, passages: list[Passage], shouted: bool, number: int) -> list[Unit]:
    quotes = deque(find_quotes(text, passages[0].begin, passages[-1].end))
    units: list[Unit] = []
    group_begin = passages[0].begin
    inside: list[Quote] = []
    for place, passage in enumerate(passages):
        while quotes and quotes[0].outer_begin < passage.end:
            inside.append(quotes.popleft())
        following = passages[place + 1].begin if place + 1 < len(passages) else None
        if following is not None and inside and _binds(text, inside[-1], passage, following):
            continue
        for begin, end in _cut(text, group_begin, passage.end):
            own = tuple(quote for quote in inside if begin <= quote.outer_begin < end)
            units.append(_make_unit(text, passages[0], begin, end, own, shouted, number + len(units)))
        group_begin = following or passage.end
        inside = []
    return units


def _binds(text: str, quote: Quote, passage: Passage, following: int) -> bool:
    """Whether a quotation binds a sentence to the next: it runs on in it, or its attribution stands there."""
    if quote.closed and quote.outer_end > following:
        return True
    return quote.outer_end >= passage.end and text[following].islower()


def _cut(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces that no rule takes long over; sentences of news are never cut."""
    while end - begin > LONGEST_UNIT:
        space = text.rfind(" ", begin, begin + LONGEST_UNIT)
        at = space if space > begin else begin + LONGEST_UNIT
        yield begin, at
        begin = at
    yield begin, end


def _make_unit(
    text: str, passage: Passage, begin: int, end: int, quotes: tuple[Quote, ...], shouted: bool, number: int
) -> Unit:
    tokens: list[Token] = []
    long_ones = set()
    at = begin
    for quote in quotes:
        if len(text[quote.begin : quote.end].split()) > SHORT_QUOTE_WORDS or _is_whole_speech(
            text, quote, begin
        ):
            tokens.extend(split_tokens(text, at, quote.outer_begin))
            at = min(quote.outer_end, end)
            long_ones.add(len(tokens))
            tokens.append(Token("Q", "", quote.outer_begin, at))
    tokens.extend(split_tokens(text, at, end))
    tags = list(tag_tokens(tokens, shouted))
    for place in long_ones:
        tags[place] = "Q"
    leading = frozenset(q.outer_begin for q in quotes if text[q.begin : q.end].rstrip()[-1:] in ",?!")
    running = frozenset(q.outer_begin for q in quotes if text[q.begin : q.end].lstrip()[:1].islower())
    kind, paragraph = passage.kind, passage.paragraph
    lows = tuple(token.low for token in tokens)
    return Unit(
        begin, end, kind, paragraph, number, tuple(tokens), "".join(tags), quotes, leading, running, lows
    )


def flatten(text: str, unit: Unit, shouted: bool) -> Unit:
    """The same unit with the words of its long quotations as tokens of their own."""
    if "Q" not in unit.tags:
        return unit
    tokens = tuple(split_tokens(text, unit.begin, unit.end))
    lows = tuple(token.low for token in tokens)
    return replace(unit, tokens=tokens, tags=tag_tokens(tokens, shouted), lows=lows)


def _is_whole_speech(text: str, quote: Quote, begin: int) -> bool:
    """A short quotation is speech where it ends in a comma or a stop, or opens a sentence that goes on
    with its attribution: "No," he said; "No", he said."""
    if text[quote.begin : quote.end].rstrip()[-1:] in ",.!?…":
        return True
    behind = text[quote.outer_end : quote.outer_end + _BEHIND]
    return quote.outer_begin == begin and is_attribution(behind.lstrip(","))
