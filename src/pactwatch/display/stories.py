"""The stories of a case as rows: what happened, when, how many articles from how many origins.

The list compares no texts: it counts what the links in force hold.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pactwatch.display.sources import Sources
from pactwatch.display.speakers import name_outlet
from pactwatch.display.words import count, format_day
from pactwatch.model.link import Linked, LinkKind
from pactwatch.model.source import Document, Span, When
from pactwatch.model.status import Fact
from pactwatch.stories.groups import connect
from pactwatch.stories.story import Story


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story. ``event`` is the title of its first report, empty where that prints none: the page
    gives its first sentence then. ``first`` is that report, ``day`` the newest day (None: unknown)."""

    id: str
    first: str
    event: str
    when: str
    dating: str
    day: date | None
    sources: Sources
    outlets: tuple[str, ...]
    files: tuple[str, ...]
    utterances: int
    judged: int
    unjudged: int

    @property
    def articles(self) -> int:
        return self.sources.articles

    @property
    def links(self) -> str:
        """How many links hold it together, and how many a person judged: "12 links, none judged"."""
        total = self.judged + self.unjudged
        if not total:
            return "no links"
        judged = "all judged" if not self.unjudged else f"{self.judged or 'none'} judged"
        return f"{count(total, 'link')}, {judged}"

    @property
    def documents(self) -> int:
        return len(self.files)


def make_story_rows(
    stories: Iterable[Story],
    documents: Mapping[str, Document],
    days: Mapping[str, When],
    linked: Sequence[Linked],
    facts: Iterable[Fact],
) -> tuple[StoryRow, ...]:
    """The rows of stories, the newest first, those without a day last."""
    homes = {fact.claim.key: fact.document.id for fact in facts}
    held = _share_out(linked, homes)
    rows = [_make_row(story, documents, days, held) for story in stories]
    return tuple(sorted(rows, key=lambda row: (row.day is None, -(row.day or date.min).toordinal(), row.id)))


def _share_out(linked: Iterable[Linked], homes: Mapping[str, str]) -> dict[str, list[Linked]]:
    """The links of claims by the document of their first end."""
    held: dict[str, list[Linked]] = {}
    for one in linked:
        if one.a in homes and one.b in homes:
            held.setdefault(homes[one.a], []).append(one)
    return held


def _make_row(
    story: Story,
    documents: Mapping[str, Document],
    days: Mapping[str, When],
    held: Mapping[str, Sequence[Linked]],
) -> StoryRow:
    own = [documents[document] for document in story.documents]
    reports = [document for document in own if not document.digest]
    first = (reports or own)[0]
    links = [*story.links, *(one for document in story.documents for one in held.get(document, ()))]
    judged = sum(one.judgement is not None for one in links)
    known = [when for document in own if (when := document.published or days.get(document.id))]
    return StoryRow(
        id=story.id,
        first=first.id,
        event=first.title or "",
        when=describe_days(known),
        dating=_describe_dating(own, days),
        day=max((when.last for when in known), default=None),
        sources=count_story(story, own),
        outlets=tuple(dict.fromkeys(name_outlet(document) for document in own)),
        files=tuple(document.name for document in own),
        utterances=count_utterances(links),
        judged=judged,
        unjudged=len(links) - judged,
    )


def count_story(story: Story, documents: Sequence[Document]) -> Sources:
    """The chip of a story: its articles, itself, its origins; digests apart."""
    digests = sum(document.digest for document in documents)
    articles = len(documents) - digests
    if not articles:
        return Sources(0, digests, ())
    return Sources(articles, digests, (), 1, len(story.origins))


def describe_days(days: Sequence[When]) -> str:
    """From the first to the last day: "19 Dec 2025", "18 to 20 Dec 2025"; "day unknown"."""
    if not days:
        return "day unknown"
    first, last = min(day.first for day in days), max(day.last for day in days)
    if first == last:
        return format_day(first)
    begin = str(first.day) if (first.year, first.month) == (last.year, last.month) else format_day(first)
    return f"{begin} to {format_day(last)}"


def _describe_dating(documents: Sequence[Document], days: Mapping[str, When]) -> str:
    """How many documents have no day of their own: "3 of 4 dated by their story", "1 of 2 undated"."""
    open_ones = [document for document in documents if document.published is None]
    dated = sum(document.id in days for document in open_ones)
    number = len(documents)
    return "; ".join(
        part
        for part in (
            f"{dated} of {number} dated by {'their' if number > 1 else 'its'} story" if dated else "",
            f"{len(open_ones) - dated} of {number} undated" if len(open_ones) > dated else "",
        )
        if part
    )


#: A stretch of a claim; None stands for all of it.
Stand = tuple[str, Span | None]


def count_utterances(linked: Iterable[Linked]) -> int:
    """How many utterances stand in several reports."""
    return len(group_utterances(linked))


def group_utterances(linked: Iterable[Linked]) -> list[list[Stand]]:
    """The stretches of claims that the links in force between utterances connect, by utterance."""
    pairs = [pair for one in linked for pair in _list_pairs(one)]
    return connect([place for pair in pairs for place in pair], pairs)


def _list_pairs(linked: Linked) -> list[tuple[Stand, Stand]]:
    if linked.kind is not LinkKind.SAME_UTTERANCE or not linked.holds:
        return []
    reasons = linked.link.reasons if linked.link else ()
    named = [((linked.a, a), (linked.b, b)) for one in reasons for a, b in zip(one.a, one.b, strict=False)]
    return [*named] or [((linked.a, None), (linked.b, None))]
