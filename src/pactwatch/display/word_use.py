"""Which report uses which words, as a table of counts: own voice and speakers' words apart, no verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from pactwatch.stories.terms_used import TermUse


@dataclass(frozen=True, slots=True)
class UseRow:
    """One word with a count for each report: "3 own, 2 said", empty where it has none."""

    word: str
    cells: tuple[str, ...]
    own: tuple[int, ...]
    said: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UseGroup:
    """Words for one thing of which the reports use several; ``judging`` are words that judge."""

    title: str
    judging: bool
    rows: tuple[UseRow, ...]


def make_word_use(terms: Sequence[TermUse]) -> tuple[UseGroup, ...]:
    """The groups in the order of the telling, the words that judge last."""
    return tuple(_make_group(group, list(uses)) for group, uses in groupby(terms, key=lambda use: use.group))


def _make_group(group: str, uses: Sequence[TermUse]) -> UseGroup:
    words = " / ".join(use.word for use in uses)
    return UseGroup(
        title=f"Words for one thing: {words}" if group else "Words that judge, as the reports have them",
        judging=not group,
        rows=tuple(_make_row(use) for use in uses),
    )


def _make_row(use: TermUse) -> UseRow:
    word = use.word if use.group else f"“{use.word}”"
    counts = zip(use.own, use.said, strict=True)
    return UseRow(word, tuple(_describe(own, said) for own, said in counts), use.own, use.said)


def _describe(own: int, said: int) -> str:
    return ", ".join(part for part in (f"{own} own" if own else "", f"{said} said" if said else "") if part)
