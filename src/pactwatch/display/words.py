"""Plain words for numbers, days, counts and names: one wording for pages, charts and the command line.

"at least 395"   "around 400"   "up to 20,000"   "3 to 5"   "41 %"   "47 of 48"   "600 a day"
"15 for each hostage"   "about 2/3"
"""

from collections.abc import Sequence
from datetime import date

from pactwatch.model.claim import Event, Figure, Form, Kind, Statement, Step
from pactwatch.model.source import When
from pactwatch.model.status import Tally
from pactwatch.state.ranges import write_number

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: The steps of progress as a reader says them.
STEPS = {
    Step.NOT_BEGUN: "not begun",
    Step.DECLARED: "declared",
    Step.ORDERED: "ordered",
    Step.BEGUN: "begun",
    Step.PARTLY: "partly done",
    Step.DONE: "done",
    Step.STALLED: "stalled",
    Step.REVERSED: "reversed",
}

#: Kroc's scale of implementation.
SCALE = ("not initiated", "minimum", "intermediate", "complete")

#: How each kind of claim is called in the plural.
KINDS = {
    Kind.STATEMENT: "statements",
    Kind.FIGURE: "figures",
    Kind.EVENT: "events",
    Kind.POSITION: "positions",
    Kind.CONDITION: "conditions",
    Kind.COMMITMENT: "commitments",
    Kind.PROGRESS: "progress",
    Kind.INTERPRETATION: "clause readings",
}

#: A meeting by PLOVER's mode of consulting.
MEETINGS = {
    "third-party": "mediation",
    "multilateral": "talks of several",
    "phone": "phone call",
    "visit": "visit",
}

#: How words are reported.
FORMS = {Form.DIRECT: "quoted", Form.INDIRECT: "retold", Form.MIXED: "retold, with words quoted"}

#: Characters that steer the direction of text, and those that no text should hold.
_TURNING = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {code: f"[U+{code:04X}]" for code in _TURNING}
_SHOWN |= {code: "\ufffd" for code in (*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F)}
_SHOWN |= {code: "\ufffd" for code in (*range(0xD800, 0xE000), 0xFFFE, 0xFFFF)}

_PLURALS = (
    "people",
    "police",
    "personnel",
    "children",
    "women",
    "men",
    "remains",
    "dead",
    "wounded",
    "aircraft",
)
_IRREGULAR = {"person": "people", "child": "children", "woman": "women", "man": "men", "body": "bodies"}

_PERIODS = ("hour", "day", "week", "month", "year")

_OPEN_BELOW = ("at most", "up to", "as many as", "no more than", "under", "fewer than", "less than")


def format_figure(figure: Figure, hedge: str | None = None) -> str:
    """A figure as it was printed: its hedge in the words of the text where these are given."""
    words = _format_bounds(figure, hedge)
    if figure.percent:
        words = f"{words} %"
    if figure.parts:
        words = f"{words}/{figure.parts}"
    if figure.of_total is not None:
        words = f"{words} of {write_number(figure.of_total)}"
    if figure.per:
        words = f"{words} a {figure.per}" if figure.per in _PERIODS else f"{words} for each {figure.per}"
    return f"{words} more" if figure.increment else words


def _format_bounds(figure: Figure, hedge: str | None) -> str:
    match figure.low, figure.high, figure.approx:
        case None, None, None:
            return "a number not read"
        case None, None, approx if approx is not None:
            return f"{hedge or 'around'} {write_number(approx)}"
        case low, None, _ if low is not None:
            return f"{hedge or 'at least'} {write_number(low)}"
        case None, high, _ if high is not None:
            return f"{hedge or 'up to'} {write_number(high)}"
        case low, high, _ if low == high and low is not None:
            return write_number(low)
        case low, high, _ if low is not None and high is not None:
            return f"{write_number(low)} to {write_number(high)}"
    return "a number not read"


def describe_figure(figure: Figure, hedge: str | None = None) -> str:
    """A figure with what it counts: "at least 395 Palestinians killed", "60-day truce"."""
    words = f"{print_figure(figure, hedge)} {name_things(figure)}".strip()
    return f"{words} {figure.effect}" if figure.effect else words


