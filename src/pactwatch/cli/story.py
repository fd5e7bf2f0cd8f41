"""``pactwatch story`` and ``compare``: one event in many outlets, and two reports side by side."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwatch.cli.opening import open_reading
from pactwatch.cli.options import case_argument, json_option
from pactwatch.cli.output import fit, write_json, write_lines

if TYPE_CHECKING:
    from pactwatch.case.ask import Case
    from pactwatch.display.differences import DifferenceRow
    from pactwatch.display.origins import OriginNode, OriginRow, TieRow
    from pactwatch.display.rewrites import ChangeRow
    from pactwatch.display.stories import StoryRow
    from pactwatch.display.story_page import StoryPage
    from pactwatch.display.wordings import Part, UtteranceRow
    from pactwatch.stories.telling import Telling

#: Differences that are printed unless all are asked for.
FIRST = 12
#: Characters of a sentence.
SENTENCE = 150


@click.command()
@case_argument
@click.argument("name", metavar="[DOCUMENT]", required=False)
@click.option("--known", metavar="RECORD|DAY", help="As this ledger knew it then.")
@click.option("--all", "everything", is_flag=True, help="All differences, and stories of one document.")
@json_option
def story(case: Path, name: str | None, known: str | None, everything: bool, as_json: bool) -> None:
    """The stories of CASE, or the one that DOCUMENT is part of: its origins, wordings and differences."""
    with open_reading(case) as opened:
        if name is None:
            rows = _list_stories(opened, known)
            write_json(rows) if as_json else write_lines(_format_list(opened, case, rows, everything))
            return
        page = _make_page(opened, opened.tell(opened.story(name, known), known), known)
    write_json(page) if as_json else write_lines(_format_page(case, page, everything))


@click.command()
@case_argument
@click.argument("one", metavar="DOCUMENT")
@click.argument("other", metavar="DOCUMENT")
@click.option("--known", metavar="RECORD|DAY", help="As this ledger knew it then.")
@click.option("--all", "everything", is_flag=True, help="All differences, and what only one of them tells.")
@json_option
def compare(case: Path, one: str, other: str, known: str | None, everything: bool, as_json: bool) -> None:
    """Two documents of CASE side by side: what both tell, what differs, what the second leaves out."""
    with open_reading(case) as opened:
        telling = opened.compare(one, other, known)
        page = _make_page(opened, telling, known)
    if as_json:
        write_json({"page": page, "copies": list(telling.copies)})
        return
    write_lines(_format_changes(page.changes, everything))
    write_lines(_format_differences(page.differences, everything))
    write_lines(_format_utterances(page.utterances))
    write_lines(_format_copies(telling))


def _list_stories(case: "Case", known: str | None) -> "tuple[StoryRow, ...]":
    from pactwatch.display.stories import make_story_rows

    documents = {row.document.id: row.document for row in case.documents(known)}
    return make_story_rows(
        case.stories(known), documents, case.days(known), case.links(known), case.facts(known)
    )


def _make_page(case: "Case", telling: "Telling", known: str | None) -> "StoryPage":
    from pactwatch.display.story_page import AskedTable, make_story_page

    documents = {row.document.id: row.document for row in case.documents(known)}
    own = [documents[one] for one in telling.story.documents]
    return make_story_page(telling, own, case.days(known), case.links(known), AskedTable())


def _format_list(case: "Case", folder: Path, rows: "Sequence[StoryRow]", everything: bool) -> Iterator[str]:
    from pactwatch.display.words import count

    several = [row for row in rows if row.documents > 1]
    number = count(len(rows), "story", "stories")
    yield f"{case.title}: {number}, {len(several)} of several documents; read as of {case.as_of}."
    for row in rows if everything else several:
        yield f"  {row.first[:10]}  {row.when}{f', {row.dating}' if row.dating else ''}: {row.sources.words}"
        yield fit(f"      {row.event or row.files[0]}", SENTENCE)
        yield f"      {', '.join(row.files)}"
    if not everything and len(rows) > len(several):
        yield f"{len(rows) - len(several)} more of one document (--all)."
    yield f"Next: pactwatch story {folder} DOCUMENT shows one side by side."


def _format_page(folder: Path, page: "StoryPage", everything: bool) -> Iterator[str]:
    yield page.event
    yield f"{page.when}: {page.sources.words}"
    for label in page.labels:
        yield f"  {label.letter}  {label.file}, {label.outlet}, {label.published}"
    yield from _format_origins(page.origins)
    yield from _format_changes(page.changes, everything)
    yield from _format_differences(page.differences, everything)
    yield from _format_utterances(page.utterances)
    yield ""
    yield f"Next: pactwatch links {folder} lists what holds this together; judge a link with"
    yield f"pactwatch judge {folder} LINK same|different|unsure --reason WORDS."


def _format_origins(origins: "Sequence[OriginRow]") -> Iterator[str]:
    yield from ("", "Origins")
    for origin in origins:
        yield f"  {origin.words}{f'; {origin.note}' if origin.note else ''}"
        for node in origin.nodes:
            yield from _format_node(node, "    ")


def _format_node(node: "OriginNode", indent: str) -> Iterator[str]:
    yield f"{indent}{node.report.letter}  {node.report.file}{f': {node.note}' if node.note else ''}"
    for how, to in _fold_ties(node.ties).items():
        yield f"{indent}   {how} {', '.join(to)}"
    for child in node.children:
        yield from _format_node(child, f"{indent}  ")


def _fold_ties(ties: "Sequence[TieRow]") -> dict[str, list[str]]:
    """What ties a report to others, each way once with the letters of all whom it ties to."""
    folded: dict[str, list[str]] = {}
    for tie in ties:
        folded.setdefault(tie.how, []).append(tie.to)
    return folded


def _format_changes(changes: "Sequence[ChangeRow]", everything: bool) -> Iterator[str]:
    for change in changes:
        before, after = change.reference, change.report
        yield ""
        yield f"{before.letter} {before.file} -> {after.letter} {after.file}: {change.order}"
        yield f"  {change.counts}"
        yield from (f"  {kind}: {what}" for kind, what, _ in change.differences)
        if everything:
            yield from (fit(f"  left out: {one.words}", SENTENCE) for one in change.left_out)


def _format_differences(rows: "Sequence[DifferenceRow]", everything: bool) -> Iterator[str]:
    shown = rows if everything else rows[:FIRST]
    if rows:
        yield from ("", f"Differences, the surest first ({len(rows)})")
    for row in shown:
        yield f"  {row.number:>2}  {row.kind}: {row.what}"
        yield from (fit(f"      {side.outlet}: “{side.stretch.words}”", SENTENCE) for side in row.sides)
    if len(rows) > len(shown):
        yield f"  and {len(rows) - len(shown)} more (--all)"


def _format_utterances(rows: "Sequence[UtteranceRow]") -> Iterator[str]:
    if rows:
        yield from ("", "One utterance in several wordings")
    for row in rows:
        yield f"  {_write_parts(row.parts)}"
        carriers = (f"{one.report.letter} {one.form}, {one.speaker}" for one in row.carriers)
        yield f"      {'; '.join(carriers)}; {row.first}"


def _write_parts(parts: "Sequence[Part]") -> str:
    """Common words once, and what differs in brackets with the letters of the reports."""
    return " ".join(part.common or f"[{_write_variants(part)}]" for part in parts)


def _write_variants(part: "Part") -> str:
    return " | ".join(f"{one.letters}: {one.words or '–'}" for one in part.variants)


def _format_copies(telling: "Telling") -> Iterator[str]:
    """The passages that both have, the longest first, with their places."""
    texts = {report.id: report for report in telling.reports}
    if telling.copies:
        yield from ("", "Passages that both have")
    for copy in sorted(telling.copies, key=lambda copy: (-copy.shared, copy.a_span)):
        words = texts[copy.a].words(copy.a_span)
        places = f"characters {copy.a_span.begin} to {copy.a_span.end} of {texts[copy.a].document.name}"
        also = f"{copy.b_span.begin} to {copy.b_span.end} of {texts[copy.b].document.name}"
        yield fit(f"  {copy.shared} of {copy.words} words: “{words}”", SENTENCE)
        yield f"      {places}, {also}"
