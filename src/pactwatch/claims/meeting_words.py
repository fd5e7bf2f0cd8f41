"""The words of meetings by their group, and the groups of verbs with all their forms."""

from functools import cache

from pactwatch.language.lexicon import make_forms, read_list, word_set

WEEKDAYS = word_set("subjects.weekdays")
MONTHS = word_set("contents.months")
TIMES = WEEKDAYS | {
    "today", "tomorrow", "yesterday", "tonight", "later", "earlier", "last", "next", "this", "early", "late",
}  # fmt: skip
TIME_NOUNS = word_set("subjects.time-nouns")
BE = frozenset("is are was were be been being am".split())


@cache
def _lines() -> dict[str, str]:
    rows = (line.partition("\t") for line in read_list("meetings.tsv"))
    return {name: words for name, _, words in rows}


@cache
def group(name: str) -> frozenset[str]:
    """The words of one group of ``data/meetings.tsv``. Raises KeyError where there is none."""
    return frozenset(_lines()[name].split())


@cache
def verbs(name: str) -> frozenset[str]:
    """All forms of the verbs of one group ("holding-verbs")."""
    bases, _, more = _lines()[name].partition("+")
    forms = {form for base in bases.split() for form in make_forms(base).all()}
    return frozenset(forms | set(more.split()))
