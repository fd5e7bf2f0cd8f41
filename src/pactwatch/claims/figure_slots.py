"""The slots of one figure: its bounds, what is counted, what happened, rate, window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import regex

from pactwatch.claims.bare import find_bare_rule
from pactwatch.claims.carried import Carried
from pactwatch.claims.counted import HARMS, THINGS, find_counted, find_doer, find_labelled
from pactwatch.claims.days import choose_day, choose_level_day
from pactwatch.claims.effect_words import Effect
from pactwatch.claims.event_days import settle_window
from pactwatch.claims.exclusions import TIME_UNITS, is_time_length
from pactwatch.claims.groups import is_plural
from pactwatch.claims.periods import PlacedWindow
from pactwatch.claims.quantities import Quantity
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.where import find_place
from pactwatch.claims.windows import choose_window
from pactwatch.language.dates import DateFound
from pactwatch.model.claim import Figure, Window
from pactwatch.model.source import When

_CUMULATIVE = frozenset(
    ("killed", "wounded", "displaced", "detained", "recorded", "released", "returned", "entered")
)
_NO_MEMORY = frozenset(("person", "share", "other", *TIME_UNITS))
_MORE = regex.compile(r"\b(?:(?<!or )more(?! than)|another|further|additional|other)\b", regex.IGNORECASE)
_ANOTHER = ("another", "further", "additional", "extra")
_RATE = regex.compile(
    r"\s*(?:(?:of|for)\s+\p{L}+\s+)?(?:an?|per|each|every)\s+(day|week|month|hour|year)\b"
    r"(?! (?:ago|earlier|later|before|after|old))"
    r"|\s+(dai|week|month|hour|year)ly\b",
    regex.IGNORECASE,
)
_RATIO = regex.compile(r",?\s*(?:for (?:each|every)|per)\s+((?:\p{L}+\s)?\p{L}+)", regex.IGNORECASE)


@dataclass(slots=True)
class Notes:
    """What a text has told so far, which later figures lean on: the days of events, the last window,
    sizes of sets, the last things counted, the last ones harmed, what the last share of a unit is of, and
    windows that later numbers share."""

    days: Mapping[str, When]
    carried: Carried
    window: Window | None = None
    sets: list[Figure] = field(default_factory=list)
    last: Figure | None = None
    harmed: Figure | None = None
    shares: dict[int, tuple[str, str]] = field(default_factory=dict)

    def remember(self, figure: Figure) -> None:
        """Keeps what a figure counted, where it was things and not shares or lengths."""
        is_things = not figure.percent and figure.counted not in _NO_MEMORY
        if is_things and figure.effect in HARMS and figure.counted not in THINGS:
            self.harmed = figure
        if is_things and figure.group and is_plural(figure.group.split()[-1].lower()):
            self.last = figure


@dataclass(frozen=True, slots=True)
class Row:
    """A unit with its quantities, windows and dates."""

    unit: Unit
    quantities: tuple[Quantity, ...]
    windows: Sequence[PlacedWindow]
    dates: Sequence[DateFound] = ()


def make_figure(sheet: Sheet, row: Row, quantity: Quantity, effect: Effect | None, notes: Notes) -> Figure:
    """The figure of a quantity."""
    unit = row.unit
    number = unit.span(quantity.number.first, quantity.number.last)
    low, high, approx = _bounds(quantity)
    group, head = _counted(sheet, unit, quantity, effect, notes)
    window = _find_window(sheet, row, quantity, effect, notes)
    name = effect.name if effect else None
    if name in ("released", "returned", "entered", "delivered") and effect and effect.due:
        name = "due"
    return Figure(
        number=number,
        counted=head,
        group=group,
        low=low,
        high=high,
        approx=approx,
        effect=name,
        by=find_doer(sheet, unit, quantity, effect),
        window=window,
        cumulative=_is_cumulative(name, window, effect),
        of_total=quantity.total,
        per=_per(sheet.text, unit, max(unit.tokens[quantity.last - 1].end, number.end)),
        increment=_is_increment(sheet.text, unit, quantity),
        percent=quantity.percent,
        parts=quantity.number.parts,
        place=None if quantity.is_share else _find_place(sheet, row, quantity, effect),
    )


def _counted(
    sheet: Sheet, unit: Unit, quantity: Quantity, effect: Effect | None, notes: Notes
) -> tuple[str, str]:
    """What is counted; of a bare number ("Fourteen went home") the last things that the text counted."""
    group, head = find_counted(sheet, unit, quantity, effect)
    if quantity.is_share:
        return _share_of(unit, quantity, (group, head), notes)
    if quantity.group is not None or find_bare_rule(unit, quantity) == "crowd":
        return group, head
    beside = _harmed_beside(unit, quantity, effect, notes.harmed)
    known = beside or find_labelled(unit, quantity, notes.last is None) or _known_set(quantity, notes)
    if known is not None:
        return known
    is_harm = effect is not None and effect.name in HARMS and effect.rule != "in custody"
    if head == "person" and notes.last is not None and not is_harm:
        return notes.last.group, notes.last.counted
    return group, head


def _share_of(unit: Unit, quantity: Quantity, own: tuple[str, str], notes: Notes) -> tuple[str, str]:
    """31 % of voters were for Dunn, followed by Quire [at 17 %]: what the sentence's first share is of"""
    before = notes.shares.get(unit.number)
    is_listed = unit.low(quantity.first - 1) == "at" and unit.tag(quantity.first - 2) in "PN"
    if quantity.group is None and before is not None and is_listed:
        return before
    notes.shares = {unit.number: own}
    return own


