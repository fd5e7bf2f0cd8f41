"""Words without their spelling: what two desks write differently and mean the same.

    "Türkiye’s cease-fire programme"   ->   turkiye ceasefire programme
    "Turkey's ceasefire program"       ->   turkiye ceasefire programme

Case, accents, hyphens and the possessive go by rule; ``language/data/spellings.txt`` has the rest.
Marks between words, quotation marks and dashes among them, are no words and so never differ.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from pactwatch.language.lexicon import closed_tags, read_list, word_set
from pactwatch.model.source import Span

_PIECE = r"[\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*"
_WORD = regex.compile(
    r"(?:\p{L}\.){2,}(?!\p{L})"  # U.S., a.m.
    rf"|{_PIECE}(?:['’‘ʼ`]{_PIECE}|(?<=\p{{N}})[.,٫٬](?=\p{{N}}){_PIECE}"  # don’t  1,900.5
    rf"|(?:(?<!\p{{N}})[-‐‑]|[-‐‑](?!\p{{N}})){_PIECE})*"  # cease-fire  60-day, and not 2013-14
    r"|%"
)
#: A point stays between digits only: 1.9 is not 19.
_MARKS = regex.compile(r"[-‐‑',٬\p{M}\p{Cf}]|(?<!\p{N})\.|\.(?!\p{N})")
#: Letters that are drawn with an accent and have no parts.
_WHOLE = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"}
_PLAIN = str.maketrans(_WHOLE | dict.fromkeys("’‘ʼ`", "'") | {"٫": "."})
#: Letters that stay before an ending; "for" and "four" are two words.
_STEM = 3


def fold_words(text: str) -> list[tuple[str, Span]]:
    """The words of a text, folded, with their places in it (in characters)."""
    return [(word, Span(begin, end)) for word, begin, end in find_words(text)]


def find_words(text: str) -> Iterator[tuple[str, int, int]]:
    """Each folded word with its begin and end: what ``fold_words`` gives, for many texts."""
    for match in _WORD.finditer(text):
        word = fold_word(match.group())
        if word:
            yield word, match.start(), match.end()


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """A word without case, accents, hyphens, possessive, and in the first of its spellings."""
    bare = fold_letters(word)
    known = _spellings().get(bare)
    if known is not None:
        return known
    return next(
        (
            bare.removesuffix(end) + kept
            for end, kept in _endings()
            if bare.endswith(end) and len(bare) - len(end) >= _STEM
        ),
        bare,
    )


def fold_letters(word: str) -> str:
    """A word without case, accents, hyphens and possessive; ``1,900.5`` gives ``1900.5``."""
    if word.isalpha() and word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold()).translate(_PLAIN)
    return _MARKS.sub("", plain.removesuffix("'s"))


@cache
def common_words() -> frozenset[str]:
    """Folded words that do not say what a text is about: closed classes, days, months."""
    sets = (word_set("stories.common"), word_set("contents.time"), word_set("contents.months"))
    return frozenset(fold_word(word) for word in frozenset(closed_tags()).union(*sets))


@cache
def _spellings() -> dict[str, str]:
    rows = (line.split() for line in read_list("spellings.txt") if not line.startswith("-"))
    return {other: first for first, *others in rows for other in others}


@cache
def _endings() -> list[tuple[str, str]]:
    """Endings with what stands for them, the longest first."""
    rows = (line.replace("-", "").split() for line in read_list("spellings.txt") if line.startswith("-"))
    pairs = [(other, first) for first, *others in rows for other in others]
    return sorted(pairs, key=lambda pair: -len(pair[0]))
