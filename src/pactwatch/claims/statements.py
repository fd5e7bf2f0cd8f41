"""Statements: attributions of a text as claims, quotations joined, speakers resolved."""

from bisect import bisect_left
from collections.abc import Sequence

from pactwatch.claims.attributions import NEXT_PARAGRAPH, find_attributions
from pactwatch.claims.base import make_claim
from pactwatch.claims.memory import Memory, note_bodies, notice, remember
from pactwatch.claims.people import find_people
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.speakers import resolve_source
from pactwatch.claims.triggers import Attribution
from pactwatch.language.dates import find_dates
from pactwatch.model.claim import Claim, Form, Mention, Modality, Statement
from pactwatch.model.source import Span, When

_CONDITIONAL = ("if", "unless", "provided")
_HEDGES = ("allegedly", "reportedly", "apparently", "purportedly")


class Statements:
    """Reads direct, mixed and indirect statements."""

    name = "statements"
    version = "1"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        memory = Memory(find_people(sheet))
        claims: list[Claim] = []
        paragraphs = list(sheet.by_paragraph.values())
        for number, units in enumerate(paragraphs):
            behind = paragraphs[number + 1 : number + 1 + _LATER]
            claims.extend(self._read_paragraph(sheet, units, behind, memory))
        return tuple(claims)

    def _read_paragraph(
        self, sheet: Sheet, units: Sequence[Unit], behind: Sequence[Sequence[Unit]], memory: Memory
    ) -> list[Claim]:
        claims: list[Claim] = []
        found = [find_attributions(unit) for unit in units]
        for place, unit in enumerate(units):
            attributions = found[place]
            note_bodies(memory, unit, sheet)
            for attribution in attributions:
                speakers = _resolve(sheet, attribution, memory)
                is_last = attribution is attributions[-1]
                following = _speech_that_follows(units, found, place) if is_last else ()
                if attribution.rule == NEXT_PARAGRAPH:
                    following = _speech_behind(behind[0] if behind else ()) if place == len(units) - 1 else ()
                    if not following:
                        continue
                if is_last and _is_open(unit):
                    following = _speech_goes_on(behind)
                claims.append(self._claim(sheet, attribution, speakers, following))
                remember(memory, speakers)
            if not attributions:
                notice(memory, unit, sheet)
        return claims

    def _claim(
        self, sheet: Sheet, found: Attribution, speakers: tuple[Mention, ...], following: tuple[Span, ...]
    ) -> Claim:
        unit = found.unit
        content = tuple(unit.span(part.first, part.last) for part in found.content)
        content = _to_end_of_quote(unit, content)
        content += following if found.rule.startswith("direct") else ()
        quotes = _quotes_in(sheet, unit, content)
        form = _form(sheet.text, found, content, quotes)
        cue = unit.span(found.cue.first, found.cue.last)
        source = [unit.span(*found.source)] if found.source else []
        whole = Span(
            min(s.begin for s in [cue, *content, *source]), max(s.end for s in [cue, *content, *source])
        )
        addressee = unit.span(*found.addressee).of(sheet.text) if found.addressee else None
        return make_claim(
            self,
            sheet,
            unit,
            whole,
            Statement(form, cue, found.base, content, quotes, addressee),
            found.rule,
            speakers=speakers,
            hedge=_hedge(unit, found),
            modality=_modality(unit, found),
            said_on=_said_on(sheet, unit, found, content),
        )


def _resolve(sheet: Sheet, found: Attribution, memory: Memory) -> tuple[Mention, ...]:
    if found.source is None:
        return ()
    return resolve_source(sheet, found.unit, found.source, memory)


def _speech_that_follows(
    units: Sequence[Unit], found: Sequence[Sequence[Attribution]], place: int
) -> tuple[Span, ...]:
    """Quotations that go on in the next sentences of the paragraph, with no cue of their own."""
    spans: list[Span] = []
    for at in range(place + 1, len(units)):
        unit = units[at]
        if found[at] or not (unit.tags.strip("q").startswith("Q") or _only_quote(unit)):
            break
        quote = unit.quotes[0]
        spans.append(Span(quote.outer_begin, min(quote.outer_end, unit.end)))
        if len(unit.tags.strip(".")) > 1:
            break
    return tuple(spans)


