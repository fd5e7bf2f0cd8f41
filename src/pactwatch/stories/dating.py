"""Dating by siblings: a document without a day is dated by a report of its story that has one.

    dated report, tied to an undated one; the undated one says "on Friday"   -->   dates link

The link never edits the document: pages say by which report a day was found, and a person can refuse it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from pactwatch.language.lexicon import word_set
from pactwatch.language.tokens import split_tokens
from pactwatch.model.link import Link, LinkKind, Reason
from pactwatch.stories.proposals import make_link
from pactwatch.stories.reports import Report
from pactwatch.stories.ties import Tie

#: Reports less tied than this date nothing, unless the undated one names the same weekday.
SURE, WITH_WEEKDAY = 0.6, 0.3
#: The dated reports of a story must lie within so many days: a longer story dates nothing.
LONGEST = 3

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def date_by_siblings(reports: Sequence[Report], ties: Mapping[tuple[str, str], Tie]) -> Iterator[Link]:
    """For each undated report the dated one that it is tied to most; a digest is of no report's day."""
    dated = [report for report in reports if _find_day(report) and not report.document.digest]
    days = [day for report in dated if (day := _find_day(report))]
    if not dated or (max(days) - min(days)).days > LONGEST:
        return
    for report in reports:
        if report.document.published is None and not report.document.digest:
            found = [link for other in dated if (link := _date(report, other, ties)) is not None]
            if found:
                yield max(found, key=lambda link: (link.score, link.a))


def _find_day(report: Report) -> date | None:
    published = report.document.published
    return published.first if published and published.first == published.last else None


def _date(report: Report, other: Report, ties: Mapping[tuple[str, str], Tie]) -> Link | None:
    tie = ties.get((other.id, report.id)) or ties.get((report.id, other.id))
    day = _find_day(other)
    if tie is None or day is None:
        return None
    weekday = _WEEKDAYS[day.weekday()]
    names_it = weekday in find_weekdays(report)
    if tie.score < (WITH_WEEKDAY if names_it else SURE):
        return None
    reasons = [Reason("day", f"{other.document.name} of the same story is of {day}")]
    if names_it:
        reasons.append(Reason("day", f"it speaks of {weekday.capitalize()}, and {day} is one"))
    turned = tie.a != other.id
    reasons += [one.turned if turned else one for one in tie.reasons[:3]]
    score = min(1.0, tie.score + 0.1) if names_it else tie.score * 0.8
    return make_link(LinkKind.DATES, other.id, report.id, score, reasons)


def find_weekdays(report: Report) -> set[str]:
    """The weekdays that a report names in its sentences, "Friday's" too."""
    text = report.article.text
    words = (
        token.text.lower().replace("’", "'").removesuffix("'s")
        for own in report.sentences
        for token in split_tokens(text, own.begin, own.end)
    )
    return {word for word in words if word in word_set("subjects.weekdays")} & set(_WEEKDAYS)
