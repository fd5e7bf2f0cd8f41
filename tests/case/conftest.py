"""Makers of claims that tests put in the place of the real ones."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from pactwatch.claims import run
from pactwatch.claims.base import Extractor
from pactwatch.claims.sheet import Sheet
from pactwatch.model.claim import Claim


@dataclass
class Newer:
    """A maker as it would be in its next version: it finds the same, but for claims with a word."""

    inner: Extractor
    version: str
    without: str

    @property
    def name(self) -> str:
        return self.inner.name

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        found = self.inner.read(sheet, known)
        return tuple(
            replace(claim, version=self.version) for claim in found if self.without not in claim.words
        )


@pytest.fixture
def upgrade(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts every maker in its next version, which no longer finds claims with the given words."""

    def put(without: str) -> None:
        newer = tuple(Newer(maker, f"{maker.version}-next", without) for maker in run.EXTRACTORS)
        monkeypatch.setattr(run, "EXTRACTORS", newer)

    return put


@dataclass
class Breaking:
    """A maker that fails on a text with a word."""

    word: str
    name: str = "breaking"
    version: str = "1"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        return () if self.word not in sheet.article.text else (1 // 0,)  # type: ignore[return-value]


@pytest.fixture
def breaking_maker(monkeypatch: pytest.MonkeyPatch) -> str:
    """Adds a maker that fails on one report; the report's name."""
    monkeypatch.setattr(run, "EXTRACTORS", (*run.EXTRACTORS, Breaking("winter truce")))
    return "winter.txt"
