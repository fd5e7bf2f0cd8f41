"""The plot of a measure as a Vega-Lite specification: a lane for each speaker, a mark for each number.

    exact number   filled mark          around   open mark under a tilde
    at least       open mark, arrow up  range    bar from end to end, no mark between
    at most        open mark, arrow down

Numbers without a day stand in a column of their own at the right. Nothing is averaged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pactwatch.display.figures import FigureRow, Series
from pactwatch.display.layout import (
    SIZES,
    AnchorLine,
    Frame,
    Point,
    Size,
    find_anchor_lines,
    label_anchors,
    make_frame,
    place_points,
)
from pactwatch.display.speakers import Speaker
from pactwatch.display.words import count, cut, format_day, join, show_controls
from pactwatch.model.agreement import Agreement

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
VERSION = "5.20"
FONT = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Helvetica, Arial, sans-serif"
SHAPES = ("circle", "square", "diamond", "triangle-up", "triangle-left", "triangle-right", "triangle-down")
SIGNS = {
    "at least": "M0,-1L0,-3.7M-.8,-2.7L0,-3.7L.8,-2.7",
    "at most": "M0,1L0,3.7M-.8,2.7L0,3.7L.8,2.7",
    "around": "M-1.5,-1.9C-1,-3.1 -.4,-2.9 0,-2.4C.4,-1.9 1,-1.7 1.5,-2.9",
}

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one plot; blue and orange are Okabe and Ito's, darkened or lightened to
    be read on the ground."""

    ground: str
    ink: str
    soft: str
    line: str
    mark: str
    digest: str


THEMES: Mapping[str, Theme] = {
    "light": Theme("#fffefb", "#1b1b1a", "#5d5b56", "#e4e1d9", "#0072b2", "#946200"),
    "dark": Theme("#191b1e", "#ecebe7", "#a9a7a0", "#34373c", "#56b4e9", "#e69f00"),
}


def make_chart(series: Series, agreement: Agreement, on: date, theme: str, size: str) -> Spec:
    """The whole plot. ``theme`` is light or dark, ``size`` wide or narrow.

    Raises KeyError for another theme or size.
    """
    frame = make_frame(series, on)
    lines = find_anchor_lines(agreement, frame)
    spec: Spec = _show_all(_Drawing(series, lines, frame, THEMES[theme], SIZES[size]).make())
    return spec


def _show_all(value: Any) -> Any:
    """The same values with control characters made visible: a null in a name would stop the
    program that draws."""
    if isinstance(value, str):
        return show_controls(value)
    if isinstance(value, dict):
        return {name: _show_all(item) for name, item in value.items()}
    return [_show_all(item) for item in value] if isinstance(value, list) else value


