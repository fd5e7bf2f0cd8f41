"""Scores of the articles side by side: stories, origins, utterances, discrepancies.

A discrepancy of the gold is found where a difference of its kind has sides in its documents and speaks of
the same thing: it shows most of the gold's values, or, where the gold has none, most words of its `about`,
some of them on two sides.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated import TREE, Annotated
from matching import find_all
from pactwatch.model.link import Linked
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.bodies import find_copies, make_body
from pactwatch.stories.differences import Difference, Differs, name_voices
from pactwatch.stories.discrepancies import find_discrepancies
from pactwatch.stories.grouping import group_documents
from pactwatch.stories.linking import Group, propose_links, sort_key
from pactwatch.stories.reports import Report
from pactwatch.stories.story import find_stories
from pactwatch.stories.utterances import Utterance, find_utterances
from reading import Reading
from scores import Miss, Score
from together import make_facts

Pairs = Sequence[tuple[Annotated, Reading]]

KINDS = {
    "figure": (Differs.FIGURE, Differs.HEDGE),
    "hedge": (Differs.HEDGE, Differs.FIGURE),
    "attribution lost": (Differs.ATTRIBUTION,),
    "office": (Differs.OFFICE,),
    "role": (Differs.OFFICE,),
    "single source": (Differs.SINGLE,),
    "speaker": (Differs.SPEAKER,),
    "wording": (Differs.WORDING,),
    "spelling": (Differs.SPELLING,),
    "scope": (Differs.SCOPE, Differs.DAY, Differs.PLACE),
    "cause added": (Differs.CAUSE,),
    "label": (Differs.LABEL,),
}
#: How many of the gold's values, or of its words, a difference must show.
SHARE = 0.6


@dataclass(frozen=True)
class Laid:
    """Documents laid side by side: their reports by name and their names by ID."""

    reports: Mapping[str, Report]
    names: Mapping[str, str]

    def pick(self, names: Iterable[str]) -> list[Report]:
        """The reports of these documents, in the order in which the program compares them."""
        return sorted((self.reports[name] for name in names), key=lambda one: sort_key(one.document))

    def group(self) -> set[frozenset[str]]:
        """The stories that the program makes of all of them."""
        bodies = [make_body(report.article) for report in self.reports.values()]
        groups = group_documents(bodies, find_copies(bodies))
        return {frozenset(self.names[one] for one in group) for group in groups}

    def find_origins(self, stories: Iterable[Iterable[str]]) -> set[frozenset[str]]:
        """The documents of each origin that the program finds in these stories."""
        linked = [link for names in stories for link in self._link(self.pick(names))]
        documents = [report.document for report in self.reports.values()]
        origins = [origin for story in find_stories(documents, linked) for origin in story.origins]
        return {frozenset(self.names[one] for one in origin.documents) for origin in origins}

    def _link(self, own: Sequence[Report]) -> Iterator[Linked]:
        copies = find_copies([make_body(report.article) for report in own])
        for link in propose_links(Group(tuple(own), tuple(copies))):
            yield Linked("", link.kind, link.a, link.b, link)


def lay_side_by_side(pairs: Pairs) -> Laid:
    """Documents with their readings, ready to be grouped and compared."""
    names = {reading.article.document.id: document.name for document, reading in pairs}
    ordered = sorted(pairs, key=lambda pair: sort_key(pair[1].article.document))
    return Laid({document.name: _make_report(reading) for document, reading in ordered}, names)


def score_side_by_side(tree: TREE, pairs: Pairs) -> list[Score]:
    """Stories, origins, utterances and discrepancies of the gold that are found."""
    laid = lay_side_by_side(pairs)
    large = [group for group in tree["stories"] if len(group) > 1]
    reports = laid.pick(large[0])
    found = find_discrepancies(reports)
    return [
        _score_stories(tree, laid.group()),
        _score_origins(tree, laid.find_origins(large)),
        score_utterances(tree["same_utterance"], find_utterances(reports), laid),
        score_discrepancies(tree["discrepancies"], found, laid),
    ]


def _make_report(reading: Reading) -> Report:
    return Report(reading.article, tuple(make_facts([reading])))


def _score_stories(tree: TREE, found: set[frozenset[str]]) -> Score:
    wanted = [frozenset(group) for group in tree["stories"]]
    missed = [group for group in wanted if group not in found]
    misses = tuple(Miss("stories", "", " ".join(sorted(group)), f"{found}") for group in missed)
    return Score("stories", len(wanted) - len(missed), len(wanted), misses)


def _score_origins(tree: TREE, found: set[frozenset[str]]) -> Score:
    """The documents that quote the agency's report are of its origin, and no other is."""
    agencies = {name for name, document in tree["documents"].items() if document.get("agency")}
    quoting = {line.split(":")[0] for group in tree["same_utterance"][:1] for line in group}
    wanted = frozenset(quoting | agencies)
    misses = () if wanted in found else (Miss("origins", "", " ".join(sorted(wanted)), f"{found}"),)
    return Score("origins", 1 - len(misses), 1, misses)


