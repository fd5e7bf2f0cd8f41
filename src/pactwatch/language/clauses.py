"""Cuts a sentence into its clauses, so that each holds about one thing.

    "Shelling killed five, bringing the toll to 400, while Norland counts three dead."
    ->  "Shelling killed five" | "bringing the toll to 400" | "while Norland counts three dead."

Cut before a conjunction, a relative word or a participle that follows a comma, at semicolons and dashes,
and before "while" and its like wherever they stand; never inside a quotation.
"""

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.language.quotes import find_quotes

#: A piece of fewer words stays with the one before it.
FEWEST_WORDS = 4

_WORD = regex.compile(r"[\p{L}\d][\p{L}\d'’.,-]*")
_BREAK = regex.compile(
    r"(?P<mark>[,;]|\s--?\s|\s[–—]\s|[–—])\s*(?P<next>\p{L}[\p{L}'’-]*)|\s(?P<bare>\p{L}+)\b"
)
#: What a clause does not end with: space, and the marks at which it was cut.
_TRAIL = " \n\t\r\u00a0,;-–—"


def split_clauses(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the sentence ``text[begin:end]`` in order, without the space around them; none of
    nothing but space and marks."""
    quotes = find_quotes(text, begin, end)
    cuts = [
        at
        for at in _find_cuts(text, begin, end)
        if not any(quote.outer_begin < at < quote.outer_end for quote in quotes)
    ]
    pieces: list[tuple[int, int]] = []
    for first, last in zip((begin, *cuts), (*cuts, end), strict=True):
        if pieces and (_count(text, first, last) < FEWEST_WORDS or _count(text, *pieces[-1]) < FEWEST_WORDS):
            first = pieces.pop()[0]
        pieces.append((first, last))
    trimmed = (_trim(text, *piece) for piece in pieces)
    return [(first, last) for first, last in trimmed if first < last]


def _find_cuts(text: str, begin: int, end: int) -> list[int]:
    cuts = []
    for match in _BREAK.finditer(text, begin, end, overlapped=True):
        if match["bare"]:
            if match["bare"].lower() in word_set("clauses.anywhere"):
                cuts.append(match.start("bare"))
        elif match["mark"] != "," or _opens(match["next"].lower()):
            cuts.append(match.start("next"))
    return sorted(set(cuts))


def _opens(low: str) -> bool:
    """Whether a word behind a comma opens a clause."""
    return low in word_set("clauses.after-comma") or (low.endswith("ing") and len(low) > 5)


def _count(text: str, begin: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, begin, end))


def _trim(text: str, begin: int, end: int) -> tuple[int, int]:
    words = text[begin:end]
    return begin + len(words) - len(words.lstrip()), begin + len(words.rstrip(_TRAIL))
