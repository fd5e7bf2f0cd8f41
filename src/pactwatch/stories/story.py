"""The stories and origins that the links in force make.

documents + links that hold --> stories (connected by same_story)
                            --> origins within each (connected by same_origin, derived_from, copied_from,
                                or by one agency that they carry), each with its tree

A digest belongs to a story, and is never an origin.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactwatch.model.link import Linked, LinkKind
from pactwatch.model.source import Document
from pactwatch.stories.first import are_near, is_own_follow_up
from pactwatch.stories.groups import connect
from pactwatch.stories.linking import sort_key

#: Links that put two documents of a story under one origin.
OF_ONE_ORIGIN = frozenset({LinkKind.SAME_ORIGIN, LinkKind.DERIVED_FROM, LinkKind.COPIED_FROM})


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A document in the tree of its origin. ``parent`` is the document that it is derived from, None
    where it hangs from the origin itself; ``links`` are those that tie it to others of the origin."""

    document: str
    parent: str | None
    links: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """The reporting that documents of a story go back to. ``agency`` where one of them names it;
    ``id`` is the first document's."""

    id: str
    agency: str | None
    rewrites: tuple[Rewrite, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(rewrite.document for rewrite in self.rewrites)


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one occurrence, by day of publication, then by ID; ``id`` is the first one's.
    ``links`` are all links between them, judged ones too."""

    id: str
    documents: tuple[str, ...]
    origins: tuple[Origin, ...]
    links: tuple[Linked, ...]


def find_stories(documents: Sequence[Document], linked: Iterable[Linked]) -> tuple[Story, ...]:
    """The stories of some documents, by the first document of each."""
    ordered = sorted(documents, key=sort_key)
    known = {document.id: document for document in ordered}
    between = [one for one in linked if one.a in known and one.b in known]
    holding = [(one.a, one.b) for one in between if one.kind is LinkKind.SAME_STORY and one.holds]
    groups = connect(known, holding)
    home = {document: group[0] for group in groups for document in group}
    own: dict[str, list[Linked]] = {}
    for one in between:
        if home[one.a] == home[one.b]:
            own.setdefault(home[one.a], []).append(one)
    return tuple(_make_story(group, known, own.get(group[0], [])) for group in groups)


def _make_story(group: Sequence[str], known: Mapping[str, Document], links: Sequence[Linked]) -> Story:
    reports = [known[document] for document in group if not known[document].digest]
    tying = [one for one in links if one.kind in OF_ONE_ORIGIN and one.holds]
    pairs = [(one.a, one.b) for one in tying] + _pair_carriers(reports, links)
    origins = [
        _make_origin(own, known, tying) for own in connect([document.id for document in reports], pairs)
    ]
    return Story(group[0], tuple(group), tuple(origins), tuple(links))


def _pair_carriers(reports: Sequence[Document], links: Sequence[Linked]) -> list[tuple[str, str]]:
    """Documents that carry one agency's report of the same days, where nobody said that they do not."""
    refused = {
        frozenset((one.a, one.b)) for one in links if one.kind is LinkKind.SAME_ORIGIN and not one.holds
    }
    return [
        (a.id, b.id)
        for a, b in combinations(reports, 2)
        if a.agency and a.agency == b.agency and are_near(a, b) and not is_own_follow_up(a, b)
        if frozenset((a.id, b.id)) not in refused
    ]


def _make_origin(own: Sequence[str], known: Mapping[str, Document], tying: Sequence[Linked]) -> Origin:
    inside = [one for one in tying if one.a in own]
    agencies = [agency for document in own if (agency := known[document].agency)]
    return Origin(
        own[0],
        agencies[0] if agencies else None,
        tuple(_make_rewrite(document, own, inside) for document in own),
    )


def _make_rewrite(document: str, own: Sequence[str], links: Sequence[Linked]) -> Rewrite:
    mine = tuple(one for one in links if document in (one.a, one.b))
    sources = [one for one in mine if one.kind is LinkKind.DERIVED_FROM and one.a == document]
    best = max(sources, key=lambda one: (_score(one), -own.index(one.b)), default=None)
    return Rewrite(document, best.b if best else None, mine)


def _score(linked: Linked) -> float:
    """A person's word counts more than any score."""
    return linked.link.score if linked.judgement is None and linked.link else 1.0
