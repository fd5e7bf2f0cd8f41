"""Turns annotated words into places: WORDS.yaml (the form of statements/README.md) to one JSON file.

    python evaluation/freeze.py WORDS.yaml ... --to evaluation/statements/open
    python evaluation/freeze.py WORDS.yaml ... --check

Words that do not stand in their text are named, and `at` words that stand there more than once; then nothing
is written.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annotated import read_tree
from own_texts import NoText, find_text, hash_text
from places import add_shared_option

TREE = dict[str, Any]
Pair = list[int]
FORMS = ("direct", "mixed", "indirect")
MODALITIES = ("asserted", "denied", "planned", "demanded", "conditional", "hypothetical")
_MORE = ("addressee", "said_on", "occasion")
_KEYS = frozenset(("at", "source", "cue", "content", "speakers", "form", "modality", *_MORE))


class NotThere(ValueError):
    """Words of an annotation that do not stand where it says."""


def place_all(tree: TREE, text: str) -> tuple[TREE, list[str]]:
    """The annotation of a text with places for words, and what is wrong with it."""
    placed, wrong = [], []
    for number, item in enumerate(tree.get("statements") or [], start=1):
        try:
            placed.append(_place_statement(item, text))
        except (NotThere, KeyError, TypeError) as error:
            wrong.append(f"{tree['text']}, statement {number}: {error}")
    debatable = []
    for words in tree.get("debatable") or []:
        try:
            debatable.append(_place(str(words), text, 0, len(text)))
        except NotThere as error:
            wrong.append(f"{tree['text']}, debatable: {error}")
    placed.sort(key=lambda statement: statement["cue"])
    return {
        "text": tree["text"],
        "sha256": hash_text(text),
        "statements": placed,
        "debatable": debatable,
    }, wrong


def _check_keys(item: TREE) -> None:
    """Every key is known, and the words that have to be there are."""
    unknown = sorted(set(item) - _KEYS)
    if unknown:
        raise NotThere(f"unknown: {', '.join(unknown)} (known: {', '.join(sorted(_KEYS))})")
    empty = [key for key in ("at", "cue", "content") if not item.get(key)]
    if empty:
        raise NotThere(f"nothing stands under: {', '.join(empty)}")


def _place_statement(item: TREE, text: str) -> TREE:
    _check_keys(item)
    begin, end = _place(item["at"], text, 0, len(text), once=True)
    placed: TREE = {"cue": _place(item["cue"], text, begin, end), "content": []}
    if item.get("source"):
        placed["source"] = _place(item["source"], text, begin, end)
    after = begin
    for words in item["content"]:
        placed["content"].append(_place(words, text, after, len(text) if placed["content"] else end))
        after = placed["content"][-1][1]
    placed["speakers"] = [_place_name(name, text, begin, end) for name in item.get("speakers") or []]
    placed |= {"form": _one_of(item["form"], FORMS), "modality": _one_of(item["modality"], MODALITIES)}
    return placed | {key: _place(item[key], text, begin, len(text)) for key in _MORE if item.get(key)}


def _place(words: str, text: str, begin: int, end: int, *, once: bool = False) -> Pair:
    words = str(words).strip()
    found = _whole(words).search(text, begin, end)
    if found is None:
        raise NotThere(f"{words!r} does not stand in {'the text' if once else 'its place'}")
    if once and _whole(words).search(text, found.start() + 1):
        raise NotThere(f"{words!r} stands in the text more than once")
    return [found.start(), found.end()]


def _whole(words: str) -> "re.Pattern[str]":
    """The words where no letter goes on before or behind: "he" is not in "they"."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    behind = r"(?!\w)" if words[-1:].isalnum() else ""
    return re.compile(before + re.escape(words) + behind)


def _place_name(name: str, text: str, begin: int, end: int) -> Pair:
    """A name may stand anywhere; a place near the statement is preferred."""
    try:
        return _place(name, text, begin, end)
    except NotThere:
        return _place(name, text, 0, len(text))


def _one_of(value: str, allowed: Sequence[str]) -> str:
    if value not in allowed:
        raise NotThere(f"{value!r} is none of: {', '.join(allowed)}")
    return value


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_shared_option(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="WORDS.yaml")
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("--to", type=Path, metavar="DIR", help="folder for the JSON files")
    target.add_argument("--check", action="store_true", help="only say what is wrong")
    options = parser.parse_args(arguments)
    trees = [read_tree(path) for path in options.files]
    try:
        results = [place_all(tree, find_text(tree["text"], options.shared)) for tree in trees]
    except (NoText, KeyError) as error:
        raise SystemExit(f"{error}") from None
    wrong = [line for _, lines in results for line in lines]
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    if not wrong and options.to:
        for placed, _ in results:
            write_places(placed, options.to)
    print(f"{sum(len(placed['statements']) for placed, _ in results)} statements, {len(wrong)} wrong")
    return 1 if wrong else 0


def write_places(placed: TREE, folder: Path) -> None:
    """One line per statement, so that a change can be read."""
    head = json.dumps({key: placed[key] for key in ("text", "sha256", "debatable")}, ensure_ascii=False)
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in placed["statements"])
    (folder / f"{placed['text']}.json").write_text(
        f'{head[:-1]}, "statements": [\n{rows}\n]}}\n', encoding="utf-8"
    )


if __name__ == "__main__":
    sys.exit(main())
