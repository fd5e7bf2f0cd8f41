"""Scores how an act stands by one sentence: done, declared, planned, denied, conditional (evaluation/pairs).

    python evaluation/pairs.py [--errors N]

Each sentence is read alone, as a text of its own, placed in the river accord. A sentence is right where a
claim stands at the words of the act and has the standing of the gold; a pair where both of its sentences are.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated import read_tree
from matching import find_all
from own_gold import percent
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Auxiliary, Claim, Event, Modality, Progress, Step
from pactwatch.model.source import Span
from places import OWN_GOLD, skip
from reading import Reading, load_case, read_bytes

FILE = Path(__file__).resolve().parent / "pairs" / "pairs.yaml"
NOTHING = "nothing found"
_BY_STEP = {Step.NOT_BEGUN: "denied", Step.DECLARED: "declared", Step.ORDERED: "declared"}
_PRONOUNS = (["he"], ["she"], ["it"], ["they"])
_BY_AUXILIARY = (
    (Auxiliary.NEGATED, "denied"),
    (Auxiliary.FUTURE, "planned"),
    (Auxiliary.HYPOTHETICAL, "hypothetical"),
)
_HALTED = (Step.STALLED, Step.REVERSED)


@dataclass(frozen=True)
class Sentence:
    """A sentence, the words of its act, and how the act stands by it."""

    pair: str
    contrast: str
    text: str
    words: str
    standing: str


@dataclass(frozen=True)
class Judged:
    """A sentence with the standing that was read."""

    sentence: Sentence
    found: str

    @property
    def right(self) -> bool:
        return self.found == self.sentence.standing


def read_pairs(path: Path = FILE) -> list[Sentence]:
    """The sentences in their order; none where the file is not here."""
    if not path.exists():
        skip("pairs", path)
        return []
    return [
        Sentence(str(pair["id"]), pair["contrast"], one["text"], one["words"], one["standing"])
        for pair in read_tree(path)["pairs"]
        for one in pair["sentences"]
    ]


def judge_sentences(sentences: Sequence[Sentence]) -> list[Judged]:
    """Each sentence with the standing of its act as it is read."""
    agreement, _ = load_case(OWN_GOLD)
    return [Judged(sentence, judge(sentence, agreement)) for sentence in sentences]


def judge(sentence: Sentence, agreement: Agreement) -> str:
    """The standing of the act by the claims of the sentence read alone."""
    reading = read_bytes(f"{sentence.text}\n".encode(), "sentence.txt", None, agreement)
    if not isinstance(reading, Reading):
        return NOTHING
    places = find_all(reading.article.text, sentence.words)
    claim = choose_claim(reading.claims, places[0]) if places else None
    return NOTHING if claim is None else find_standing(claim, places[0])


def choose_claim(claims: Sequence[Claim], place: Span) -> Claim | None:
    """The step or event at a place: its word stands there, or else its words hold it. A step goes before an
    event: it says what is told of the act ("refused to admit")."""
    near = [c for c in claims if isinstance(c.slots, Progress | Event) and c.span.overlaps(place)]
    return min(near, key=lambda claim: _distance(claim, place), default=None)


def _distance(claim: Claim, place: Span) -> tuple[int, int]:
    assert isinstance(claim.slots, Progress | Event)
    at_trigger = claim.slots.trigger.overlaps(place)
    if isinstance(claim.slots, Event):
        rank = 2 if at_trigger else 4
    else:
        rank = 0 if at_trigger else 3 if place.end <= claim.slots.trigger.begin else 1
    return rank, claim.span.end - claim.span.begin


def find_standing(claim: Claim, place: Span) -> str:
    """How an act stands by a claim, in the words of the gold."""
    if isinstance(claim.slots, Event):
        return _of_event(claim, claim.slots)
    if claim.modality is not Modality.ASSERTED:
        return claim.modality.value
    return _of_step(claim.slots, place) if isinstance(claim.slots, Progress) else NOTHING


def _of_step(slots: Progress, place: Span) -> str:
    """A halt is done where it is the act, and keeps another act from being done."""
    if slots.step in _HALTED and not slots.trigger.overlaps(place):
        return "denied"
    return _BY_STEP.get(slots.step, "done")


def _of_event(claim: Claim, slots: Event) -> str:
    """What speakers say that they will do themselves is declared."""
    is_future = claim.modality is Modality.PLANNED or Auxiliary.FUTURE in slots.auxiliary
    if is_future and _is_own(claim, slots):
        return "declared"
    if claim.modality is not Modality.ASSERTED:
        return claim.modality.value
    for auxiliary, standing in _BY_AUXILIARY:
        if auxiliary in slots.auxiliary:
            return standing
    return "declared" if slots.root == "CONCEDE" else "done"


def _is_own(claim: Claim, slots: Event) -> bool:
    """Whether the speaker is the one who acts, by the last word of both names, or by a pronoun."""
    last = (slots.actor or "").split()[-1:]
    return last in _PRONOUNS or any(last == mention.name.split()[-1:] for mention in claim.speakers)


def compute_rates(judged: Sequence[Judged]) -> list[tuple[str, float, str]]:
    """Measure, percent, and what of what: all sentences, all pairs, the sentences of each contrast."""
    pairs: dict[str, bool] = {}
    for one in judged:
        pairs[one.sentence.pair] = pairs.get(one.sentence.pair, True) and one.right
    rows = [_rate("sentences", [one.right for one in judged]), _rate("pairs", list(pairs.values()))]
    for contrast in dict.fromkeys(one.sentence.contrast for one in judged):
        own = [one.right for one in judged if one.sentence.contrast == contrast]
        rows.append(_rate(f"sentences: {contrast}", own))
    return rows


def _rate(name: str, rights: Sequence[bool]) -> tuple[str, float, str]:
    return name, percent(sum(rights), len(rights)), f"{sum(rights)} of {len(rights)}"


def format_misses(judged: Sequence[Judged], most: int | None) -> str:
    """The sentences that are not right, one line each."""
    lines = [
        f"- {one.sentence.pair}: wanted {one.sentence.standing}, found {one.found}: "
        f"[{one.sentence.words}] {one.sentence.text}"
        for one in judged
        if not one.right
    ]
    return "\n".join(lines[:most])


def main(arguments: Sequence[str] | None = None, write: Callable[[str], object] = print) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", type=int, default=None, metavar="N", help="print at most N misses")
    options = parser.parse_args(arguments)
    judged = judge_sentences(read_pairs())
    for name, value, note in compute_rates(judged):
        write(f"{name:30} {value:5.1f}  {note}")
    write(format_misses(judged, options.errors))
    return 0


if __name__ == "__main__":
    sys.exit(main())
