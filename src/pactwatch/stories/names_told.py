"""People whose names reports of a story spell differently: listed beside other spellings.

full names of each report --> pairs that differ by a letter or two, never both in one report --> differences
"""

from collections.abc import Iterable, Mapping, Sequence

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.model.source import Span
from pactwatch.stories.differences import Difference, Differs, Side, make_side
from pactwatch.stories.reports import Report, is_spelt_alike

#: A name that is spelt in two ways stands before other spellings: it may be taken for two people.
SPELT = 0.3

_NAME = regex.compile(r"\b\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+){1,2}\b")


def find_name_spellings(reports: Sequence[Report]) -> Iterable[Difference]:
    """Full names that differ by a letter or two between reports, and that no report has both of."""
    named = [_list_names(report) for report in reports]
    seen: set[frozenset[str]] = set()
    for number, own in enumerate(named):
        for other in named[number + 1 :]:
            for a, b in ((a, b) for a in own for b in other if is_spelt_alike(a, b)):
                pair = frozenset((a, b))
                if pair not in seen and not any(a in names and b in names for names in named):
                    seen.add(pair)
                    values = f"{own[a].value} / {other[b].value}"
                    sides = tuple(names[one] for names in named for one in (a, b) if one in names)
                    yield Difference(Differs.SPELLING, values, f"spelt {values}", sides, SPELT)


def _list_names(report: Report) -> Mapping[str, Side]:
    """The full names of a report without titles, each where it stands first."""
    names: dict[str, Side] = {}
    for sentence in report.sentences:
        for match in _NAME.finditer(report.article.text, sentence.begin, sentence.end):
            words = match.group().split()
            while len(words) > 2 and words[0].lower() in word_set("roles"):
                words = words[1:]
            name = regex.sub(r"['’]s?$", "", " ".join(words))
            begin = match.end() - len(" ".join(words))
            names.setdefault(name, make_side(report, Span(begin, begin + len(name)), name))
    return names
