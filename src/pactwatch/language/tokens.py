"""Words and marks of a stretch of text, with their offsets.

"U.S. envoys’ 60-day truce, 1.9 million" gives: U.S. | envoys’ | 60-day | truce | , | 1.9 | million
Groups of three digits with one space between them are one token (20 000).
A possessive stays with its word; a hyphen or apostrophe inside a word does not cut it. Characters that
show nothing are no tokens, and inside a word they are left out of its lower-case form.
"""

from typing import NamedTuple

import regex

from pactwatch.language.lexicon import word_set

_TOKEN = regex.compile(
    r"(?:\p{Lu}\.){2,}"  # U.S., U.N.
    r"|[$£€]?(?:[1-9]\d{0,2}(?:[ \xa0\u2009\u202f]\d{3})+(?!\d|s\b)|\d(?:\p{Cf}*\d)*)"
    r"(?:\p{Cf}*[.,٬٫]\p{Cf}*\d(?:\p{Cf}*\d)*)*"
    r"(?:(?:st|nd|rd|th|s|[Bb]n|[mM]|[kK])\b)?(?:-\p{L}+)*%?"  # 57,700  20 000  60-day  58th  41%
    r"|\p{L}[\p{L}\p{M}\d]*(?:[-'’.&]\p{L}[\p{L}\p{M}\d]*)*[’'](?!\w)(?<=s.)(?=\s+\p{L})"  # parties’ demands
    r"|[\p{L}_](?:\p{Cf}*[\p{L}\p{M}\d_])*(?:[-'’&/]+[\p{L}\d][\p{L}\p{M}\d]*|\.(?:\p{L}\b|\p{Ll}{2,}))*"
    r"|``|''|--+|\.\.\.+|[^\s\p{Cf}]"
)
_HIDDEN = regex.compile(r"\p{Cf}")
_ABBREVIATED = word_set("tokens.abbreviated")


class Token(NamedTuple):
    """A word or mark: its text, its lower-case form with straight apostrophes, its offsets."""

    text: str
    low: str
    begin: int
    end: int


def split_tokens(text: str, begin: int, end: int) -> list[Token]:
    """The tokens of ``text[begin:end]`` in order; offsets are into ``text``."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, begin, end):
        word = match.group()
        closed = text[match.end() : match.end() + 1] in (")", ",") and word == "."
        inside = closed or _belongs_to_word(tokens, match.start(), match.end() >= end)
        if word == "." and inside and tokens and tokens[-1].end == match.start():
            last = tokens[-1]
            tokens[-1] = Token(last.text + ".", last.low, last.begin, match.end())
            continue
        low = word.lower().replace("’", "'")
        tokens.append(Token(word, low if low.isascii() else _visible(low), match.start(), match.end()))
    return tokens


def _visible(word: str) -> str:
    """A word without the characters that show nothing: zero-width spaces, marks of direction."""
    return _HIDDEN.sub("", word)


def _belongs_to_word(tokens: list[Token], at: int, is_last: bool) -> bool:
    if is_last or not tokens or tokens[-1].end != at:
        return False
    last = tokens[-1]
    return last.low in _ABBREVIATED or (len(last.text) == 1 and last.text.isupper())
