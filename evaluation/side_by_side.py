"""Scores of the articles side by side: stories, origins, utterances, discrepancies.

A discrepancy of the gold is found where a difference of its kind has sides in its documents and speaks of
the same thing: it shows most of the gold's values, or, where the gold has none, most words of its `about`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from annotated import TREE, Annotated
from matching import find_all
from pactwatch.case.link import find_copies, make_body
from pactwatch.model.link import Linked
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, name_voices
from pactwatch.stories.discrepancies import find_discrepancies
from pactwatch.stories.grouping import group_documents
from pactwatch.stories.linking import Group, propose_links
from pactwatch.stories.reports import Report
from pactwatch.stories.story import find_stories
from pactwatch.stories.utterances import Utterance, find_utterances
from reading import Reading
from scores import Miss, Score
from together import make_facts

Pairs = Sequence[tuple[Annotated, Reading]]

KINDS = {
    "figure": (Differs.FIGURE, Differs.HEDGE),
    "attribution lost": (Differs.ATTRIBUTION,),
    "office": (Differs.OFFICE,),
    "role": (Differs.OFFICE,),
    "single source": (Differs.SINGLE,),
    "speaker": (Differs.SPEAKER,),
    "wording": (Differs.WORDING,),
    "spelling": (Differs.SPELLING,),
    "scope": (Differs.SCOPE,),
    "cause added": (Differs.CAUSE,),
}
#: How many of the gold's values, or of its words, a difference must show.
SHARE = 0.6

_DOCUMENT = re.compile(r"(?<![\d,])\d{3}(?![\d,])(?= (?:gives|has|in|makes|reports)\b)|(?<=in )\d{3}\b")


def score_side_by_side(tree: TREE, pairs: Pairs) -> list[Score]:
    """Stories, origins, utterances and discrepancies of the gold that are found."""
    names = {reading.article.document.id: document.name for document, reading in pairs}
    reports = {document.name: _make_report(reading) for document, reading in pairs}
    bodies = [make_body(report.article) for report in reports.values()]
    copies = find_copies(bodies)
    groups = group_documents(bodies, copies)
    found = {frozenset(names[one] for one in group) for group in groups}
    large = [[reports[name] for name in group] for group in tree["stories"] if len(group) > 1]
    links = [link for own in large for link in propose_links(Group(tuple(own), tuple(copies)))]
    return [
        _score_stories(tree, found),
        _score_origins(tree, links, reports, names),
        _score_utterances(tree, find_utterances(large[0]), reports),
        _score_discrepancies(tree, find_discrepancies(large[0]), names, reports),
    ]


def _make_report(reading: Reading) -> Report:
    return Report(reading.article, tuple(make_facts([reading])))


def _score_stories(tree: TREE, found: set[frozenset[str]]) -> Score:
    wanted = [frozenset(group) for group in tree["stories"]]
    missed = [group for group in wanted if group not in found]
    misses = tuple(Miss("stories", "", " ".join(sorted(group)), f"{found}") for group in missed)
    return Score("stories", len(wanted) - len(missed), len(wanted), misses)


def _score_origins(
    tree: TREE, links: Sequence[object], reports: Mapping[str, Report], names: Mapping[str, str]
) -> Score:
    """The documents that quote the agency's report are of its origin, and no other is."""
    linked = [Linked("", link.kind, link.a, link.b, link) for link in links]  # type: ignore[attr-defined]
    documents = [report.document for report in reports.values()]
    agencies = {name for name, document in tree["documents"].items() if document.get("agency")}
    origins = [origin for story in find_stories(documents, linked) for origin in story.origins]
    found = {frozenset(names[one] for one in origin.documents) for origin in origins}
    quoting = {line.split(":")[0] for group in tree["same_utterance"][:1] for line in group}
    wanted = frozenset(quoting | agencies)
    misses = () if wanted in found else (Miss("origins", "", " ".join(sorted(wanted)), f"{found}"),)
    return Score("origins", 1 - len(misses), 1, misses)


def _score_utterances(tree: TREE, found: Sequence[Utterance], reports: Mapping[str, Report]) -> Score:
    """Each utterance of the gold has all its variants in one utterance."""
    misses = []
    for group in tree["same_utterance"]:
        places = [_find_place(line, reports) for line in group]
        if not any(all(_holds(utterance, *place) for place in places) for utterance in found):
            misses.append(Miss("utterances", "", " | ".join(group), "not all variants are in one utterance"))
    total = len(tree["same_utterance"])
    return Score("utterances", total - len(misses), total, tuple(misses))


def _find_place(line: str, reports: Mapping[str, Report]) -> tuple[str, list[Span]]:
    name, _, words = line.partition(": ")
    return reports[name].id, find_all(reports[name].article.text, words)


def _holds(utterance: Utterance, document: str, places: Sequence[Span]) -> bool:
    return any(
        unit.place.document == document and unit.place.span.overlaps(place)
        for unit in utterance.units
        for place in places
    )


def _score_discrepancies(
    tree: TREE, found: Sequence[Difference], names: Mapping[str, str], reports: Mapping[str, Report]
) -> Score:
    """Each difference stands for at most one discrepancy of the gold."""
    free, misses = list(found), []
    for item in tree["discrepancies"]:
        match = next((one for one in free if _matches(item, one, names, reports)), None)
        if match is None:
            wanted = f"{item['kind']}: {_read_about(item)}"
            misses.append(Miss("discrepancies", " ".join(item["docs"]), wanted, "no difference shows it"))
        else:
            free.remove(match)
    total = len(tree["discrepancies"])
    return Score("discrepancies", total - len(misses), total, tuple(misses))


def _matches(
    item: TREE, difference: Difference, names: Mapping[str, str], reports: Mapping[str, Report]
) -> bool:
    documents = {names[document] for document in difference.documents} & set(item["docs"])
    if difference.differs not in KINDS[item["kind"]] or len(documents) < min(2, len(item["docs"])):
        return False
    stems = set(find_stems(" ".join(_list_words(difference, reports))))
    if item.get("values"):
        shown = [value for value in item["values"] if set(find_stems(str(value))) <= stems]
        return len(shown) >= SHARE * len(item["values"])
    wanted = set(find_stems(_DOCUMENT.sub("", _read_about(item))))
    return len(wanted & stems) >= SHARE * len(wanted)


def _read_about(item: TREE) -> str:
    """What a discrepancy is about; a comma in it made YAML take the rest for a key without a value."""
    return ",".join([str(item["about"]), *(str(key) for key, value in item.items() if value is None)])


def _list_words(difference: Difference, reports: Mapping[str, Report]) -> Iterator[str]:
    """What a difference shows: its own words, its values and voices, and the sentences."""
    by_id = {report.id: report for report in reports.values()}
    yield from (difference.about, difference.what)
    for side in difference.sides:
        report = by_id[side.document]
        yield from (side.value, name_voices(side.voices), report.words(report.find_sentence(side.span)))
