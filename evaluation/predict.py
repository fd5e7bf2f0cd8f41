"""Reads texts as the program does and writes what it finds, one JSON line for each input line.

    python evaluation/predict.py statements INPUT.jsonl
    python evaluation/predict.py figures INPUT.jsonl

    python evaluation/predict.py stories INPUT.jsonl
    python evaluation/predict.py events INPUT.jsonl

An input line of `events` has `id`, `sentence`, `source` and `target` (see events.py). Of the other tasks it
has `id` and `text`, and may have `date` (2026-02-14, a month, or a day with its time); other fields are
ignored. Offsets count characters of `text`. A date that cannot be read is left out where texts are read one
by one; where they are compared by their days, it is a bad line.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from answers import ANSWER, parse_object
from events import TASK as EVENTS
from events import name_event, parse_pair
from pactwatch.documents.published import parse_published
from pactwatch.model.claim import Claim, Figure, Form, Statement, Window
from pactwatch.model.source import Span
from pactwatch.stories.group import group_texts
from reading import Reading, read_text

T = TypeVar("T")
FAILED, BAD_INPUT = 1, 2
_THAT = re.compile(r"\bthat,?\s+$", re.IGNORECASE)
_REACH = 8
EFFECTS = {
    "killed": ("DEATH",),
    "wounded": ("INJURY",),
    "killed or wounded": ("DEATH", "INJURY"),
    "abducted": (),
}
_BODIES = ("body", "corpse")
_CAPTIVES = ("hostage", "captive")
_FIGHTERS = re.compile(
    r"guerr?ill|rebel|terrorist|subversi|extremist|insurgent|militant|gunm[ae]n|attacker", re.I
)
_FIGHTING = re.compile(r"\b(?:clash|combat|fighting|battle|skirmish|offensive|confrontation|war\b)", re.I)


class BadInput(Exception):
    """The input cannot be read; the message names each bad line."""


@dataclass(frozen=True)
class Item:
    """One text to read."""

    id: str
    text: str
    date: str | None = None


def parse_items(lines: Iterable[str], name: str, dated: bool = False) -> list[Item]:
    """Every item of the input; raises BadInput that names all bad lines; ``dated``: and each wrong date."""

    def parse(line: str) -> Item:
        item = _parse_item(line)
        if dated:
            parse_day(item.date)
        return item

    return parse_lines(lines, name, parse)


def parse_lines(lines: Iterable[str], name: str, parse: Callable[[str], T]) -> list[T]:
    """What each line that is not blank holds; raises BadInput that names all bad lines."""
    items, problems = [], []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            items.append(parse(line))
        except ValueError as error:
            problems.append(f"{name}:{number}: {error}")
    if problems:
        raise BadInput("\n".join(problems))
    return items


def _parse_item(line: str) -> Item:
    tree = parse_object(line, ("id", "text"))
    return Item(tree["id"], tree["text"], _optional(tree, "date"))


def parse_day(text: str | None) -> date | None:
    """The day that a date names; None where it names none or a month. Raises ValueError: it is no date."""
    found = parse_published(text or "")
    if isinstance(found, str):
        raise ValueError(f'"date": {found}')
    return found.when.first if found and found.when.precision == "day" else None


def _optional(tree: ANSWER, field: str) -> str | None:
    value = tree.get(field)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{field}" is not a string')
    return value or None


def predict(task: str, item: Item) -> ANSWER:
    """The answer to one item; a text that cannot be read has an empty answer."""
    key, answer = TASKS[task]
    reading = read_text(item.text, item.id, item.date)
    if not isinstance(reading, Reading):
        print(f"{item.id}: {reading}", file=sys.stderr)
        return {"id": item.id, key: []}
    return {"id": item.id, key: answer(reading)}


# Statements


def find_attributions(reading: Reading) -> list[ANSWER]:
    """Source, cue and content of every statement that is not told inside another."""
    statements = join_by_cue(reading.claims)
    told = [part for _, statement in statements for part in statement.content]
    return [
        _make_attribution(claim, statement, reading.article.text)
        for claim, statement in statements
        if not any(_holds(part, statement.cue) for part in told)
    ]


def join_by_cue(claims: Iterable[Claim]) -> list[tuple[Claim, Statement]]:
    """The statements, those of one cue as one: retold words and the quotation that goes on behind them."""
    joined: dict[Span, tuple[Claim, Statement]] = {}
    for claim in claims:
        if not isinstance(claim.slots, Statement):
            continue
        first, statement = joined.get(claim.slots.cue, (claim, None))
        joined[claim.slots.cue] = (first, _join(statement, claim.slots))
    return list(joined.values())


def _join(one: Statement | None, other: Statement) -> Statement:
    if one is None:
        return other
    content = tuple(sorted({*one.content, *other.content}))
    return replace(one, content=content, quotes=(*one.quotes, *other.quotes), form=Form.MIXED)


def _holds(part: Span, cue: Span) -> bool:
    return part.begin <= cue.begin and cue.end <= part.end


def _make_attribution(claim: Claim, statement: Statement, text: str) -> ANSWER:
    return {
        "source": [_pair(span) for span in _cover([mention.span for mention in claim.speakers])],
        "cue": [_pair(statement.cue)],
        "content": [_pair(span) for span in _with_that(statement.content, text)],
    }


def _with_that(content: Sequence[Span], text: str) -> list[Span]:
    """Corpora of attributions count the "that" before a content clause as part of it; claims do not."""
    spans = list(content)
    if spans and (found := _THAT.search(text, max(0, spans[0].begin - _REACH), spans[0].begin)):
        spans[0] = Span(found.start(), spans[0].end)
    return spans


def _cover(spans: Sequence[Span]) -> list[Span]:
    """Several speakers of one statement are one source: "the ministry and the mayor"."""
    return [Span(min(span.begin for span in spans), max(span.end for span in spans))] if spans else []


def _pair(span: Span) -> list[int]:
    return [span.begin, span.end]


# Figures


def find_tolls(reading: Reading) -> list[ANSWER]:
    """Every figure of people killed, wounded or abducted in an incident."""
    claims = [(claim, claim.slots) for claim in reading.claims if isinstance(claim.slots, Figure)]
    tolls = [
        _make_toll(claim, figure, reading.article.text)
        for claim, figure in claims
        if _is_toll(figure) and not _is_of_war(claim, figure, reading)
    ]
    return _leave_repeated(tolls)


def _leave_repeated(tolls: Iterable[ANSWER]) -> list[ANSWER]:
    """One answer for a group that the text counts several times: six Jesuit priests, the six Jesuits."""
    left: list[ANSWER] = []
    for toll in tolls:
        twin = next((other for other in left if _is_same_group(toll, other)), None)
        if twin is None:
            left.append(toll)
        else:
            twin["counted"] = list(dict.fromkeys([*twin["counted"], *toll["counted"]]))
    return left


def _is_same_group(one: ANSWER, other: ANSWER) -> bool:
    if (one["number"], one["effect"]) != (other["number"], other["effect"]):
        return False
    first, second = (_words_of(toll["counted"][1]) for toll in (one, other))
    return bool(first & second) or "people" in first | second


def _words_of(group: str) -> set[str]:
    """The words of a group without plural endings; people, persons and others are one."""
    words = {word.rstrip("s") for word in re.findall(r"\w+", group.casefold())}
    return words | ({"people"} if words & {"person", "other", "victim"} else set())


def _is_toll(figure: Figure) -> bool:
    if figure.counted == "casualty":
        return False
    known = figure.effect in EFFECTS or figure.counted in (*_CAPTIVES, *_BODIES)
    return known and _number(figure) is not None and not figure.percent and figure.parts is None


def _is_of_war(claim: Claim, figure: Figure, reading: Reading) -> bool:
    """What the corpus of attacks does not key: running totals and tolls of years, the dead of fighting
    between armed sides, the attackers' own. Casualties are a word of such fighting."""
    if figure.cumulative or _is_long(figure.window) or _FIGHTERS.search(figure.group):
        return True
    return _FIGHTING.search(reading.sentence_at(figure.number.begin)) is not None


