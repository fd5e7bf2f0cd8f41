"""The stories and origins that the links in force make.

documents + links that hold --> stories (connected by same_story)
                            --> origins within each (connected by same_origin, derived_from, copied_from,
                                or by one agency that they carry), each with its tree

A digest belongs to a story, and is never an origin.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactwatch.model.link import Linked, LinkKind, Verdict
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
    """The reporting that documents of a story go back to. ``agency`` where one of them names it,
    ``outlet`` where all are of one; ``id`` is the first document's."""

    id: str
    agency: str | None
    rewrites: tuple[Rewrite, ...]
    outlet: str | None = None

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
    """The stories of some documents, by the first document of each.

    Two that a person judged different are never of one story, whatever connects them.
    """
    ordered = sorted(documents, key=sort_key)
    known = {document.id: document for document in ordered}
    between = [one for one in linked if one.a in known and one.b in known]
    same = [one for one in between if one.kind is LinkKind.SAME_STORY]
    holding = sorted((one.judgement is None, one.a, one.b) for one in same if one.holds)
    apart = [(one.a, one.b) for one in same if one.judgement and one.judgement.verdict is Verdict.DIFFERENT]
    groups = connect(known, [(a, b) for _, a, b in holding], apart)
    home = {document: group[0] for group in groups for document in group}
    own: dict[str, list[Linked]] = {}
    for one in between:
        if home[one.a] == home[one.b]:
            own.setdefault(home[one.a], []).append(one)
    return tuple(_make_story(group, known, own.get(group[0], [])) for group in groups)


def _make_story(group: Sequence[str], known: Mapping[str, Document], links: Sequence[Linked]) -> Story:
    reports = [known[document] for document in group if not known[document].digest]
    refused = _find_refused(links)
    tying = [one for one in links if one.kind in OF_ONE_ORIGIN and one.holds]
    tying = [one for one in tying if frozenset((one.a, one.b)) not in refused]
    pairs = [(one.a, one.b) for one in tying] + _pair_carriers(reports, refused)
    origins = [
        _make_origin(own, known, tying) for own in connect([document.id for document in reports], pairs)
    ]
    return Story(group[0], tuple(group), tuple(origins), tuple(links))


def _find_refused(links: Sequence[Linked]) -> set[frozenset[str]]:
    """Pairs of which a person did not confirm that they are of one origin, whatever else ties them."""
    return {frozenset((one.a, one.b)) for one in links if one.kind is LinkKind.SAME_ORIGIN and not one.holds}


def _pair_carriers(reports: Sequence[Document], refused: Collection[frozenset[str]]) -> list[tuple[str, str]]:
    """Documents that carry one agency's report of the same days, and an outlet's own ones, where nobody
    said that they are of two origins."""
    return [
        (a.id, b.id)
        for a, b in combinations(reports, 2)
        if _carry_one(a, b) and frozenset((a.id, b.id)) not in refused
    ]


def _carry_one(a: Document, b: Document) -> bool:
    """Whether two documents name one origin: an agency's report of the same days, or the outlet's own
    reporting, of which a second report is no independent one."""
    if a.agency != b.agency:
        return False
    if is_own_follow_up(a, b):
        return a.agency is None or (a.agency == a.outlet and are_near(a, b))
    return a.agency is not None and are_near(a, b)


def _make_origin(own: Sequence[str], known: Mapping[str, Document], tying: Sequence[Linked]) -> Origin:
    inside = [one for one in tying if one.a in own and one.b in own]
    agencies = [agency for document in own if (agency := known[document].agency)]
    parents, outlets = _find_parents(own, inside), {known[document].outlet for document in own}
    return Origin(
        own[0],
        agencies[0] if agencies else None,
        tuple(
            Rewrite(one, parents.get(one), tuple(link for link in inside if one in (link.a, link.b)))
            for one in own
        ),
        outlets.pop() if len(outlets) == 1 else None,
    )


def _find_parents(own: Sequence[str], links: Sequence[Linked]) -> dict[str, str]:
    """The document that each is derived from, by the surest link; none is derived from itself over others."""
    sources = [one for one in links if one.kind is LinkKind.DERIVED_FROM]
    parents: dict[str, str] = {}
    for one in sorted(sources, key=lambda one: (*_rank(one), own.index(one.b), own.index(one.a))):
        if one.a not in parents and one.a not in _list_ancestors(one.b, parents):
            parents[one.a] = one.b
    return parents


def _list_ancestors(document: str, parents: Mapping[str, str]) -> list[str]:
    """A document, what it is derived from, and so on."""
    found = [document]
    while found[-1] in parents:
        found.append(parents[found[-1]])
    return found


def _rank(linked: Linked) -> tuple[bool, float]:
    """A person's word counts more than any score."""
    return linked.judgement is None, -(linked.link.score if linked.link else 1.0)