def _speech_behind(units: Sequence[Unit]) -> tuple[Span, ...]:
    """The paragraph that "He said:" announces: its quotation, or the whole where it has none."""
    if not units:
        return ()
    if units[0].tags.startswith("Q"):
        return tuple(
            Span(q.outer_begin, min(q.outer_end, unit.end)) for unit in units for q in unit.quotes[:1]
        )
    return (Span(units[0].begin, units[-1].end),) if "Q" not in "".join(u.tags for u in units) else ()


#: How many paragraphs one quotation may run over.
_LATER = 8


def _is_open(unit: Unit) -> bool:
    return bool(unit.quotes) and not unit.quotes[-1].closed


def _to_end_of_quote(unit: Unit, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """The content with the rest of the paragraph where its last quotation is not closed."""
    if (
        not content
        or not _is_open(unit)
        or not content[-1].begin <= unit.quotes[-1].outer_begin < content[-1].end
    ):
        return content
    return (*content[:-1], Span(content[-1].begin, unit.quotes[-1].outer_end))


def _speech_goes_on(paragraphs: Sequence[Sequence[Unit]]) -> tuple[Span, ...]:
    """The paragraphs, each begun with a mark, over which a quotation that is not closed goes on."""
    spans: list[Span] = []
    for units in paragraphs:
        if not units[0].tags.startswith("Q") or len(units[0].tags.strip(".")) > 1:
            break
        quote = units[0].quotes[0]
        spans.append(Span(quote.outer_begin, quote.outer_end))
        if quote.closed:
            break
    return tuple(spans)


def _only_quote(unit: Unit) -> bool:
    """A short quotation that is a whole sentence: “That’s why.”"""
    return (
        len(unit.quotes) == 1
        and unit.quotes[0].outer_begin == unit.begin
        and unit.quotes[0].outer_end >= unit.end - 1
    )


def _quotes_in(sheet: Sheet, unit: Unit, content: Sequence[Span]) -> tuple[Span, ...]:
    """The stretches inside quotation marks, in the paragraph's quotations."""
    quotes = (*sheet.quotes[unit.paragraph], *sheet.quotes.get(unit.paragraph + 1, ()))
    spans: list[Span] = []
    for part in content:
        first = bisect_left(quotes, part.begin, key=lambda quote: quote.begin)
        while first < len(quotes) and quotes[first].end <= part.end:
            spans.append(Span(quotes[first].begin, quotes[first].end))
            first += 1
    return tuple(spans)


def _form(text: str, found: Attribution, content: Sequence[Span], quotes: Sequence[Span]) -> Form:
    if not quotes:
        return Form.INDIRECT
    if not found.rule.startswith("direct"):
        return Form.MIXED
    inside = sum(len(q.of(text)) for q in quotes)
    return (
        Form.DIRECT
        if inside >= sum(len(c.of(text).strip(" ,.")) for c in content) - 3 * len(content)
        else Form.MIXED
    )


def _hedge(unit: Unit, found: Attribution) -> str | None:
    stretch = range(found.cue.first, found.content[-1].last if found.content else found.cue.last)
    return next((unit.low(place) for place in stretch if unit.low(place) in _HEDGES), None)


def _modality(unit: Unit, found: Attribution) -> Modality:
    """The cue's own modality, or what negation, "must" and "if" make of it."""
    if any(unit.tags[place] == "X" for place in range(found.cue.first, found.cue.last)):
        return Modality.DENIED
    if found.modality is not Modality.ASSERTED:
        return found.modality
    words = [unit.low(place) for part in found.content for place in range(part.first, part.last)]
    if words and words[0] in _CONDITIONAL:
        return Modality.CONDITIONAL
    if {"must", "should"} & set(words[:14]):
        return Modality.DEMANDED
    return Modality.ASSERTED


def _said_on(sheet: Sheet, unit: Unit, found: Attribution, content: Sequence[Span]) -> When | None:
    """The day of saying where the sentence gives it outside the content."""
    published = sheet.article.document.published
    base = published.first if published is not None and published.precision == "day" else None
    for date in find_dates(sheet.text, unit.begin, unit.end, base):
        inside = any(part.begin <= date.begin < part.end for part in content)
        if not inside and date.when is not None and date.when.precision == "day":
            return date.when
    return None