@dataclass(frozen=True, slots=True)
class _Drawing:
    series: Series
    lines: tuple[AnchorLine, ...]
    frame: Frame
    theme: Theme
    size: Size

    def make(self) -> Spec:
        lanes = self.series.lanes
        drawn = [
            self._make_lane(number, speaker, rows, number == len(lanes) - 1)
            for number, (speaker, rows) in enumerate(lanes)
        ]
        return {
            "$schema": SCHEMA,
            "background": self.theme.ground,
            "padding": {"left": 2, "right": 10, "top": 2, "bottom": 2},
            "spacing": 14,
            "vconcat": drawn,
            "config": _make_config(self.theme, self.size),
        }

    def _make_lane(self, number: int, speaker: Speaker, rows: tuple[FigureRow, ...], last: bool) -> Spec:
        shape = SHAPES[number % len(SHAPES)]
        dated = place_points([row for row in rows if row.day], self.frame, self.size, True)
        panels = [self._make_panel(dated, shape, speaker, number == 0, last)]
        if any(row.day is None for row in self.series.rows):
            undated = place_points([row for row in rows if not row.day], self.frame, self.size, False)
            panels.append(self._make_undated(undated, shape, number == 0))
        return {"spacing": 8, "hconcat": panels}

    def _make_panel(
        self, points: Sequence[Point], shape: str, speaker: Speaker, first: bool, last: bool
    ) -> Spec:
        name = _name_lane(speaker)
        return {
            "width": self.size.width,
            "height": self.size.lane,
            "title": {"text": cut(name, int(self.size.width / 7.2)), "offset": 18 if first else 6},
            "layer": [*self._make_rules(first), *self._make_steps(points), *self._make_marks(points, shape)],
            "encoding": {"x": self._make_time(last), "y": self._make_value(labels=True)},
        }

    def _make_undated(self, points: Sequence[Point], shape: str, first: bool) -> Spec:
        scale = {"domain": [0, self.size.undated], "nice": False, "zero": False}
        place = {"field": "place", "type": "quantitative", "axis": None, "scale": scale}
        heading = {"text": "day unknown" if first else " ", "fontWeight": 400, "color": self.theme.soft}
        return {
            "width": self.size.undated,
            "height": self.size.lane,
            "title": {**heading, "offset": 30 if first and self.lines else 6},
            "layer": self._make_marks(points, shape),
            "encoding": {"x": place, "y": self._make_value(labels=False)},
        }

    def _make_time(self, last: bool) -> Spec:
        axis: Spec = {"title": None, "format": "%-d %b", "tickCount": self.size.ticks, "grid": False}
        axis |= {"labels": last, "ticks": last, "domain": last, "labelOverlap": True}
        domain = [self.frame.first.isoformat(), self.frame.last.isoformat()]
        return {
            "field": "day",
            "type": "temporal",
            "scale": {"type": "utc", "domain": domain, "nice": False},
            "axis": axis,
        }

    def _make_value(self, labels: bool) -> Spec:
        scale = {"domain": [self.frame.low, self.frame.high], "nice": False, "zero": False}
        axis = {
            "title": None,
            "values": self.frame.ticks,
            "format": ",~r",
            "labels": labels,
            "minExtent": 30 if labels else 0,
        }
        return {"field": "at", "type": "quantitative", "scale": scale, "axis": axis}

    def _make_rules(self, first: bool) -> list[Spec]:
        """The anchors in every lane; their numbers above the first one only."""
        span = {"y": {"value": 0}, "y2": {"value": self.size.lane}}
        layers: list[Spec] = []
        for rival, dash in ((False, [1, 0]), (True, [2, 3])):
            days = [{"day": line.day.isoformat()} for line in self.lines if line.rival is rival]
            if days:
                rule = {"type": "rule", "color": self.theme.soft, "strokeDash": dash, "opacity": 0.75}
                layers.append({"data": {"values": days}, "mark": rule, "encoding": span})
        if first and self.lines:
            layers.append(self._make_rule_numbers())
        return layers

    def _make_rule_numbers(self) -> Spec:
        labels = label_anchors(self.lines, self.frame, self.size.width)
        values = [{"day": day.isoformat(), "number": words} for day, words in labels]
        text = {"type": "text", "baseline": "bottom", "dy": -3, "fontSize": self.size.font - 1}
        return {
            "data": {"values": values},
            "mark": {**text, "color": self.theme.soft},
            "encoding": {"y": {"value": 0}, "text": {"field": "number", "type": "nominal"}},
        }

    def _make_steps(self, points: Sequence[Point]) -> list[Spec]:
        """A thin stepped line through one speaker's running totals: what stood until the next."""
        single = [
            self._make_datum(point, "")
            for point in points
            if point.row.bound != "range" and not point.shift and not point.row.part
        ]
        if self.series.accrual != "running total" or len(single) < 2:
            return []
        line = {"type": "line", "interpolate": "step-after", "strokeWidth": 1, "opacity": 0.6}
        return [{"data": {"values": single}, "mark": {**line, "color": self.theme.mark}}]

    def _make_marks(self, points: Sequence[Point], shape: str) -> list[Spec]:
        bars = [self._make_datum(point, shape) for point in points if point.row.bound == "range"]
        marks = [self._make_datum(point, shape) for point in points if point.row.bound != "range"]
        signs = [
            {**self._make_datum(point, shape), "shape": SIGNS[point.row.bound]}
            for point in points
            if point.row.bound in SIGNS
        ]
        return [
            *([_make_bars(bars, self._make_value(labels=True))] if bars else []),
            _make_points(marks, 62, True),
            *([_make_points(signs, 62, False)] if signs else []),
            *self._make_labels(points, shape),
        ]

    def _make_labels(self, points: Sequence[Point], shape: str) -> list[Spec]:
        sides = {
            "right": {"align": "left", "dx": 9, "dy": 0},
            "left": {"align": "right", "dx": -9, "dy": 0},
            "above": {"align": "center", "dx": 0, "dy": -25},
            "below": {"align": "center", "dx": 0, "dy": 16},
        }
        layers: list[Spec] = []
        for side, place in sides.items():
            own = [self._make_datum(point, shape) for point in points if point.side == side]
            text = {"type": "text", "baseline": "middle", "xOffset": {"expr": "datum.shift"}, **place}
            mark = {**text, "fontSize": self.size.font, "color": self.theme.ink}
            halo = {**mark, "stroke": self.theme.ground, "strokeWidth": 4, "strokeJoin": "round"}
            words = {"text": {"field": "label", "type": "nominal"}}
            if own:
                data = {"values": own}
                layers.append({"data": data, "mark": halo, "encoding": words})
                layers.append({"data": data, "mark": mark, "encoding": words})
        return layers

    def _make_datum(self, point: Point, shape: str) -> Spec:
        row = point.row
        ink = self.theme.digest if row.digest else self.theme.mark
        return {
            "claim": row.claim,
            "day": row.day.isoformat() if row.day else None,
            "place": 6,
            "at": row.at,
            "low": row.low,
            "high": row.high,
            "bound": row.bound,
            "digest": row.digest,
            "speaker": row.speaker.words,
            "label": point.label,
            "shift": point.shift,
            "shape": shape,
            "ink": ink,
            "fill": ink if row.bound == "exact" else self.theme.ground,
        }


