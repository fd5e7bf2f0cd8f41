"""How an act stands by the claims at its words."""

from dataclasses import replace

import pytest

from pactwatch.model.claim import Auxiliary, Claim, Event, Kind, Mention, Modality, Progress, Step
from pactwatch.model.source import PassageKind, Span
from pairs import Judged, Sentence, choose_claim, compute_rates, find_standing, format_misses

WORDS, AROUND = Span(10, 17), Span(5, 30)
SPEAKER = Mention(Span(0, 4), "Ada Marr")


def _claim(slots: Progress | Event, modality: Modality = Modality.ASSERTED) -> Claim:
    kind = Kind.PROGRESS if isinstance(slots, Progress) else Kind.EVENT
    made = ("made", "1", "made", (SPEAKER,))
    return Claim("k", kind, "d", AROUND, "words", PassageKind.SENTENCE, slots, *made, modality=modality)


def _step(step: Step, trigger: Span = WORDS) -> Progress:
    return Progress(step, trigger, None, None)


def _event(*auxiliary: Auxiliary, root: str = "RETREAT", actor: str = "the army") -> Event:
    return Event(root, None, actor, None, WORDS, auxiliary)


@pytest.mark.parametrize(
    ("claim", "standing"),
    [
        (_claim(_step(Step.DONE)), "done"),
        (_claim(_step(Step.BEGUN)), "done"),
        (_claim(_step(Step.ORDERED)), "declared"),
        (_claim(_step(Step.DECLARED)), "declared"),
        (_claim(_step(Step.NOT_BEGUN)), "denied"),
        (_claim(_step(Step.STALLED)), "done"),
        (_claim(_step(Step.STALLED, Span(20, 25))), "denied"),
        (_claim(_step(Step.DONE), Modality.CONDITIONAL), "conditional"),
        (_claim(_event()), "done"),
        (_claim(_event(root="CONCEDE")), "declared"),
        (_claim(_event(Auxiliary.FUTURE)), "planned"),
        (_claim(_event(Auxiliary.FUTURE, actor="Marr")), "declared"),
        (_claim(_event(actor="she"), Modality.PLANNED), "declared"),
        (_claim(_event(Auxiliary.NEGATED)), "denied"),
        (_claim(_event(Auxiliary.HYPOTHETICAL)), "hypothetical"),
        (_claim(_event(Auxiliary.HYPOTHETICAL), Modality.CONDITIONAL), "conditional"),
    ],
)
def test_standing(claim: Claim, standing: str) -> None:
    assert find_standing(claim, WORDS) == standing


def test_the_step_at_the_words_goes_first() -> None:
    """Then a step whose words hold the act, an event at the words, a step told of something behind them."""
    at, around, event = _claim(_step(Step.DONE)), _claim(_step(Step.DONE, Span(6, 9))), _claim(_event())
    later = _claim(_step(Step.DONE, Span(20, 25)))
    ranked = [at, around, event, later]
    for first in range(len(ranked)):
        assert choose_claim(ranked[first:][::-1], WORDS) is ranked[first]
    assert choose_claim([replace(at, span=Span(40, 50))], WORDS) is None


def test_rates_and_misses() -> None:
    one = Sentence("d1", "declared/done", "They left.", "left", "done")
    judged = [Judged(one, "done"), Judged(replace(one, standing="declared"), "done")]
    assert compute_rates(judged)[:2] == [("sentences", 50.0, "1 of 2"), ("pairs", 0.0, "0 of 1")]
    assert format_misses(judged, None) == "- d1: wanted declared, found done: [left] They left."
