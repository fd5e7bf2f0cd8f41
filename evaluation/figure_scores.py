"""Scores of figures: value, hedge, speaker, thing counted, effect and window each apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from annotated import Annotated, GoldFigure
from matching import equal_counted, equal_speaker, equal_value, equal_window, find_all, names_of
from pactwatch.model.claim import Claim, Figure, Progress, Window
from pactwatch.model.source import Span
from reading import Reading
from scores import Finding, Found, is_debatable, make_claim_miss, make_miss


@dataclass(frozen=True)
class Number:
    """A figure, or a tally that progress reports, in one form. ``value`` is low, high, approx."""

    claim: Claim
    figure: Figure | None
    value: tuple[Decimal | None, Decimal | None, Decimal | None]
    of_total: Decimal | None

    @property
    def window(self) -> Window | None:
        return self.figure.window if self.figure else None


Check = Callable[[GoldFigure, Number], bool]


def _is_value(gold: GoldFigure, number: Number) -> bool:
    return equal_value(gold, *number.value) and (gold.of_total is None or gold.of_total == number.of_total)


def _is_hedge(gold: GoldFigure, number: Number) -> bool:
    return (gold.hedge or "").casefold() == (number.claim.hedge or "").casefold()


def _is_speaker(gold: GoldFigure, number: Number) -> bool:
    names = names_of(number.claim)
    if gold.source is None:
        return not names
    return any(equal_speaker(gold.source, name) for name in names)


def _is_counted(gold: GoldFigure, number: Number) -> bool:
    return number.figure is None or equal_counted(gold, number.figure)


def _is_effect(gold: GoldFigure, number: Number) -> bool:
    return gold.effect is None or (number.figure is not None and number.figure.effect == gold.effect)


def _is_window(gold: GoldFigure, number: Number) -> bool:
    return equal_window(gold, number.window)


def _is_core(gold: GoldFigure, number: Number) -> bool:
    return _is_value(gold, number) and _is_hedge(gold, number) and _is_speaker(gold, number)


def _make_finding(measure: str, check: Check) -> Finding:
    def find(document: Annotated, reading: Reading) -> Found:
        misses = [
            make_miss(measure, document, reading, gold.text, _wanted(gold), _explain(gold, reading))
            for gold in document.figures
            if not any(check(gold, number) for number in _numbers_at(gold, reading)[:1])
        ]
        return len(document.figures), misses

    return find


FIGURE_FINDINGS = tuple(
    (measure, _make_finding(measure, check))
    for measure, check in (
        ("figures", _is_core),
        ("figures: value", _is_value),
        ("figures: hedge", _is_hedge),
        ("figures: speaker", _is_speaker),
        ("figures: counted", _is_counted),
        ("figures: effect", _is_effect),
        ("figures: window", _is_window),
    )
)


def find_invented_figures(document: Annotated, reading: Reading) -> Found:
    """Figures where the gold has none."""
    text = reading.article.text
    places = [place for gold in document.figures for place in find_all(text, gold.text)]
    misses = []
    for claim, figure in _figures(reading):
        is_wanted = any(place.overlaps(figure.number) for place in places)
        if not is_wanted and not is_debatable(figure.number, document, reading):
            value = f"{figure.number.of(text)!r} of {figure.counted}"
            misses.append(make_claim_miss("figures invented", document, reading, claim, value))
    return None, misses


def find_tallies(document: Annotated, reading: Reading) -> Found:
    """Each "so many of so many", as a figure or as progress."""
    wanted = [gold for gold in document.figures if gold.of_total is not None]
    missed = [g for g in wanted if not any(_is_value(g, number) for number in _numbers_at(g, reading))]
    return len(wanted), [
        make_miss("tallies", document, reading, g.text, f"{g.low} of {g.of_total}", _explain(g, reading))
        for g in missed
    ]


def _numbers_at(gold: GoldFigure, reading: Reading) -> list[Number]:
    """What was read where the gold text stands, the likeliest first."""
    places = find_all(reading.article.text, gold.text)
    numbers = [*_figures_in(reading, places), *(_tallies_in(reading, places) if gold.of_total else [])]
    return sorted(numbers, key=lambda number: not _is_value(gold, number))


def _figures(reading: Reading) -> Iterable[tuple[Claim, Figure]]:
    return ((claim, claim.slots) for claim in reading.claims if isinstance(claim.slots, Figure))


def _figures_in(reading: Reading, places: Sequence[Span]) -> Iterable[Number]:
    for claim, figure in _figures(reading):
        if any(place.overlaps(figure.number) for place in places):
            yield Number(claim, figure, (figure.low, figure.high, figure.approx), figure.of_total)


def _tallies_in(reading: Reading, places: Sequence[Span]) -> Iterable[Number]:
    for claim in reading.of(Progress):
        step = claim.slots
        if isinstance(step, Progress) and step.done and any(place.overlaps(claim.span) for place in places):
            yield Number(claim, None, (step.done, step.done, None), step.owed)


def _explain(gold: GoldFigure, reading: Reading) -> str:
    numbers = _numbers_at(gold, reading)
    return _show(numbers[0]) if numbers else "not found"


def _wanted(gold: GoldFigure) -> str:
    value = f"low={gold.low} high={gold.high} approx={gold.approx}".replace("=None", "=-")
    return (
        f"{value} hedge={gold.hedge} by={gold.source} since={gold.since} of={gold.counted[0]}/{gold.effect}"
    )


def _show(number: Number) -> str:
    low, high, approx = number.value
    value = f"low={low} high={high} approx={approx}".replace("=None", "=-")
    what = f"of={number.figure.counted}/{number.figure.effect}" if number.figure else "as progress"
    total = f" of_total={number.of_total}" if number.of_total else ""
    window = f" window={number.window.words!r}" if number.window else ""
    return f"{value}{total} hedge={number.claim.hedge} by={'; '.join(names_of(number.claim))} {what}{window}"
