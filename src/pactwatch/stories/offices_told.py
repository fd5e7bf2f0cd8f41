"""The offices that reports name before and behind people: one limits an office ("former"), another does not.

"former President Donald Trump"         -->   name Donald Trump, role president, status former
"Ruford Aske, the former army chief"    -->   name Ruford Aske, role chief, status former
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import regex

from pactwatch.language.lexicon import closed_tags, word_set
from pactwatch.model.source import Span
from pactwatch.stories.differences import Difference, Differs, make_side
from pactwatch.stories.reports import Report

#: An office that differs is surely told of one person where the full name is the same.
SURE = 0.8
#: Words of a title at most.
LONGEST = 6
#: Words that limit an office in the same way.
_FORMER = {"then": "former", "ex": "former", "ex-": "former", "late": "former"}

_APPOSITION = regex.compile(
    r"(?P<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)+), (?:who (?P<was>was|had been) )?"
    r"(?:the |a |an |its |his |her )?(?P<office>(?:[\p{L}-]+ ){0,3}[\p{L}-]+)"
)
#: What follows an office that stands behind a name; before another name it is that one's.
_END = regex.compile(r"\s*(?:[,.;:)–—]|(?:who|which|that|of|for|in|until|before|at|on|and)\b)")
_WORD = regex.compile(r"[\p{L}\d][\p{L}\d.’'-]*(?<![.’'-])")


@dataclass(frozen=True, slots=True)
class Title:
    """An office before a full name: ``role`` is its last word, ``status`` the words that limit it."""

    name: str
    words: str
    role: str
    status: frozenset[str]
    span: Span


Held = tuple[Report, Title]


def find_office_differences(reports: Sequence[Report]) -> Iterable[Difference]:
    """People whose office one report limits ("former", "acting") and another one does not, or to whom
    reports give two offices that nobody holds at once."""
    found = [
        (report, title) for report in reports for title in (*find_titles(report), *find_appositions(report))
    ]
    for name in dict.fromkeys(title.name for _, title in found):
        own = [(report, title) for report, title in found if title.name == name]
        for role in dict.fromkeys(title.role for _, title in own):
            same = [(report, title) for report, title in own if title.role == role]
            if _differ(same, lambda title: title.status):
                yield _make(name, same)
        civil = [(report, title) for report, title in own if title.role in word_set("offices.exclusive")]
        if _differ(civil, lambda title: title.role):
            yield _make(name, civil)


def _differ(own: Sequence[Held], find: Callable[[Title], object]) -> bool:
    """Whether two reports have nothing in common in what they say of an office."""
    held: dict[str, set[object]] = {}
    for report, title in own:
        held.setdefault(report.id, set()).add(find(title))
    return any(not a & b for a, b in combinations(held.values(), 2))


def _make(name: str, own: Sequence[Held]) -> Difference:
    sides = [make_side(report, title.span, title.words) for report, title in own]
    distinct = {(side.document, side.value): side for side in reversed(sides)}
    shown = tuple(reversed(list(distinct.values())))
    values = " / ".join(dict.fromkeys(side.value for side in shown))
    return Difference(Differs.OFFICE, name, f"the office is given as {values}", shown, SURE)


def find_appositions(report: Report) -> Iterator[Title]:
    """The offices that stand behind full names: "Ruford Aske, the former army chief", "who was head of"."""
    for sentence in report.sentences:
        for match in _APPOSITION.finditer(report.article.text, sentence.begin, sentence.end):
            words = match["office"].lower().split()
            roles = [at for at, word in enumerate(words) if word in word_set("roles")]
            if roles:
                own = words[: roles[-1] + 1]
                status = {_FORMER.get(word, word) for word in own if word in word_set("offices.status")}
                status |= {"former"} if match["was"] else set()
                span = Span(match.start("office"), match.start("office") + len(" ".join(own)))
                if not _END.match(report.article.text, span.end):
                    continue
                shown = f"{match['was'] or ''} {report.words(span)}".strip()
                yield Title(match["name"], shown, own[-1], frozenset(status), span)


def find_titles(report: Report) -> Iterator[Title]:
    """The offices that stand before full names in a report."""
    text = report.article.text
    for sentence in report.sentences:
        words = [*_WORD.finditer(text, sentence.begin, sentence.end)]
        for at in range(len(words) - 2):
            end = _find_name_end(words, at + 1, text)
            if end > at + 2 and words[at].group().lower() in word_set("roles"):
                yield _make_title(report, words, at, end)


def _find_name_end(words: Sequence["regex.Match[str]"], first: int, text: str) -> int:
    """Behind the last word of the name that begins at a word; the word itself where none does."""
    end = first
    while end < len(words) and _is_name(words[end].group()) and (end == first or _adjoin(words, end, text)):
        end += 1
    return end if first and _adjoin(words, first, text) else first


def _is_name(word: str) -> bool:
    return (word[:1].isupper() or word.startswith("al-")) and word.lower() not in word_set("roles")


def _adjoin(words: Sequence["regex.Match[str]"], at: int, text: str) -> bool:
    """Whether a word follows the one before at once; the point of initials (F.B.I. director) parts none."""
    between = text[words[at - 1].end() : words[at].start()]
    return between in (" ", " - ") or (between == ". " and "." in words[at - 1].group())


def _make_title(report: Report, words: Sequence["regex.Match[str]"], role: int, end: int) -> Title:
    begin = role
    while begin and role - begin < LONGEST and _belongs(words, begin, report.article.text):
        begin -= 1
    begin = _find_status(words, begin, role, report.article.text)
    low = {part for word in words[begin : role + 1] for part in word.group().lower().split("-")}
    return Title(
        name=regex.sub(r"[’']s?$", "", report.words(Span(words[role + 1].start(), words[end - 1].end()))),
        words=report.words(Span(words[begin].start(), words[role].end())),
        role=words[role].group().lower(),
        status=frozenset(_FORMER.get(word, word) for word in low & word_set("offices.status")),
        span=Span(words[begin].start(), words[end - 1].end()),
    )


def _belongs(words: Sequence["regex.Match[str]"], at: int, text: str) -> bool:
    """Whether the word before one is part of its title."""
    before = words[at - 1].group()
    is_part = before[:1].isupper() or before.lower() in word_set("roles") | word_set("offices.status")
    return is_part and _adjoin(words, at, text)


def _find_status(words: Sequence["regex.Match[str]"], begin: int, role: int, text: str) -> int:
    """Where a title begins whose limiting word stands before small words: former | campaign chairman."""
    at = begin
    while at and role - at < LONGEST and _adjoin(words, at, text):
        at -= 1
        if words[at].group().lower().split("-")[0] in word_set("offices.status"):
            return at
        if words[at].group().lower() in closed_tags():
            break
    return begin
