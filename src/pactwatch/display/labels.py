"""The reports of a story by letter, as every part of its page names them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.published import describe_dated, describe_published
from pactwatch.display.speakers import name_outlet
from pactwatch.model.source import Document, When
from pactwatch.stories.reports import Report
from pactwatch.stories.ties import list_agencies

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class ReportLabel:
    """One report of a story: its letter, whose it is, of which day. ``dated`` says whether the day is
    its own; ``cites`` are agencies that were told something that it holds."""

    letter: str
    document: str
    file: str
    outlet: str
    title: str
    published: str
    dated: bool
    agency: str | None
    cites: tuple[str, ...]

    @property
    def words(self) -> str:
        """The letter with the outlet: "A, Lake Gazette"."""
        return f"{self.letter}, {self.outlet}"


Labels = Mapping[str, ReportLabel]


def label_reports(reports: Iterable[Report], days: Mapping[str, When]) -> Labels:
    """A letter for each report, in the order of the story, by document ID."""
    return {
        report.id: _make_label(spell_letter(number), report, days.get(report.id))
        for number, report in enumerate(reports)
    }


def spell_letter(number: int) -> str:
    """A, B, ... Z, AA, AB: the letters of a story's reports, counted from 0."""
    first, last = divmod(number, len(_ALPHABET))
    return (spell_letter(first - 1) if first else "") + _ALPHABET[last]


def _make_label(letter: str, report: Report, day: When | None) -> ReportLabel:
    document = report.document
    return ReportLabel(
        letter=letter,
        document=document.id,
        file=document.name,
        outlet=name_outlet(document),
        title=name_event(report),
        published=_describe_day(document, day),
        dated=document.published is not None,
        agency=document.agency,
        cites=tuple(agency for agency, carried in list_agencies(report).items() if not carried),
    )


def _describe_day(document: Document, day: When | None) -> str:
    """The day and the time of day where one is known; the reason of a day that is not known is left out."""
    if document.published is None and day is not None:
        return describe_dated(day)
    clock = (document.published_at or "").partition("T")[2][:5]
    return ", ".join(part for part in (describe_published(document), clock) if part)


def name_event(report: Report) -> str:
    """What a report calls the event: its title, else its first sentence."""
    first = report.sentences[:1]
    return report.document.title or " ".join(report.words(span) for span in first) or report.document.name


def join_letters(labels: Labels, documents: Sequence[str]) -> str:
    """Letters in a row: "A", "A and B", "A, B and D"."""
    letters = [labels[document].letter for document in dict.fromkeys(documents) if document in labels]
    return " and ".join([", ".join(letters[:-1]), letters[-1]] if len(letters) > 1 else letters)
