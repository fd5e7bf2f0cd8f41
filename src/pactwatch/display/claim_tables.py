"""The twins of the pages of positions, allegations, commitments and talks."""

from collections.abc import Iterable, Sequence

from pactwatch.display.allegations import AllegationPage, Entry
from pactwatch.display.commitments import PromiseRow
from pactwatch.display.position_cells import Cell as StandCell
from pactwatch.display.position_cells import StanceRow
from pactwatch.display.positions import PositionPage
from pactwatch.display.sources import Sources
from pactwatch.display.speakers import Speaker
from pactwatch.display.tables import Cell, Table
from pactwatch.display.talks import TalkRow


def make_position_table(page: PositionPage) -> Table:
    """One row for each provision and actor; then those on nothing named, then those of others."""
    rows: list[tuple[Cell, ...]] = [
        (group.id, row.id, *_list_cell(cell))
        for group in page.groups
        for row in group.rows
        for cell in row.cells.values()
    ]
    for role, people in (("no provision named", page.loose), ("nobody of the file", page.outside)):
        empty: tuple[Cell, ...] = (None, None, None, None, None)
        rows += [(None, None, one.name, role, *empty, *_list_sources(one.sources)) for one in people]
    columns = "phase provision actor role stance target day turns told_by articles digests claims"
    return Table("positions", tuple(columns.split()), tuple(rows))


def _list_cell(cell: StandCell) -> tuple[Cell, ...]:
    turns = "; ".join(f"{turn.day}: {_join(turn.held)}" for turn in cell.turns)
    return (
        cell.side.name,
        cell.side.role,
        _join(cell.current),
        cell.current[0].target,
        cell.current[0].day,
        turns if cell.drifted else None,
        cell.told or None,
        *_list_sources(cell.sources),
    )


def _list_sources(sources: Sources) -> tuple[Cell, ...]:
    return sources.articles, sources.digests, " ".join(sources.claims)


def _join(held: Sequence[StanceRow]) -> str:
    return ", ".join(row.sign.full for row in held)


def make_allegation_table(page: AllegationPage) -> Table:
    """One row for each allegation, those linked as the same taken together, side by side."""
    rows = [(side.name, *_list_entry(entry)) for side in page.sides for entry in side.entries]
    columns = "by against day place provisions harm speaker standing articles digests stories origins claims"
    return Table("allegations", (*columns.split(), "words"), tuple(rows))


def _list_entry(entry: Entry) -> tuple[Cell, ...]:
    return (
        entry.against,
        entry.day,
        entry.place,
        _name(entry.provisions),
        _name(words for words, _ in entry.harm),
        _speakers(entry.speakers),
        entry.standing or None,
        entry.sources.articles,
        entry.sources.digests,
        entry.sources.stories,
        entry.sources.origins,
        " ".join(entry.sources.claims),
        " ".join(entry.facts[0].claim.words.split()),
    )


def make_promise_table(rows: Iterable[PromiseRow]) -> Table:
    """One row for each promise, or for what is reported of one."""
    columns = "promiser side what to due due_last condition status mode told speaker provisions"
    cells = tuple(
        (
            row.promiser,
            row.side,
            row.what,
            row.to,
            row.due or None,
            row.last.isoformat() if row.last else None,
            row.condition or None,
            row.sign.full,
            row.mode or None,
            row.told,
            _speakers(row.speakers),
            _name(row.provisions),
            row.sources.articles,
            row.sources.digests,
            " ".join(row.sources.claims),
        )
        for row in rows
    )
    return Table("commitments", (*columns.split(), "articles", "digests", "claims"), cells)


def make_talk_table(rows: Iterable[TalkRow]) -> Table:
    """One row for each meeting."""
    columns = "day from kind with place about provisions status announced_in told_in reported_by"
    cells = tuple(
        (
            row.day,
            row.first.isoformat() if row.first else None,
            row.kind,
            _name(one.name for one in row.who),
            row.place,
            row.about,
            _name(row.provisions),
            row.sign.full,
            row.planned.words if row.planned.claims else None,
            row.told.words if row.told.claims else None,
            _name(row.reported_by),
            row.sources.articles,
            row.sources.digests,
            " ".join(row.sources.claims),
        )
        for row in rows
    )
    return Table("talks", (*columns.split(), "articles", "digests", "claims"), cells)


def _name(names: Iterable[str]) -> str | None:
    return "; ".join(names) or None


def _speakers(speakers: Iterable[Speaker]) -> str | None:
    return _name(speaker.full for speaker in speakers)
