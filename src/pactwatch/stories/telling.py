"""One story told side by side: its rows, its utterances, what differs, what each rewrite changed.

reports + links in force --> alignment, utterances --> differences, changes, terms
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pactwatch.model.link import Linked, LinkKind
from pactwatch.stories.bodies import find_copies, make_body
from pactwatch.stories.changes import Change, compare_two, find_changes
from pactwatch.stories.copies import Copy
from pactwatch.stories.differences import Difference
from pactwatch.stories.discrepancies import compare_reports
from pactwatch.stories.groups import connect
from pactwatch.stories.reports import Place, Report
from pactwatch.stories.story import Origin, Story
from pactwatch.stories.table import Alignment, align_reports, count_rarity
from pactwatch.stories.terms_used import TermUse, count_terms_used
from pactwatch.stories.utterances import Unit, Utterance, find_utterances, make_units


@dataclass(frozen=True, slots=True)
class Telling:
    """A story with all that its reports have in common and not; digests are left out of it.

    ``utterances`` hold those of the links in force, so that a person's judgement counts. ``copies`` are
    the passages that two compared reports share.
    """

    story: Story
    alignment: Alignment
    utterances: tuple[Utterance, ...]
    differences: tuple[Difference, ...]
    changes: tuple[Change, ...]
    terms: tuple[TermUse, ...]
    copies: tuple[Copy, ...] = ()

    @property
    def reports(self) -> tuple[Report, ...]:
        return self.alignment.reports


def tell_story(story: Story, reports: Sequence[Report], linked: Iterable[Linked]) -> Telling:
    """A story from its reports, in the order of the story, and the links of the case."""
    by_id = {report.id: report for report in reports if not report.document.digest}
    ordered = [by_id[document] for document in story.documents if document in by_id]
    alignment = align_reports(ordered)
    utterances = collect_utterances(ordered, linked)
    differences = compare_reports(alignment, utterances) if len(ordered) > 1 else ()
    return Telling(
        story,
        alignment,
        utterances,
        differences,
        tuple(find_changes(story, alignment, differences)),
        count_terms_used(ordered),
    )


def tell_two(one: Report, other: Report, linked: Sequence[Linked], stories: Iterable[Story] = ()) -> Telling:
    """Two reports side by side, whether or not they are of one story; the first is the reference.

    ``stories`` are those of the case, which say to what origins the two go back. Utterances are found anew
    between the two, since nothing may be proposed between them.
    """
    reports, ids = (one, other), (one.id, other.id)
    between = tuple(link for link in linked if {link.a, link.b} == {*ids})
    origins = tuple(_narrow(origin, ids) for story in stories for origin in story.origins)
    story = Story(one.id, ids, tuple(origin for origin in origins if origin.rewrites), between)
    alignment, utterances = align_reports(reports), find_utterances(reports)
    differences = compare_reports(alignment, utterances)
    parents = {own.document: own.parent for origin in origins for own in origin.rewrites}
    change = compare_two(one.id, other.id, parents.get(other.id) == one.id, alignment, differences)
    copies = find_copies([make_body(report.article) for report in reports])
    terms = count_terms_used(reports)
    return Telling(story, alignment, utterances, differences, (change,), terms, tuple(copies))


def _narrow(origin: Origin, documents: Collection[str]) -> Origin:
    """An origin with what it holds of some documents only."""
    kept = tuple(
        replace(
            own,
            parent=own.parent if own.parent in documents else None,
            links=tuple(link for link in own.links if {link.a, link.b} <= {*documents}),
        )
        for own in origin.rewrites
        if own.document in documents
    )
    return replace(origin, id=kept[0].document if kept else origin.id, rewrites=kept)


def collect_utterances(reports: Sequence[Report], linked: Iterable[Linked]) -> tuple[Utterance, ...]:
    """The utterances that the same_utterance links in force make of the statements of some reports."""
    units = _index_units(reports)
    claims = {fact.claim.key: report.id for report in reports for fact in report.facts}
    holding = [
        one
        for one in linked
        if one.kind is LinkKind.SAME_UTTERANCE and one.holds and one.a in claims and one.b in claims
    ]
    pairs = [pair for one in holding for pair in _list_pairs(one, claims, units)]
    scores: dict[Place, float] = {}
    for one in holding:
        for a, b in _list_pairs(one, claims, units):
            score = one.link.score if one.link else 1.0
            scores[a], scores[b] = max(score, scores.get(a, 0.0)), max(score, scores.get(b, 0.0))
    ranks = {report.id: number for number, report in enumerate(reports)}
    places = sorted(scores, key=lambda place: (ranks[place.document], place.span))
    groups = connect(places, pairs)
    return tuple(
        Utterance(tuple(units[place] for place in own), max(scores[place] for place in own)) for own in groups
    )


def _index_units(reports: Sequence[Report]) -> dict[Place, Unit]:
    rarity = count_rarity(reports)
    return {unit.place: unit for report in reports for unit in make_units(report, rarity)}


def _list_pairs(
    linked: Linked, claims: Mapping[str, str], units: Mapping[Place, Unit]
) -> list[tuple[Place, Place]]:
    """The units that a link joins: those its reasons name, else the first of each of the two claims."""
    a, b = claims[linked.a], claims[linked.b]
    reasons = linked.link.reasons if linked.link else ()
    named = [(Place(a, x), Place(b, y)) for one in reasons for x, y in zip(one.a, one.b, strict=False)]
    known = [(x, y) for x, y in named if x in units and y in units]
    return known or [(x, y) for x in _first_unit(linked.a, units) for y in _first_unit(linked.b, units)]


def _first_unit(claim: str, units: Mapping[Place, Unit]) -> list[Place]:
    return sorted(place for place, unit in units.items() if unit.claim == claim)[:1]