def score_utterances(wanted: Sequence[Sequence[str]], found: Sequence[Utterance], laid: Laid) -> Score:
    """Each utterance of the gold has all its variants in one utterance."""
    misses = []
    for group in wanted:
        places = [_find_place(line, laid.reports) for line in group]
        if not any(all(_holds(utterance, *place) for place in places) for utterance in found):
            misses.append(Miss("utterances", "", " | ".join(group), "not all variants are in one utterance"))
    return Score("utterances", len(wanted) - len(misses), len(wanted), tuple(misses))


def _find_place(line: str, reports: Mapping[str, Report]) -> tuple[str, list[Span]]:
    name, _, words = line.partition(": ")
    return reports[name].id, find_all(reports[name].article.text, words)


def _holds(utterance: Utterance, document: str, places: Sequence[Span]) -> bool:
    return any(
        unit.place.document == document and unit.place.span.overlaps(place)
        for unit in utterance.units
        for place in places
    )


def score_discrepancies(wanted: Sequence[TREE], found: Sequence[Difference], laid: Laid) -> Score:
    """Each difference stands for at most one discrepancy of the gold."""
    free, misses = list(found), []
    for item in wanted:
        match = next((one for one in free if shows(one, item, laid)), None)
        if match is None:
            words = f"{item['kind']}: {item['about']}"
            misses.append(Miss("discrepancies", " ".join(item["docs"]), words, "no difference shows it"))
        else:
            free.remove(match)
    return Score("discrepancies", len(wanted) - len(misses), len(wanted), tuple(misses))


def shows(difference: Difference, item: TREE, laid: Laid) -> bool:
    """Whether a difference is a discrepancy of the gold."""
    documents = {laid.names[document] for document in difference.documents} & set(item["docs"])
    if difference.differs not in KINDS[item["kind"]] or len(documents) < min(2, len(item["docs"])):
        return False
    stems = set(find_stems(" ".join(_list_words(difference, laid.reports))))
    if item.get("values"):
        shown = [value for value in item["values"] if set(find_stems(str(value))) <= stems]
        return len(shown) >= SHARE * len(item["values"])
    wanted = set(find_stems(_read_about(item)))
    sides = sum(not wanted.isdisjoint(own) for own in _list_sides(difference, laid.reports))
    return len(wanted & stems) >= SHARE * len(wanted) and sides >= min(2, len(item["docs"]))


def _read_about(item: TREE) -> str:
    """What a discrepancy is about, without the names of its documents; a comma in it made YAML take the rest
    for a key without a value."""
    about = ",".join([str(item["about"]), *(str(key) for key, value in item.items() if value is None)])
    return re.sub(rf"(?<![\d,])(?:{'|'.join(map(re.escape, item['docs']))})(?![\d,])", "", about)


def _list_sides(difference: Difference, reports: Mapping[str, Report]) -> Iterator[list[str]]:
    """The stems of the sentence of each side."""
    by_id = {report.id: report for report in reports.values()}
    for side in difference.sides:
        report = by_id[side.document]
        yield find_stems(report.words(report.find_sentence(side.span)))


def _list_words(difference: Difference, reports: Mapping[str, Report]) -> Iterator[str]:
    """What a difference shows: its own words, its values and voices, and the sentences."""
    by_id = {report.id: report for report in reports.values()}
    yield from (difference.about, difference.what)
    for side in difference.sides:
        report = by_id[side.document]
        yield from (side.value, name_voices(side.voices), report.words(report.find_sentence(side.span)))
