"""One story as a page shows it: origins, rewrites, differences, the table, utterances, words, links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.differences import DifferenceRow, make_differences
from pactwatch.display.labels import Labels, ReportLabel, label_reports, name_event
from pactwatch.display.links import LinkRow, make_link_row
from pactwatch.display.origins import OriginRow, make_origins
from pactwatch.display.rewrites import ChangeRow, make_changes
from pactwatch.display.side_by_side import SideBySide, choose_columns, make_side_by_side
from pactwatch.display.sources import Sources
from pactwatch.display.stories import count_story, describe_days
from pactwatch.display.word_use import UseGroup, make_word_use
from pactwatch.display.wordings import UtteranceRow, make_utterance
from pactwatch.model.link import OF_DOCUMENTS, Linked
from pactwatch.model.source import Document, When
from pactwatch.stories.telling import Telling


@dataclass(frozen=True, slots=True)
class StoryPage:
    """All that the page of a story lays out. ``digests`` are those of its documents that we wrote."""

    id: str
    event: str
    when: str
    sources: Sources
    labels: tuple[ReportLabel, ...]
    digests: tuple[Document, ...]
    origins: tuple[OriginRow, ...]
    changes: tuple[ChangeRow, ...]
    differences: tuple[DifferenceRow, ...]
    table: SideBySide
    utterances: tuple[UtteranceRow, ...]
    words: tuple[UseGroup, ...]
    links: tuple[LinkRow, ...]


@dataclass(frozen=True, slots=True)
class AskedTable:
    """Which columns and which rows of the table an address asks for."""

    columns: tuple[str, ...] = ()
    rows: str = ""


def make_story_page(
    telling: Telling,
    documents: Sequence[Document],
    days: Mapping[str, When],
    linked: Sequence[Linked],
    asked: AskedTable,
) -> StoryPage:
    """The page of a telling; ``documents`` are those of its story, ``linked`` all links of the case."""
    story = telling.story
    labels = label_reports(telling.reports, days)
    reports = {report.id: report for report in telling.reports}
    known = [when for document in documents if (when := document.published or days.get(document.id))]
    columns = choose_columns(labels, asked.columns)
    return StoryPage(
        id=story.id,
        event=name_event(telling.reports[0]) if telling.reports else documents[0].title or documents[0].name,
        when=describe_days(known),
        sources=count_story(story, documents),
        labels=tuple(labels.values()),
        digests=tuple(document for document in documents if document.digest),
        origins=make_origins(story, reports, labels),
        changes=make_changes(telling.changes, telling.differences, reports, labels),
        differences=make_differences(telling.differences, reports, labels),
        table=make_side_by_side(telling, labels, columns, asked.rows),
        utterances=tuple(make_utterance(one, reports, labels) for one in telling.utterances),
        words=make_word_use(telling.terms),
        links=_list_links(telling, documents, linked, labels),
    )


def _list_links(
    telling: Telling, documents: Sequence[Document], linked: Sequence[Linked], labels: Labels
) -> tuple[LinkRow, ...]:
    """The links between the documents of a story and between their claims."""
    reports = {report.id: report for report in telling.reports}
    homes = {document: document for document in telling.story.documents}
    homes |= {fact.claim.key: report.id for report in telling.reports for fact in report.facts}
    names = {document.id: name_end(document, labels) for document in documents}
    own = [one for one in linked if one.a in homes and one.b in homes]
    ordered = sorted(own, key=lambda one: (one.kind not in OF_DOCUMENTS, one.kind, one.key))
    return tuple(make_link_row(one, homes, names, reports, labels) for one in ordered)


def name_end(document: Document, labels: Labels) -> str:
    """The letter of a report; a digest has none and goes by its title."""
    if document.id in labels:
        return labels[document.id].letter
    return f"“{document.title or document.name}” (a digest)"
