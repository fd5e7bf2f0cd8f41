"""The long quotations of a unit as units of their own: what is told inside them is read like any sentence."""

from collections.abc import Iterator
from dataclasses import replace

from pactwatch.claims.sheet import Unit
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import split_tokens
from pactwatch.model.source import PassageKind


def quoted_units(text: str, unit: Unit) -> Iterator[Unit]:
    """Each quotation that stands in the unit as one token."""
    for place, tag in enumerate(unit.tags):
        if tag != "Q":
            continue
        token = unit.tokens[place]
        quote = next((q for q in unit.quotes if q.outer_begin == token.begin), None)
        if quote is None:
            continue
        tokens = tuple(split_tokens(text, quote.begin, min(quote.end, token.end)))
        if tokens:
            yield replace(
                unit,
                begin=quote.begin,
                end=quote.end,
                kind=PassageKind.SENTENCE,
                tokens=tokens,
                tags=tag_tokens(tokens),
                quotes=(),
                lows=tuple(token.low for token in tokens),
            )