def print_figure(figure: Figure, hedge: str | None = None) -> str:
    """A figure as a number; that of a length with its unit: "60-day" of a 60-day truce."""
    return f"{format_figure(figure, hedge)}{_find_length(figure)}"


def name_things(figure: Figure) -> str:
    """What is counted, in the words of the text; where these are a singular ("400 Palestinian"),
    in the plural beside any number but 1."""
    if _find_length(figure):
        return figure.group.partition(" ")[2]
    things = figure.group or figure.counted
    is_one = figure.low == figure.high == 1 and figure.of_total is None
    if is_one or things.lower() != figure.counted.lower():
        return things
    return make_plural(things)


def _find_length(figure: Figure) -> str:
    """The unit that a phrase of a length has behind its number: the "-day" of "60-day truce"."""
    number = _format_bounds(figure, None)
    first = figure.group.partition(" ")[0]
    return first.removeprefix(number) if first.startswith(f"{number}-") else ""


def make_plural(noun: str) -> str:
    """The regular plural of an English noun; what has a plural of its own, or is one, stays."""
    low = noun.lower()
    if not low or low.endswith("s") or low in _PLURALS:
        return noun
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith(("x", "z", "ch", "sh")):
        return f"{noun}es"
    return f"{noun[:-1]}ies" if low.endswith("y") and low[-2:-1] not in "aeiou" else f"{noun}s"


def format_tally(tally: Tally) -> str:
    """How many are done of how many owed: "47 of 48"."""
    return f"{tally.done:,} of {tally.owed:,}"


def format_day(day: date) -> str:
    """A day as a reader writes it: 19 Dec 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_when(when: When | None) -> str:
    """A day or a stretch of days at the precision that is known; "day unknown" where none is."""
    if when is None:
        return "day unknown"
    if when.first == when.last:
        return format_day(when.first)
    match when.precision:
        case "year":
            return str(when.first.year)
        case "month":
            return f"{MONTHS[when.first.month - 1]} {when.first.year}"
        case "week":
            return f"week of {format_day(when.first)}"
    return f"{format_day(when.first)} to {format_day(when.last)}"


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 article", "5 articles", "no articles"."""
    many = plural or f"{noun}s"
    return f"{'no' if number == 0 else format(number, ',')} {noun if number == 1 else many}"


def join(names: Sequence[str], last: str = "and") -> str:
    """Names in a row: "Israel", "Israel and Hamas", "Egypt, Qatar and Türkiye"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def begin(sentence: str) -> str:
    """The same words with a capital letter at the start."""
    return sentence[:1].upper() + sentence[1:]


def cut(words: str, length: int) -> str:
    """The first characters of a long text, cut between words and marked as cut."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    return f"{line[:length].rsplit(' ', 1)[0].rstrip(' ,.;:')} …"


def describe_event(event: Event, alleges_breach: bool) -> str:
    """An occurrence in plain words; whom it is against as the text names them."""
    if event.root == "CONSULT":
        return MEETINGS.get(event.mode or "", "meeting")
    if not alleges_breach:
        return ", ".join(part.lower() for part in (event.root, event.mode) if part)
    return f"breach alleged, of “{event.recipient}”" if event.recipient else "breach alleged"


def is_upper_bound(hedge: str | None) -> bool:
    """Whether the printed hedge bounds a number from above."""
    return hedge is not None and hedge.lower() in _OPEN_BELOW


def show_controls(words: str) -> str:
    """The words with characters that steer the direction of text made visible."""
    return words.translate(_SHOWN)


def describe_circumstances(statement: Statement) -> str:
    """To whom and on what occasion, as the text words it; empty where it does not say."""
    told = f"to {statement.addressee}" if statement.addressee else ""
    where = statement.occasion if statement.occasion not in (None, statement.addressee) else None
    return ", ".join(part for part in (told, f"occasion: {where}" if where else "") if part)
