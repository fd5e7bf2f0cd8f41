"""What a document prints about itself: its day of publication, its agency, its title.

Only metadata and dateline passages are read for the day, never the body: a report names many
days, and only the printed one is its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pactwatch.documents.cues import STAMP_LABEL
from pactwatch.language.agencies import find_agencies
from pactwatch.language.dates import find_dates
from pactwatch.model.source import Passage, PassageKind, When

_CLOCK = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:\s*(?P<half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
#: Day and month in figures; read only where they cannot be taken for one another.
_FIGURES = re.compile(
    r"(?<![\d./])(?P<first>\d{1,2})[./](?P<second>\d{1,2})[./](?P<year>(?:19|20)\d\d)(?![\d./])"
)
_UPDATED = re.compile(r"(?i)(?:last\s+)?(?:updated|modified|edited)\b")
_AGENCY_LINE = re.compile(r"(?i)(?:by|source|sources|agency)\s*[:|]?\s|\W*$")


_NOT_PRINTED = "no day of publication is printed"
_INCOMPLETE = "the printed day is incomplete or not in the calendar"
_SEVERAL = "several days are printed and none is marked as that of publication"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed day, with its clock time in ISO 8601 where one is printed beside it.

    ``rank`` orders labels: 0 published, 1 without a label, 2 dateline, 3 updated.
    """

    when: When
    at: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of the publication; ``reason`` says why there is no stamp."""

    stamp: Stamp | None
    reason: str | None


def find_published(text: str, passages: Sequence[Passage]) -> When | None:
    """The printed day of publication, None where none or more than one is printed."""
    stamp = find_stamp(text, passages).stamp
    return stamp.when if stamp else None


def find_stamp(text: str, passages: Sequence[Passage]) -> Printed:
    """The printed day and time of publication, or why it is unknown."""
    own = [p for p in passages if p.kind in (PassageKind.METADATA, PassageKind.DATELINE)]
    stamps = [stamp for passage in own for stamp in _read_stamps(text, passage)]
    if not stamps:
        has_day = any(_names_incomplete_day(text, passage) for passage in own)
        return Printed(None, _INCOMPLETE if has_day else _NOT_PRINTED)
    rank = min(stamp.rank for stamp in stamps)
    best = [stamp for stamp in stamps if stamp.rank == rank]
    if len({stamp.when.first for stamp in best}) > 1:
        return Printed(None, _SEVERAL)
    return Printed(next((stamp for stamp in best if stamp.at), best[0]), None)


def _read_stamps(text: str, passage: Passage) -> list[Stamp]:
    words = text[passage.begin : passage.end]
    rank = _find_rank(words, passage.kind)
    days = [found.when for found in find_dates(text, passage.begin, passage.end, None) if found.when]
    days += _read_figures(words)
    return [
        Stamp(replace(day, how="printed"), _read_clock(words, day.first), rank)
        for day in days
        if day.precision == "day"
    ]


def _find_rank(words: str, kind: PassageKind) -> int:
    if kind is PassageKind.DATELINE:
        return 2
    start = words.lstrip("-–—*•· ")
    if _UPDATED.match(start):
        return 3
    return 0 if STAMP_LABEL.match(start) else 1


def _read_figures(words: str) -> list[When]:
    """Days as 19/12/2025; 10/11/2025 could be two days and is none."""
    days = []
    for match in _FIGURES.finditer(words):
        first, second = int(match["first"]), int(match["second"])
        day, month = (first, second) if first > 12 else (second, first)
        if first == second or (first > 12) != (second > 12):
            days.extend(_make_day(int(match["year"]), month, day))
    return days


def _make_day(year: int, month: int, day: int) -> list[When]:
    try:
        found = date(year, month, day)
    except ValueError:
        return []
    return [When(found, found, "day", "printed")]


def _read_clock(words: str, day: date) -> str | None:
    match = _CLOCK.search(words)
    if match is None:
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{day.isoformat()}T{hour:02}:{match['minute']}"


def _names_incomplete_day(text: str, passage: Passage) -> bool:
    found = find_dates(text, passage.begin, passage.end, None)
    return any(date.when is None for date in found)


def find_agency(text: str, passages: Sequence[Passage]) -> str | None:
    """The agency that a credit line or the dateline's brackets name; None for none or several."""
    found: list[str] = []
    for passage in passages:
        words = text[passage.begin : passage.end].lstrip("-–—*•· ")
        if passage.kind is PassageKind.DATELINE:
            found += [name for part in re.findall(r"\(([^()]*)\)", words) for name in find_agencies(part)]
        elif passage.kind is PassageKind.METADATA and _is_credit(words):
            found += find_agencies(words)
    names = list(dict.fromkeys(found))
    return names[0] if len(names) == 1 else None


def _is_credit(words: str) -> bool:
    """Whether a metadata line credits: "AFP" alone, "By AFP", "Source: Reuters"."""
    agencies = find_agencies(words)
    return bool(agencies) and (len(words.split()) <= 4 or _AGENCY_LINE.match(words) is not None)


def find_title(text: str, passages: Sequence[Passage]) -> str | None:
    """The headline's words on one line, None where the text has none."""
    headline = next((p for p in passages if p.kind is PassageKind.HEADLINE), None)
    return " ".join(text[headline.begin : headline.end].split()) if headline else None
