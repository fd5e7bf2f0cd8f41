"""Figures by measure, in one order, with what stands apart and why."""

from sample_facts import AGREEMENT, document, figure, progress

from pactwatch.model.claim import Relevance, Step
from pactwatch.state.figures import compute_series


def test_figures_are_grouped_by_measure_in_order_of_day_and_place() -> None:
    """Prehistory and unassigned numbers have a reason and enter no series."""
    early, late = figure(3, document("Post", 9)), figure(5, document("Gazette", 12))
    loose = figure(7, document("Post", 9), measure=None)
    old = figure(900, document("Post", 9), relevance=Relevance.PREHISTORY)
    other = figure(1, document("Post", 9), relevance=Relevance.OTHER)
    facts = [late, old, loose, early, other, progress("pier", Step.DONE, document("Post", 9))]
    found = compute_series(AGREEMENT, facts)
    assert [(series.measure.id, series.facts) for series in found.series] == [
        ("crews-returned", ()),
        ("killed", (early, late)),
    ]
    assert [(apart.reason, apart.facts) for apart in found.unassigned] == [
        ("no measure of the agreement file fits", (loose,))
    ]
    assert [apart.facts for apart in found.prehistory] == [(old,)]
    assert [apart.facts for apart in found.other] == [(other,)]
    assert compute_series(AGREEMENT, facts[::-1]) == found
