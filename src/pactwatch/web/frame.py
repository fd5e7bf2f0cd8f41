"""The frame of every page: project and case, view switch, filters, rail and footer."""

from dataclasses import dataclass
from datetime import date

from pactwatch.display.marks import NOTHING_READ, SIGNS, Sign
from pactwatch.display.words import count, format_day
from pactwatch.web.asked import KEPT, Asked, describe_asked
from pactwatch.web.desk import KEY_SHOWN, Desk

#: The rail: path, label. A page that is not here cannot be found.
PAGES = (
    ("/", "Phases"),
    ("/figures", "Figures"),
    ("/positions", "Positions"),
    ("/allegations", "Allegations"),
    ("/commitments", "Commitments"),
    ("/talks", "Talks"),
    ("/stories", "Stories"),
    ("/quotes", "Quotes"),
    ("/documents", "Documents"),
    ("/problems", "Problems"),
    ("/ledger", "Ledger"),
)


@dataclass(frozen=True, slots=True)
class RailItem:
    """A page of the rail; ``number`` stands behind it where it counts something open."""

    path: str
    label: str
    current: bool
    number: int | None = None


@dataclass(frozen=True, slots=True)
class ViewItem:
    """A view of the switch, with the address of this page under it."""

    view: str
    label: str
    sentence: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """All that the frame shows. ``band`` are sentences on what differs from the plain page;
    ``hidden`` are the parameters that the filter form carries on; ``twins`` the addresses of
    the page's table as CSV and JSON."""

    path: str
    case_title: str
    rail: tuple[RailItem, ...]
    views: tuple[ViewItem, ...]
    band: tuple[str, ...]
    past: bool
    hidden: tuple[tuple[str, str], ...]
    on: date
    as_of: date
    as_of_words: str
    asked: Asked
    checkpoint: str
    records: int
    documents: str
    claims: str
    unreviewed: int
    twins: tuple[tuple[str, str], ...]
    key: tuple[Sign, ...]


def make_frame(desk: Desk, path: str, current: str, own: dict[str, str], twin: str | None) -> Frame:
    """The frame of a page. ``current`` is its place in the rail, ``own`` its own parameters,
    ``twin`` the path of its table without the ending."""
    asked, head, status = desk.asked, desk.case.head(), desk.status
    question = asked.question
    return Frame(
        path=path,
        case_title=desk.case.title,
        rail=_make_rail(desk, current),
        views=_make_views(desk, path, own),
        band=describe_asked(asked, desk.case.as_of),
        past=_is_past(desk),
        hidden=tuple((name, value) for name, value in own.items() if value and name not in KEPT),
        on=question.on or desk.case.as_of,
        as_of=desk.case.as_of,
        as_of_words=format_day(desk.case.as_of),
        asked=asked,
        checkpoint=head.hash[:KEY_SHOWN],
        records=head.number,
        documents=count(status.documents, "document"),
        claims=count(status.claims, "claim"),
        unreviewed=status.unreviewed,
        twins=_make_twins(asked, twin, own),
        key=(*SIGNS.values(), NOTHING_READ),
    )


def _is_past(desk: Desk) -> bool:
    question = desk.asked.question
    other_day = question.on is not None and question.on != desk.case.as_of
    return other_day or question.known is not None or question.published_by is not None


def _make_rail(desk: Desk, current: str) -> tuple[RailItem, ...]:
    return tuple(
        RailItem(path, label, path == current, desk.issues.number if path == "/problems" else None)
        for path, label in PAGES
    )


def _make_views(desk: Desk, path: str, own: dict[str, str]) -> tuple[ViewItem, ...]:
    changes: dict[str, str | None] = {name: value for name, value in own.items() if name not in KEPT}
    return tuple(
        ViewItem(
            view=label.view,
            label=label.label,
            sentence=label.sentence,
            href=desk.asked.link(path, **changes, view=_leave_default(label.view)),
            current=label.view == desk.asked.question.view,
        )
        for label in desk.views
    )


def _leave_default(view: str) -> str | None:
    return None if view == "any-allegation" else view


def _make_twins(asked: Asked, twin: str | None, own: dict[str, str]) -> tuple[tuple[str, str], ...]:
    if twin is None:
        return ()
    changes: dict[str, str | None] = {name: value for name, value in own.items() if name not in KEPT}
    return tuple((form, asked.link(f"{twin}.{form}", **changes)) for form in ("csv", "json"))
