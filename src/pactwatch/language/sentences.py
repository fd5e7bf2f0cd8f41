"""Cuts English prose into sentences by rules over full stops, quotes and abbreviations.

A stop ends a sentence when what follows looks like a beginning and what stands before is
no abbreviation. A closing quotation mark or bracket behind the stop belongs to the sentence.
The rules carry SENTENCES_VERSION, which the ledger keeps.
"""

from functools import cache
from importlib.resources import files

import regex

from pactwatch.language.cues import speech_forms
from pactwatch.language.lexicon import word_set

SENTENCES_VERSION = "2"

_STOP = regex.compile(r"(?:(?<![.!?])[.!?]++|…)[\"'”’»)\]]*(?=\s)")
_WORD_BEFORE = regex.compile(r"[\w.&'’-]+$", regex.REVERSE)
_BEGINNING = regex.compile(r"\s+\p{Cf}*(?:[\"'“‘«„(\[–—-]|``|'')*\s*[\p{Lu}\p{Lt}\p{Lo}\d•]")
_LOWER_BEGINNING = regex.compile(r"\s+\p{Cf}*(?:[\"“«„]|``|'')\p{Ll}")
#: Words that begin a sentence far more often than they continue a name.
_STARTERS = word_set("sentences.starters")
_CLOSING = "\"'”’»"
#: Between a question in quotation marks and its verb: “How long?” the two ministers | asked.
_LONGEST_SPEAKER = 6
_CLAUSE_MARK = regex.compile(r"[.?!,;:“\"‘]")
_WORD = regex.compile(r"[\p{L}][\p{L}\d.'’-]*")
_WINDOW = 80
#: “Wait for the boats.” – Odile Fenner, harbour master
_SIGNED = regex.compile(r"\s+(?:--|[–—-])\s*\p{Lu}[^.?!“”\"]{2,60}(?:$|\n)")


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Those that never end a sentence, and those that may."""
    lines = (files("pactwatch.language") / "data" / "abbreviations.txt").read_text("utf-8").split("\n")
    words = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    never = frozenset(word for word in words if not word.endswith("*"))
    return never, frozenset(word[:-1] for word in words if word.endswith("*"))


def split_sentences(text: str, begin: int, end: int, longest: int = 20_000) -> list[tuple[int, int]]:
    """The sentences of ``text[begin:end]`` as (begin, end) offsets into ``text``.

    White space between them belongs to none. A sentence longer than ``longest`` characters
    is cut there, at a space where one stands.
    """
    cuts = []
    start = _skip_space(text, begin, end)
    for match in _STOP.finditer(text, start, end):
        if match.end() > start and _ends_sentence(text, match, end):
            cuts.extend(_cut_long(text, start, match.end(), longest))
            start = _skip_space(text, match.end(), end)
    stop = begin + len(text[begin:end].rstrip())
    if start < stop:
        cuts.extend(_cut_long(text, start, stop, longest))
    return cuts


def _skip_space(text: str, begin: int, end: int) -> int:
    while begin < end and text[begin].isspace():
        begin += 1
    return begin


def _ends_sentence(text: str, match: "regex.Match[str]", end: int) -> bool:
    window = text[match.end() : min(end, match.end() + _WINDOW)]
    if not _BEGINNING.match(window):
        return bool(_LOWER_BEGINNING.match(window)) and match.group()[0] != "."
    if match.group()[-1] in _CLOSING and _SIGNED.match(window):
        return False
    if match.group().rstrip(_CLOSING) != ".":
        return not (match.group()[-1] in _CLOSING and is_attribution(window))
    return not _is_abbreviation(text, match.start(), match.group(), window)


def is_attribution(after: str) -> bool:
    """Whether what follows a quotation says whose it is: “How long?” the minister asked."""
    clause = _CLAUSE_MARK.split(after, maxsplit=1)[0]
    words = _WORD.findall(clause)[: _LONGEST_SPEAKER + 1]
    verb = next((place for place, word in enumerate(words) if word in speech_forms()), None)
    return verb is not None and (verb > 0 or len(words) > 1)


def _is_abbreviation(text: str, stop: int, mark: str, after: str) -> bool:
    found = _WORD_BEFORE.search(text, max(0, stop - _WINDOW), stop)
    if found is None or len(mark.rstrip("\"'”’»)]")) > 1:
        return False
    word = found.group().lower().lstrip("'’-")
    never, perhaps = _abbreviations()
    if word in never:
        return word not in ("no", "sun", "sat", "mar") or after.lstrip()[:1].isdigit()
    if len(word) == 1 and word.isalpha() and found.group().isupper():
        return word != "i"
    if word in perhaps or ("." in word and len(word) <= 6 and word.replace(".", "").isalpha()):
        return _first_word(after) not in _STARTERS
    return False


def _first_word(after: str) -> str:
    found = regex.search(r"\p{L}+", after)
    return found.group().lower() if found else ""


def _cut_long(text: str, begin: int, end: int, longest: int) -> list[tuple[int, int]]:
    cuts = []
    while end - begin > longest:
        space = text.rfind(" ", begin, begin + longest)
        at = space if space > begin else begin + longest
        cuts.append((begin, at))
        begin = _skip_space(text, at, end)
    cuts.append((begin, end))
    return cuts
