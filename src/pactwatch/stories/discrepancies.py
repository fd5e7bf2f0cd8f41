"""All differences between the reports of one story, the surest first.

reports --> alignment, utterances --> finders --> differences, each once
"""

from collections.abc import Iterable, Sequence

from pactwatch.stories.attributions_told import find_lost_attributions
from pactwatch.stories.causes_told import find_added_causes
from pactwatch.stories.differences import Difference, sort_differences
from pactwatch.stories.labels_told import find_labels
from pactwatch.stories.names_told import find_name_spellings
from pactwatch.stories.numbers_told import find_figure_differences
from pactwatch.stories.offices_told import find_office_differences
from pactwatch.stories.reports import Report
from pactwatch.stories.speakers_told import find_speaker_differences
from pactwatch.stories.table import Alignment, align_reports
from pactwatch.stories.terms_told import find_scopes, find_spellings
from pactwatch.stories.utterances import Utterance, find_utterances
from pactwatch.stories.when_where_told import find_days, find_places
from pactwatch.stories.wordings_told import find_wording_differences


def find_discrepancies(reports: Sequence[Report]) -> tuple[Difference, ...]:
    """The differences between some reports that tell one story."""
    return compare_reports(align_reports(reports), find_utterances(reports))


def compare_reports(alignment: Alignment, utterances: Sequence[Utterance]) -> tuple[Difference, ...]:
    """The differences in what is aligned, each pair of stretches once for each kind."""
    return sort_differences(_drop_repeated(_find_all(alignment, utterances)))


def _find_all(alignment: Alignment, utterances: Sequence[Utterance]) -> Iterable[Difference]:
    yield from find_figure_differences(alignment)
    yield from find_added_causes(alignment)
    yield from find_speaker_differences(utterances, alignment.reports)
    yield from find_wording_differences(utterances)
    yield from find_lost_attributions(alignment)
    yield from find_office_differences(alignment.reports)
    yield from find_days(alignment)
    yield from find_places(alignment)
    yield from find_labels(alignment)
    yield from find_scopes(alignment)
    yield from find_name_spellings(alignment.reports)
    yield from find_spellings(alignment.reports)


def _drop_repeated(found: Iterable[Difference]) -> Iterable[Difference]:
    """Of two differences of one kind whose sides overlap the first stays."""
    kept: list[Difference] = []
    for one in found:
        if not any(one.differs is other.differs and _overlap(one, other) for other in kept):
            kept.append(one)
    return kept


def _overlap(one: Difference, other: Difference) -> bool:
    """Whether two sides of one also stand on two sides of the other."""
    shared = {
        a.document
        for a in one.sides
        for b in other.sides
        if a.document == b.document and a.span.overlaps(b.span)
    }
    return len(shared) > 1
