"""What an extractor is, and how its claims are made."""

from collections.abc import Mapping
from typing import Protocol

from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.model.claim import (
    Claim,
    Commitment,
    Condition,
    Event,
    Figure,
    Interpretation,
    Kind,
    Mention,
    Modality,
    Position,
    Progress,
    Slots,
    Statement,
)
from pactwatch.model.keys import compute_key
from pactwatch.model.source import Span, When

_KINDS: Mapping[type, Kind] = {
    Statement: Kind.STATEMENT,
    Figure: Kind.FIGURE,
    Event: Kind.EVENT,
    Progress: Kind.PROGRESS,
    Position: Kind.POSITION,
    Condition: Kind.CONDITION,
    Commitment: Kind.COMMITMENT,
    Interpretation: Kind.INTERPRETATION,
}


class Extractor(Protocol):
    """Reads one kind of claim. ``name`` and ``version`` stand on every claim it makes; the
    version changes whenever the same text may give other claims."""

    name: str
    version: str

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        """The claims of one article. ``known`` holds what earlier extractors found in it."""
        ...


def make_claim(
    maker: Extractor,
    sheet: Sheet,
    unit: Unit,
    span: Span,
    slots: Slots,
    rule: str,
    *,
    speakers: tuple[Mention, ...] = (),
    via: tuple[Mention, ...] = (),
    hedge: str | None = None,
    modality: Modality = Modality.ASSERTED,
    said_on: When | None = None,
    happened_on: When | None = None,
) -> Claim:
    """A claim of a unit under its key; ``span`` is the stretch that holds it."""
    claim = Claim(
        key="",
        kind=_KINDS[type(slots)],
        document=sheet.article.document.id,
        span=span,
        words=span.of(sheet.text),
        where=unit.kind,
        slots=slots,
        maker=maker.name,
        version=maker.version,
        rule=rule,
        speakers=speakers,
        via=via,
        hedge=hedge,
        modality=modality,
        happened_on=happened_on,
        said_on=said_on,
    )
    return claim.with_key(compute_key(claim))
