"""The tolls of one occurrence: how many were killed, wounded, taken or freed, as each report has it.

A story is about one occurrence, so that numbers of people to whom the same happened and that are close to
each other are for one thing, also where the sentences around them are not alike. Running totals are left to
the measures; a number beside a larger one of its report ("11 hurt, three of them badly") is a part of it.
"""

from collections.abc import Iterable, Sequence
from itertools import combinations

import regex

from pactwatch.stories.groups import connect
from pactwatch.stories.told import Told, find_number

#: How sure such numbers are to be for one thing; numbers are close up to this ratio.
SURE, NEAR = 0.6, 1.5
#: What people are called where a report says no more of them.
_PEOPLE = frozenset({"person", "civilian", "victim", "man", "woman"})

_RUNNING = regex.compile(r"\b(?:since|so far|over the|in the (?:past|last)|to date|between)\b", regex.I)


def group_tolls(told: Sequence[Told]) -> Iterable[list[Told]]:
    """Numbers without a measure for what happened to people, by what happened, close to each other."""
    tolls = [one for one in told if _is_toll(one)]
    pairs = [(m, n) for (m, a), (n, b) in combinations(enumerate(tolls), 2) if _are_one(a, b)]
    for group in connect(range(len(tolls)), pairs):
        yield [tolls[number] for number in sorted(group)]


def _is_toll(told: Told) -> bool:
    """Whether a number counts people to whom something happened, once and not over a time."""
    figure, number = told.figure, find_number(told.figure)
    window = figure.window.words if figure.window else ""
    is_once = not (figure.cumulative or figure.part_of or figure.of_total or _RUNNING.search(window))
    return bool(figure.effect) and told.fact.placement.measure is None and is_once and bool(number)


def _are_one(one: Told, other: Told) -> bool:
    a, b = find_number(one.figure), find_number(other.figure)
    same = one.figure.effect == other.figure.effect and _are_alike(one, other)
    return one.report.id != other.report.id and same and max(a, b) <= NEAR * min(a, b)


def _are_alike(one: Told, other: Told) -> bool:
    """Whether two figures count the same people; "people" are whoever the other counts."""
    a, b = one.figure.counted, other.figure.counted
    return a == b or bool({a, b} & _PEOPLE and one.figure.place == other.figure.place)