def _make_bars(values: Sequence[Spec], value: Spec) -> Spec:
    mark = {"type": "rule", "strokeWidth": 4, "xOffset": {"expr": "datum.shift"}}
    ends = {"y": {**value, "field": "low"}, "y2": {"field": "high"}}
    return {"data": {"values": list(values)}, "mark": mark, "encoding": {**ends, "color": _as_is("ink")}}


def _make_points(values: Sequence[Spec], size: int, closed: bool) -> Spec:
    mark = {
        "type": "point",
        "size": size,
        "strokeWidth": 1.6,
        "opacity": 1,
        "xOffset": {"expr": "datum.shift"},
    }
    encoding = {"shape": _as_is("shape"), "stroke": _as_is("ink")}
    if closed:
        encoding["fill"] = _as_is("fill")
    return {"data": {"values": list(values)}, "mark": {**mark, "filled": closed}, "encoding": encoding}


def _name_lane(speaker: Speaker) -> str:
    if speaker.own_voice:
        return f"{speaker.name}, {speaker.voice}"
    return speaker.words if speaker.resolved else f"{speaker.words}, not resolved"


def _as_is(field: str) -> Spec:
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def _make_config(theme: Theme, size: Size) -> Spec:
    title = {"anchor": "start", "frame": "group", "fontSize": size.font, "fontWeight": 600}
    axis = {"labelColor": theme.soft, "labelFontSize": size.font - 1, "gridColor": theme.line}
    return {
        "font": FONT,
        "view": {"stroke": None},
        "title": {**title, "color": theme.ink, "offset": 6},
        "axis": {**axis, "domainColor": theme.soft, "tickColor": theme.soft, "domain": False, "ticks": False},
    }


def describe_chart(series: Series) -> str:
    """The plot in words, for those who do not see it: speakers, numbers, hedges, days."""
    if not series.rows:
        return f"{series.title}: no number is reported."
    lanes = [f"{speaker.words}: {_list_numbers(rows)}" for speaker, rows in series.lanes]
    total = f"{count(len(series.rows), 'number')} by {count(len(lanes), 'speaker')}"
    return f"{series.title}. {total}. {'. '.join(lanes)}."


def _list_numbers(rows: Sequence[FigureRow]) -> str:
    said = [f"{row.printed}, {format_day(row.day) if row.day else 'day unknown'}" for row in rows[:6]]
    more = [f"{len(rows) - 6} more"] if len(rows) > 6 else []
    return join([*said, *more]).replace(" and ", "; ").replace(", and", ";")
