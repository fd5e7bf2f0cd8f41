"""Figures as places in a text, whoever found them: from our own gold, and from the program."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from matching import names_of
from own_gold import TREE, read_texts
from pactwatch.model.claim import Claim, Figure
from pactwatch.model.source import Span
from reading import Reading, read_text

Value = tuple[Fraction | None, Fraction | None, Fraction | None, Fraction | None]


@dataclass(frozen=True)
class Counted:
    """One figure. ``value`` is low, high, approx, size of the whole; ``nouns`` are the words for what is
    counted; ``since`` begins a window, ``day`` is when it happened: 2025, 2025-10 or 2025-10-10."""

    number: Span
    value: Value
    hedge: str
    nouns: tuple[str, ...]
    speakers: tuple[str, ...]
    effect: str | None = None
    window: str | None = None
    since: str | None = None
    day: str | None = None
    percent: bool = False


@dataclass(frozen=True)
class CountedText:
    """An annotated text; ``debatable`` stretches are neither wanted nor wrong."""

    name: str
    text: str
    figures: tuple[Counted, ...]
    debatable: tuple[Span, ...]


def read_gold(folder: Path, shared: Path) -> tuple[list[CountedText], list[str]]:
    """The annotated texts of a folder by name, and why some cannot be scored here."""
    return read_texts(folder, shared, _make_text)


def _make_text(tree: TREE, text: str) -> CountedText:
    figures = tuple(_make_counted(row, text) for row in tree["figures"])
    return CountedText(tree["text"], text, figures, tuple(Span(*pair) for pair in tree["debatable"]))


def _make_counted(row: TREE, text: str) -> Counted:
    words = {key: Span(*row[key]).of(text) for key in ("hedge", "window") if key in row}
    low, high, approx, total = (
        Fraction(row[key]) if key in row else None for key in ("low", "high", "approx", "of_total")
    )
    return Counted(
        number=Span(*row["number"]),
        value=(low, high, approx, total),
        hedge=words.get("hedge", ""),
        nouns=tuple(_words(words_or_place, text) for words_or_place in row["counted"]),
        speakers=tuple(Span(*pair).of(text) for pair in row["speakers"]),
        effect=row.get("effect"),
        window=words.get("window"),
        since=row.get("since"),
        day=row.get("day"),
        percent=bool(row.get("percent")),
    )


def _words(words_or_place: list[int] | str, text: str) -> str:
    return words_or_place if isinstance(words_or_place, str) else Span(*words_or_place).of(text)


def read_found(own: CountedText) -> tuple[Counted, ...]:
    """What the program finds in the text; a text that it cannot read ends the run."""
    reading = read_text(own.text, own.name)
    if not isinstance(reading, Reading):
        raise SystemExit(f"{own.name} was not read: {reading}")
    return tuple(_from_claims(reading.claims))


def _from_claims(claims: Iterable[Claim]) -> Iterable[Counted]:
    for claim in claims:
        figure = claim.slots
        if isinstance(figure, Figure):
            yield _from_figure(claim, figure)


def _from_figure(claim: Claim, figure: Figure) -> Counted:
    window = figure.window
    return Counted(
        number=figure.number,
        value=(
            _share(figure.low, figure),
            _share(figure.high, figure),
            _share(figure.approx, figure),
            None if figure.of_total is None else Fraction(figure.of_total),
        ),
        hedge=claim.hedge or "",
        nouns=(figure.counted, figure.group),
        speakers=tuple(names_of(claim)),
        effect=figure.effect,
        window=window.words if window else None,
        since=window.since.first.isoformat() if window and window.since else None,
        percent=figure.percent,
    )


def _share(number: Decimal | None, figure: Figure) -> Fraction | None:
    """The number; of a fraction ("a third") the value."""
    parts = getattr(figure, "parts", None)
    return None if number is None else Fraction(number) / Fraction(parts or 1)