def _is_long(window: Window | None) -> bool:
    if window is None:
        return False
    return window.anchored or bool(window.since and window.since.precision != "day") or "year" in window.words


def _make_toll(claim: Claim, figure: Figure, text: str) -> ANSWER:
    printed = text[figure.number.begin : max(figure.number.end, claim.span.end)]
    people = ("people", "persons") if figure.counted == "person" else ()
    return {
        "number": _number(figure),
        "counted": list(
            dict.fromkeys(words for words in (figure.counted, figure.group, *people, printed) if words)
        ),
        "effect": list(
            EFFECTS["killed"] if figure.counted in _BODIES else EFFECTS.get(figure.effect or "", ())
        ),
        "hedge": claim.hedge,
        "span": _pair(figure.number),
    }


def _number(figure: Figure) -> str | None:
    bounds = (figure.low, figure.approx, figure.high)
    known = next((bound for bound in bounds if bound is not None), None)
    return None if known is None else str(int(known))


#: The task whose answer to one text depends on the others.
STORIES = "stories"
TASKS: dict[str, tuple[str, Callable[[Reading], list[ANSWER]]]] = {
    "statements": ("attributions", find_attributions),
    "figures": ("figures", find_tolls),
}


def predict_all(task: str, items: Iterable[Item], failed: list[str]) -> Iterator[ANSWER]:
    """The answers in the order of the items. A text on which the reading stops has an empty answer;
    its id is added to ``failed`` and the reason is said: one such text must not cost all the others."""
    if task == STORIES:
        yield from _group(list(items))
        return
    for item in items:
        try:
            yield predict(task, item)
        except Exception as error:  # any fault of the reading
            print(f"{item.id}: the reading failed: {type(error).__name__}: {error}", file=sys.stderr)
            failed.append(item.id)
            yield {"id": item.id, TASKS[task][0]: []}


def _group(items: Sequence[Item]) -> Iterator[ANSWER]:
    """Each document with the number of its story."""
    days = [parse_day(item.date) for item in items]
    (found,) = group_texts([item.text for item in items], days=days)
    return ({"id": item.id, "cluster": group} for item, group in zip(items, found, strict=True))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    tasks = sorted((*TASKS, STORIES, EVENTS))
    parser.add_argument("task", choices=tasks, metavar="TASK", help=f"one of: {', '.join(tasks)}")
    parser.add_argument("input", type=Path, metavar="INPUT.jsonl")
    options = parser.parse_args(arguments)
    failed: list[str] = []
    try:
        lines = options.input.read_text(encoding="utf-8").split("\n")
        if options.task == EVENTS:
            answers = map(name_event, parse_lines(lines, options.input.name, parse_pair))
        else:
            items = parse_items(lines, options.input.name, dated=options.task == STORIES)
            answers = predict_all(options.task, items, failed)
    except (OSError, UnicodeDecodeError, BadInput) as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    for answer in answers:
        print(json.dumps(answer, ensure_ascii=False))
    return FAILED if failed else 0


if __name__ == "__main__":
    sys.exit(main())
