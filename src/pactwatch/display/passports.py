"""The passport of one utterance: all its wordings, who had it first, who carries it and from which origin."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.homes import Carried
from pactwatch.display.labels import label_reports
from pactwatch.display.wordings import UtteranceRow, make_utterance
from pactwatch.model.link import Linked
from pactwatch.model.source import When
from pactwatch.model.status import Fact
from pactwatch.stories.linking import sort_key
from pactwatch.stories.reports import Report
from pactwatch.stories.table import count_rarity
from pactwatch.stories.telling import collect_utterances
from pactwatch.stories.utterances import Utterance, make_units


@dataclass(frozen=True, slots=True)
class Passport:
    """A statement with its utterances: one for each of its sentences that has wordings. ``counts`` says
    in how many articles it stands; ``alone``: no other report that was read has it."""

    claim: str
    digest: bool
    counts: str
    alone: bool
    utterances: tuple[UtteranceRow, ...]


def make_passport(
    fact: Fact,
    reports: Sequence[Report],
    linked: Iterable[Linked],
    days: Mapping[str, When],
    origins: Mapping[str, str],
    carried: Carried | None,
) -> Passport:
    """The passport of a statement from the reports that carry it; ``origins`` say what each claim goes
    back to, by its key."""
    ordered = sorted(reports, key=lambda report: sort_key(report.document))
    by_id = {report.id: report for report in ordered}
    labels = label_reports(ordered, days)
    found = _find_utterances(fact, ordered, linked) if not fact.document.digest else ()
    return Passport(
        claim=fact.claim.key,
        digest=fact.document.digest,
        counts=carried.words if carried else "1 wording in 1 article",
        alone=carried is None,
        utterances=tuple(make_utterance(one, by_id, labels, origins) for one in found),
    )


def _find_utterances(
    fact: Fact, reports: Sequence[Report], linked: Iterable[Linked]
) -> tuple[Utterance, ...]:
    """The utterances that hold a sentence of a statement; its own sentences where nobody else has one."""
    key = fact.claim.key
    shared = [one for one in collect_utterances(reports, linked) if any(u.claim == key for u in one.units)]
    if shared:
        return tuple(shared)
    rarity = count_rarity(reports)
    own = [unit for report in reports for unit in make_units(report, rarity) if unit.claim == key]
    return tuple(Utterance((unit,), 1.0) for unit in own)