def _is_increment(text: str, unit: Unit, quantity: Quantity) -> bool:
    """five more; five more people; another 11; a further 11; and not: raids account for 58 more"""
    if unit.low(quantity.first - 1) == "for" and unit.low(quantity.first - 2).startswith("account"):
        return False
    number = quantity.number
    begin, end = unit.tokens[number.first].begin, unit.tokens[max(number.last, quantity.last) - 1].end
    before = unit.low(number.first - 1) in _ANOTHER or unit.low(quantity.first - 1) in _ANOTHER
    bare = unit.low(number.last) == "more" and unit.low(number.last + 1) != "than"
    return before or bare or _MORE.search(text, begin, end) is not None


def _harmed_beside(
    unit: Unit, quantity: Quantity, effect: Effect | None, harmed: Figure | None
) -> tuple[str, str] | None:
    """16 members of the patrol died and another [30] were wounded: the same ones"""
    if effect is None or effect.name not in HARMS or harmed is None:
        return None
    is_here = unit.begin <= harmed.number.begin < unit.tokens[quantity.first].begin
    return (harmed.group, harmed.counted) if is_here else None


def _known_set(quantity: Quantity, notes: Notes) -> tuple[str, str] | None:
    """46 of the 48: the set of 48 that the text told before"""
    if quantity.total is None:
        return None
    known = (figure for figure in reversed(notes.sets) if quantity.total in (figure.low, figure.of_total))
    return next(((figure.group, figure.counted) for figure in known if figure.counted), None)


def _per(text: str, unit: Unit, end: int) -> str | None:
    """The period of a rate (60 a day), or the thing of a ratio (15 for each hostage)"""
    rate = _RATE.match(text, end, unit.end)
    if rate is not None:
        period = (rate.group(1) or rate.group(2)).lower()
        return "day" if period == "dai" else period
    ratio = _RATIO.match(text, end, unit.end)
    return ratio.group(1).lower() if ratio is not None else None


def _bounds(quantity: Quantity) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """The numbers that the words allow: low, high, and a middle without bounds."""
    number = quantity.number
    if quantity.high is not None:
        return number.low, quantity.high, None
    if quantity.bound == "low" or number.loose:
        return number.low, number.high if number.loose else None, None
    if quantity.bound == "high":
        return None, number.low, None
    if quantity.bound == "approx":
        return None, None, number.low
    return number.low, number.low, None


def _find_window(
    sheet: Sheet, row: Row, quantity: Quantity, effect: Effect | None, notes: Notes
) -> Window | None:
    """The window of the words; else, and instead of a single day, the day up to which a total counts."""
    window = _window(sheet, row, quantity, notes)
    if quantity.is_share or (window is not None and (window.since is None or window.since != window.until)):
        return window
    level = choose_level_day(sheet.text, row.unit, quantity, row.dates)
    return level or window or choose_day(sheet.text, row.unit, effect, row.dates)


def _find_place(sheet: Sheet, row: Row, quantity: Quantity, effect: Effect | None) -> str | None:
    taken = [(found.begin, found.end) for found in row.dates]
    taken += [(placed.begin, placed.end) for placed in row.windows]
    return find_place(sheet.text, row.unit, quantity, effect, taken)


def _window(sheet: Sheet, row: Row, quantity: Quantity, notes: Notes) -> Window | None:
    if is_time_length(row.unit, quantity.number):
        return None
    number = row.unit.span(quantity.number.first, quantity.number.last)
    window = choose_window(sheet.text, row.windows, number.begin, number.end)
    if window is None:
        return None
    settled = settle_window(window, notes.days, notes.window)
    if settled.since is not None or settled.anchored:
        notes.window = settled
    return settled


def _is_cumulative(name: str | None, window: Window | None, effect: Effect | None) -> bool:
    if effect is not None and effect.running:
        return True
    starts = window is not None and window.until is None and (window.since is not None or window.anchored)
    return starts and name in _CUMULATIVE
