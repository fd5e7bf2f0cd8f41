"""Attributions by other hands: scores by their scorer, and the misses sorted by their kind.

missed     no cue of ours overlaps the gold cue
beyond     a cue of ours that overlaps no gold cue
source     the cue is right, the source is not
content    the cue is right, the content is not
"""

import importlib.util
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from predict import Item, predict_all

TREE = dict[str, Any]
Spans = list[list[int]]


@dataclass(frozen=True)
class Wrong:
    """One difference from the gold, ready to be printed."""

    kind: str
    document: str
    text: str
    gold: TREE | None
    found: TREE | None


def load_scorer(path: Path) -> ModuleType:
    """A scorer that lies outside the project, imported from its file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path: Path) -> list[TREE]:
    """The JSON lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def predict_lines(task: str, lines: Iterable[TREE]) -> tuple[list[TREE], list[str]]:
    """Our answers to lines with id and text, and the ids on which the reading failed."""
    failed: list[str] = []
    items = (Item(line["id"], line["text"], line.get("date")) for line in lines)
    return list(predict_all(task, items, failed)), failed


def score_attributions(scorer: ModuleType, gold: Sequence[TREE], answers: Sequence[TREE]) -> dict[str, TREE]:
    """What the scorer says: precision, recall and F1 by role."""
    pairs = zip(gold, answers, strict=True)
    result: dict[str, TREE] = scorer.score((d["text"], _gold_of(d), a["attributions"]) for d, a in pairs)
    return result


def _gold_of(document: TREE) -> list[TREE]:
    attributions: list[TREE] = document["annotations"][0]["attributions"]
    return attributions


def find_wrong(scorer: ModuleType, gold: Sequence[TREE], answers: Sequence[TREE]) -> list[Wrong]:
    """Every difference, in reading order."""
    wrong: list[Wrong] = []
    for document, answer in zip(gold, answers, strict=True):
        wrong += _differences(scorer, document, answer["attributions"])
    return wrong


def _differences(scorer: ModuleType, document: TREE, found: list[TREE]) -> Iterable[Wrong]:
    text, name = document["text"], document["id"]
    taken: set[int] = set()
    for gold in _gold_of(document):
        match = next((i for i, ours in enumerate(found) if _overlap(gold.get("cue"), ours["cue"])), None)
        if match is None:
            yield Wrong("missed", name, text, gold, None)
            continue
        taken.add(match)
        for role in ("source", "content"):
            if scorer.norm(text, gold.get(role) or []) != scorer.norm(text, found[match].get(role) or []):
                yield Wrong(role, name, text, gold, found[match])
    for i, ours in enumerate(found):
        if i not in taken:
            yield Wrong("beyond", name, text, None, ours)


def _overlap(one: Spans | None, other: Spans | None) -> bool:
    return any(b < y and x < e for b, e in one or [] for x, y in other or [])


def format_wrong(wrong: Sequence[Wrong], most: int) -> str:
    """How often each kind occurs, its commonest cues, and so many examples spread over the texts."""
    parts = []
    for kind in ("missed", "beyond", "source", "content"):
        mine = [one for one in wrong if one.kind == kind]
        cues = Counter(_words(one.text, (one.gold or one.found or {}).get("cue")).casefold() for one in mine)
        common = ", ".join(f"{cue} {count}" for cue, count in cues.most_common(25))
        parts.append(f"== {kind}: {len(mine)}\n   {common}")
        parts += [format_one(one) for one in _spread(mine, most)]
    return "\n".join(parts)


def _spread(wrong: Sequence[Wrong], most: int) -> Sequence[Wrong]:
    step = max(1, len(wrong) // most) if most else 1
    return wrong[::step][:most]


def format_one(wrong: Wrong) -> str:
    """Gold and ours, one line each: <source> [cue] {content} marked in the text around."""
    lines = [f"- {wrong.kind} {wrong.document}"]
    for label, attribution in (("gold", wrong.gold), ("ours", wrong.found)):
        if attribution is not None:
            lines.append(f"    {label}  {mark(wrong.text, attribution)}")
    return "\n".join(lines)


_SIGNS = {"source": "<>", "cue": "[]", "content": "{}"}


def mark(text: str, attribution: TREE, around: int = 60) -> str:
    """The text around an attribution with its parts in brackets, on one line."""
    spans = [(b, e, _SIGNS[role]) for role in _SIGNS for b, e in attribution.get(role) or []]
    if not spans:
        return ""
    first, last = min(b for b, _, _ in spans), max(e for _, e, _ in spans)
    begin, end = max(0, first - around), min(len(text), last + around)
    pieces = []
    for place in range(begin, end + 1):
        pieces += [signs[1] for _, e, signs in spans if e == place]
        pieces += [signs[0] for b, _, signs in spans if b == place]
        pieces.append(text[place] if place < end else "")
    return " ".join("".join(pieces).split())


def _words(text: str, spans: Spans | None) -> str:
    return " ".join(text[b:e] for b, e in spans or [])
