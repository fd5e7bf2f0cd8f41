"""Finds what stands in quotation marks: “ ”, " ", ‘ ’, ' ', « », „ “, `` ''.

A quotation that is not closed runs to the end of its paragraph, as news prints quotations
that go on in the next one. A quotation inside a quotation belongs to the outer one.
"""

from typing import NamedTuple

import regex

_MARK = regex.compile(r"[“”\"«»„‟]|``|''|[‘’']")
_PAIRS = {"“": "”", "„": "“”", "«": "»", "``": "''", "‟": "”", "»": "«"}
_SINGLE = "‘’'"


class Quote(NamedTuple):
    """``begin`` and ``end`` are inside the marks; ``outer_begin`` and ``outer_end`` take them
    in. ``closed`` is False where the paragraph ends first; ``single`` for single marks."""

    begin: int
    end: int
    outer_begin: int
    outer_end: int
    closed: bool
    single: bool


def find_quotes(text: str, begin: int, end: int) -> list[Quote]:
    """The outermost quotations of the paragraph ``text[begin:end]``, in order."""
    quotes: list[Quote] = []
    at = begin
    last_single = _last_single(text, begin, end)
    while (mark := _MARK.search(text, at, end)) is not None:
        hopeless = mark.group() in _SINGLE and mark.start() >= last_single
        quote = None if hopeless else _read_quote(text, mark, begin, end)
        if quote is not None and text[quote.begin : quote.end].strip():
            quotes.append(quote)
        at = quote.outer_end if quote is not None else mark.end()
    return quotes


def _last_single(text: str, begin: int, end: int) -> int:
    """Where the last single mark stands that may close a quotation; none that stands behind opens one."""
    last = _LAST_SINGLE_CLOSE.search(text, begin, end)
    return last.start() if last is not None else begin


def goes_on_in_next_line(line: str, ahead: str) -> bool:
    """Whether a line break stands inside a quotation that is closed further on, or between a
    quotation and its attribution (... we wait. ” / said Marr). ``ahead`` is the text behind it."""
    if line.rstrip()[-1:] in "”\"'’" and ahead[:1].islower():
        return True
    for opening, closing in (("“", "”"), ("``", "''")):
        if line.count(opening) == line.count(closing) + 1:
            return 0 <= ahead.find(closing) < (ahead.find(opening) % (len(ahead) + 1))
    if "“" in line or line.count('"') % 2 == 0:
        return False
    closing_at = ahead.find('"')
    return closing_at > 0 and not ahead[closing_at - 1].isspace()


def _read_quote(text: str, mark: "regex.Match[str]", begin: int, end: int) -> Quote | None:
    sign = mark.group()
    if sign in _SINGLE:
        return _read_single(text, mark, begin, end)
    if sign == "”" and not _opens_wrongly(text, mark.start(), begin):
        return None
    if sign == "”":
        closing = _find_closing(text, mark.end(), end, "”")
        return Quote(mark.end(), closing[0], mark.start(), closing[1], True, False) if closing else None
    if sign == "''":
        closing = _find_closing(text, mark.end(), end, "''")
    elif sign == '"':
        closing = _find_closing(text, mark.end(), end, '"”')
    else:
        closing = _find_closing(text, mark.end(), end, _PAIRS.get(sign, sign) + '"')
    if closing is None and sign == "“":
        closing = _find_wrong_closing(text, mark.end(), end)
    if closing is None:
        return Quote(mark.end(), end, mark.start(), end, False, False)
    return Quote(mark.end(), closing[0], mark.start(), closing[1], True, False)


def _find_wrong_closing(text: str, at: int, end: int) -> tuple[int, int] | None:
    """An opening mark where only a closing one can stand: ... these,“ said Dell"""
    wrong = text.find("“", at, end)
    closes = wrong > at and text[wrong - 1] in ",.!?" and text[wrong + 1 : wrong + 2].isspace()
    return (wrong, wrong + 1) if closes else None


def _opens_wrongly(text: str, at: int, begin: int) -> bool:
    """A closing mark where only an opening one can stand: at the start of a paragraph."""
    return at == begin and text[at + 1 : at + 2] != ""


def _find_closing(text: str, at: int, end: int, closers: str) -> tuple[int, int] | None:
    if closers.startswith("''"):
        found = text.find("''", at, end)
        return None if found < 0 else (found, found + 2)
    places = [place for closer in closers if (place := text.find(closer, at, end)) >= 0]
    return (min(places), min(places) + 1) if places else None


def _read_single(text: str, mark: "regex.Match[str]", begin: int, end: int) -> Quote | None:
    """Single marks are read only where they cannot be apostrophes."""
    at = mark.start()
    before = text[at - 1] if at > begin else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = mark.group() != "’" and not before.isalnum() and before not in ".," and not after.isspace()
    if not opens or (after.isdigit() and mark.group() == "'"):
        return None
    place = at + 1
    while (found := _SINGLE_CLOSE.search(text, place, end)) is not None:
        if mark.group() == "‘" and found.group() == "'":
            place = found.end()
            continue
        if _is_plural_possessive(text, found.start(), end):
            place = found.end()
            continue
        return Quote(at + 1, found.start(), at, found.end(), True, True)
    return None


def _is_plural_possessive(text: str, at: int, end: int) -> bool:
    """the parties’ demands ...’: an apostrophe behind s, with a word and another closing behind it."""
    if text[at - 1] != "s" or not _WORD_BEHIND.match(text, at + 1, end):
        return False
    closing = _SINGLE_CLOSE.search(text, at + 1, end)
    opening = text.find("‘", at + 1, end)
    return closing is not None and (opening < 0 or closing.start() < opening)


_WORD_BEHIND = regex.compile(r"\s\p{Ll}")
_SINGLE_CLOSE = regex.compile(r"(?<=[^\s])[’'](?![\p{L}\d])")
_LAST_SINGLE_CLOSE = regex.compile(r"(?r)(?<=[^\s])[’'](?![\p{L}\d])")
