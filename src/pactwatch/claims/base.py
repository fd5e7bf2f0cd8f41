"""What an extractor is."""

from typing import Protocol

from pactwatch.claims.sheet import Sheet
from pactwatch.model.claim import Claim


class Extractor(Protocol):
    """Reads one kind of claim. ``name`` and ``version`` stand on every claim it makes; the
    version changes whenever the same text may give other claims."""

    name: str
    version: str

    def read(self, sheet: Sheet, known: "dict[str, tuple[Claim, ...]]") -> tuple[Claim, ...]:
        """The claims of one article. ``known`` holds what earlier extractors found in it."""
        ...
