"""Tolls in reports of attacks: the scorer's figures with an interval, and the misses."""

import random
from collections.abc import Sequence
from types import ModuleType
from typing import Any

TREE = dict[str, Any]
ROUNDS = 2000


def score_tolls(scorer: ModuleType, gold: Sequence[TREE], answers: Sequence[TREE]) -> dict[str, float]:
    """Recall and F1 of the numbers, F1 of number with effect, for figures of two and more."""
    rates, _, _ = scorer.score(_by_id(gold), _by_id(answers), True)
    return {
        "number P": rates["number"][0],
        "number R": rates["number"][1],
        "number F1": rates["number"][2],
        "number+effect F1": rates["all"][2],
    }


def compute_interval(
    scorer: ModuleType, gold: Sequence[TREE], answers: Sequence[TREE]
) -> tuple[float, float]:
    """95 of 100 bootstrap values of the number F1 lie between these; documents are drawn."""
    counts = [_count(scorer, document, answer) for document, answer in zip(gold, answers, strict=True)]
    chance = random.Random(0)
    values = sorted(_f1(chance.choices(counts, k=len(counts))) for _ in range(ROUNDS))
    return values[ROUNDS // 40], values[-ROUNDS // 40]


Counts = tuple[int, int, int]


def _count(scorer: ModuleType, document: TREE, answer: TREE) -> Counts:
    """Right, answered and wanted numbers of one document."""
    rates, wanted, answered = scorer.score({document["id"]: document}, {answer["id"]: answer}, True)
    return round(rates["number"][1] * wanted / 100), answered, wanted


def _f1(counts: Sequence[Counts]) -> float:
    right, answered, wanted = (sum(column) for column in zip(*counts, strict=True))
    return 200 * right / (answered + wanted) if answered + wanted else 0.0


def _by_id(lines: Sequence[TREE]) -> dict[str, TREE]:
    return {line["id"]: line for line in lines}


def format_tolls(scorer: ModuleType, gold: Sequence[TREE], answers: Sequence[TREE], most: int) -> str:
    """Documents whose tolls differ: what is wanted, what was found, and the sentences of both."""
    blocks = [_format_document(scorer, d, a) for d, a in zip(gold, answers, strict=True)]
    shown = [block for block in blocks if block]
    step = max(1, len(shown) // most) if most else 1
    return f"{len(shown)} documents differ\n" + "\n".join(shown[::step][:most])


def _format_document(scorer: ModuleType, document: TREE, answer: TREE) -> str:
    right, answered, wanted = _count(scorer, document, answer)
    if right == answered == wanted:
        return ""
    gold = [figure for figure in scorer.figs(document) if _is_toll(figure["number"])]
    lines = [f"- {document['id']}: {right} right of {wanted}, {answered} answered"]
    lines += [_format_gold(document["text"], figure) for figure in gold]
    lines += [
        _format_ours(document["text"], figure) for figure in answer["figures"] if _is_toll([figure["number"]])
    ]
    return "\n".join(lines)


def _is_toll(numbers: Sequence[str]) -> bool:
    return any(number.isdigit() and int(number) > 1 for number in numbers)


def _format_gold(text: str, figure: TREE) -> str:
    counted = " / ".join(figure["counted"])
    effect = " ".join(sorted(figure["effect"]))
    place = _find(text, figure["counted"])
    optional = " (optional)" if figure["opt"] else ""
    return (
        f"    gold  {'|'.join(sorted(figure['number']))} {counted} {effect}{optional}: {_around(text, place)}"
    )


def _find(text: str, counted: Sequence[str]) -> int:
    places = [text.find(words) for words in counted]
    return min((place for place in places if place >= 0), default=-1)


def _format_ours(text: str, figure: TREE) -> str:
    counted, effect = " / ".join(figure["counted"]), " ".join(figure["effect"])
    return f"    ours  {figure['number']} {counted} {effect}: {_around(text, figure['span'][0])}"


def _around(text: str, place: int) -> str:
    return " ".join(text[max(0, place - 80) : place + 80].split()) if place >= 0 else "(not printed so)"
