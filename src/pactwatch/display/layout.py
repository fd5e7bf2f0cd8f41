"""Where the marks and the labels of a plot stand, in pixels, so that no label covers another.

Equal numbers of one day and one lane stand side by side. A label goes right, left, above or
below its mark, the first place that is free; where none is, the table beside the plot has it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pactwatch.display.figures import FigureRow, Series
from pactwatch.display.terms import name_reader
from pactwatch.model.agreement import Agreement

STEP = 13
REACH = 6
LINE = 13


@dataclass(frozen=True, slots=True)
class Size:
    """The measures of one plot in pixels; ``ticks`` is how many days the time axis names."""

    width: int
    undated: int
    lane: int
    ticks: int
    font: int

    def text_width(self, words: str) -> float:
        """About how wide some words are: a system font is 0.56 of its height on average."""
        return len(words) * self.font * 0.56


SIZES = {"wide": Size(640, 120, 46, 8, 12), "narrow": Size(232, 84, 46, 4, 12)}


@dataclass(frozen=True, slots=True)
class Frame:
    """The corner values of a plot: its days and its numbers."""

    first: date
    last: date
    low: float
    high: float

    def x_of(self, day: date, width: int) -> float:
        """A day's distance from the left edge."""
        return width * (day - self.first).days / max(1, (self.last - self.first).days)

    @property
    def ticks(self) -> list[float]:
        """Two or three round numbers between the lowest and the highest."""
        step = _round_step((self.high - self.low) / 2)
        first = -(-self.low // step) * step
        return [first + step * number for number in range(3) if first + step * number <= self.high]

    def y_of(self, value: float, height: int) -> float:
        """A number's distance from the upper edge."""
        return height * (1 - (value - self.low) / (self.high - self.low))


def _round_step(width: float) -> float:
    """The largest of 1, 2, 5, 10, 20, 50 ... that is not wider, so that two fit."""
    power = 10.0 ** (len(str(int(width))) - 1) if width >= 1 else 1.0
    return max((power * lead for lead in (1, 2, 5) if power * lead <= width), default=power)


@dataclass(frozen=True, slots=True)
class Point:
    """One number as it is drawn. ``shift`` moves it to the right of its day, because the same
    number stands there already; ``side`` is where its label goes (None: no room for one)."""

    row: FigureRow
    shift: int
    label: str
    side: str | None


@dataclass(frozen=True, slots=True)
class AnchorLine:
    """A day of the agreement, drawn as a rule under a number; ``rival`` days are dashed."""

    number: int
    day: date
    title: str
    rival: bool = False


def make_frame(series: Series, on: date) -> Frame:
    """The time from the start of the count to the day asked for, and the numbers with some air;
    from zero where they lie far apart."""
    days = [row.day for row in series.rows if row.day]
    first = min([*days, *([series.since] if series.since else [])], default=on)
    last = max([*days, on])
    pad = timedelta(days=max(2, (last - first).days // 25))
    low, high = _find_values(series)
    return Frame(first - pad, last + pad * 2, low, high)


def _find_values(series: Series) -> tuple[float, float]:
    numbers = [number for row in series.rows for number in (row.low, row.high, row.at) if number is not None]
    if not numbers:
        return 0.0, 1.0
    low, high = min(numbers), max(numbers)
    if high >= 2 * low:
        return 0.0, max(high * 1.25, 1.0)
    air = max((high - low) * 0.35, high * 0.05)
    return max(0.0, low - air), high + air * 1.5


def find_anchor_lines(agreement: Agreement, frame: Frame) -> tuple[AnchorLine, ...]:
    """The agreement's dated events inside the plot, oldest first, numbered from 1."""
    days: dict[date, tuple[str, bool]] = {}
    for anchor in agreement.anchors.values():
        for rival in anchor.rivals:
            reader = name_reader(rival.of, agreement)
            days.setdefault(rival.on, (f"{anchor.title}, by {reader}", True))
    for anchor in agreement.anchors.values():
        if anchor.on is not None:
            known = days.get(anchor.on)
            both = known is not None and not known[1]
            days[anchor.on] = (f"{known[0]}; {anchor.title}" if known and both else anchor.title, False)
    inside = [day for day in sorted(days) if frame.first < day < frame.last]
    return tuple(AnchorLine(number, day, *days[day]) for number, day in enumerate(inside, start=1))


def label_anchors(lines: Sequence[AnchorLine], frame: Frame, width: int) -> tuple[tuple[date, str], ...]:
    """The numbers above the rules; rules too close for two numbers share one: "1-3"."""
    groups: list[list[AnchorLine]] = []
    for line in lines:
        near = groups and frame.x_of(line.day, width) - frame.x_of(groups[-1][0].day, width) < 16
        if near:
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple((group[0].day, _name_group(group)) for group in groups)


def _name_group(group: Sequence[AnchorLine]) -> str:
    first, last = group[0].number, group[-1].number
    return str(first) if first == last else f"{first}–{last}"


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place_points(rows: Sequence[FigureRow], frame: Frame, size: Size, dated: bool) -> tuple[Point, ...]:
    """The points of one lane, in reading order, with their shifts and the sides of their labels."""
    shifts = _find_shifts(rows)
    spots = [_find_spot(row, shift, frame, size, dated) for row, shift in zip(rows, shifts, strict=True)]
    taken = [_Box(x - REACH, y - REACH, x + REACH, y + REACH) for x, y in spots]
    width = size.width if dated else size.undated
    said: set[tuple[date | None, str]] = set()
    points = []
    for number in reversed(range(len(rows))):
        label = _make_label(rows[number])
        side = None
        if (rows[number].day, label) not in said:
            side = _find_side(spots[number], label, taken, size, width, number)
        said.add((rows[number].day, label))
        points.append(Point(rows[number], shifts[number], label, side))
    return tuple(reversed(points))


def _make_label(row: FigureRow) -> str:
    return f"{row.printed} (digest)" if row.digest else row.printed


def _find_shifts(rows: Sequence[FigureRow]) -> list[int]:
    seen: Counter[tuple[date | None, float]] = Counter()
    shifts = []
    for row in rows:
        shifts.append(seen[row.day, row.at] * STEP)
        seen[row.day, row.at] += 1
    return shifts


def _find_spot(row: FigureRow, shift: int, frame: Frame, size: Size, dated: bool) -> tuple[float, float]:
    x = frame.x_of(row.day, size.width) if dated and row.day else float(REACH)
    return x + shift, frame.y_of(row.at, size.lane)


def _find_side(
    spot: tuple[float, float], label: str, taken: list[_Box], size: Size, width: int, number: int
) -> str | None:
    own = size.text_width(label)
    x, y = spot
    places = {
        "right": _Box(x + 9, y - LINE / 2, x + 9 + own, y + LINE / 2),
        "left": _Box(x - 9 - own, y - LINE / 2, x - 9, y + LINE / 2),
        "above": _Box(x - own / 2, y - 18 - LINE, x + own / 2, y - 18),
        "below": _Box(x - own / 2, y + 9, x + own / 2, y + 9 + LINE),
    }
    for side, box in places.items():
        inside = (
            box.left >= -4 and box.right <= width + 24 and box.top >= -14 and box.bottom <= size.lane + 12
        )
        others = [other for index, other in enumerate(taken) if index != number]
        if inside and not any(box.meets(other) for other in others):
            taken.append(box)
            return side
    return None
