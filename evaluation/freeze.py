"""Turns annotated words into places: WORDS.yaml (the form of statements/README.md or figures/README.md)
to JSON.

    python evaluation/freeze.py WORDS.yaml ... --to evaluation/statements/open
    python evaluation/freeze.py WORDS.yaml ... --to evaluation/figures/open
    python evaluation/freeze.py WORDS.yaml ... --check

Words that do not stand in their text are named, and `at` words that stand there more than once; then nothing
is written.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from annotated import read_tree
from freeze_figures import place_figure
from own_texts import NoText, find_text, hash_text
from places import add_shared_option
from placing import TREE, NotThere, check_keys, choose, place, place_near

FORMS = ("direct", "mixed", "indirect")
MODALITIES = ("asserted", "denied", "planned", "demanded", "conditional", "hypothetical")
_MORE = ("addressee", "said_on", "occasion")
_KEYS = frozenset(("at", "source", "cue", "content", "speakers", "form", "modality", *_MORE))


def place_all(tree: TREE, text: str) -> tuple[TREE, list[str]]:
    """The annotation of a text with places for words, and what is wrong with it."""
    kind = next((kind for kind in KINDS if kind in tree), "statements")
    place_item, order = KINDS[kind]
    placed, wrong = [], []
    for number, item in enumerate(tree.get(kind) or [], start=1):
        try:
            placed.append(place_item(item, text))
        except (NotThere, KeyError, TypeError) as error:
            wrong.append(f"{tree['text']}, {kind[:-1]} {number}: {error}")
    debatable = []
    for words in tree.get("debatable") or []:
        try:
            debatable.append(place(str(words), text, 0, len(text)))
        except NotThere as error:
            wrong.append(f"{tree['text']}, debatable: {error}")
    placed.sort(key=lambda item: item[order])
    return {
        "text": tree["text"],
        "sha256": hash_text(text),
        kind: placed,
        "debatable": debatable,
    }, wrong


def _place_statement(item: TREE, text: str) -> TREE:
    check_keys(item, _KEYS, ("at", "cue", "content"))
    begin, end = place(item["at"], text, 0, len(text), once=True)
    placed: TREE = {"cue": place(item["cue"], text, begin, end), "content": []}
    if item.get("source"):
        placed["source"] = place(item["source"], text, begin, end)
    after = begin
    for words in item["content"]:
        placed["content"].append(place(words, text, after, len(text) if placed["content"] else end))
        after = placed["content"][-1][1]
    placed["speakers"] = [place_near(name, text, begin, end) for name in item.get("speakers") or []]
    placed |= {"form": choose(item["form"], FORMS), "modality": choose(item["modality"], MODALITIES)}
    return placed | {key: place(item[key], text, begin, len(text)) for key in _MORE if item.get(key)}


KINDS: dict[str, tuple[Callable[[TREE, str], TREE], str]] = {
    "statements": (_place_statement, "cue"),
    "figures": (place_figure, "number"),
}


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
    print(f"{sum(len(_rows(placed)) for placed, _ in results)} placed, {len(wrong)} wrong")
    return 1 if wrong else 0


def write_places(placed: TREE, folder: Path) -> None:
    """One line per statement or figure, so that a change can be read."""
    head = json.dumps({key: placed[key] for key in ("text", "sha256", "debatable")}, ensure_ascii=False)
    rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in _rows(placed))
    (kind,) = set(KINDS) & set(placed)
    (folder / f"{placed['text']}.json").write_text(
        f'{head[:-1]}, "{kind}": [\n{rows}\n]}}\n', encoding="utf-8"
    )


def _rows(placed: TREE) -> list[TREE]:
    return next(placed[kind] for kind in KINDS if kind in placed)


if __name__ == "__main__":
    sys.exit(main())
