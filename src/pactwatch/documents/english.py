"""Whether a text is English, by the share of its words that English cannot do without."""

import re

ENGLISH = "en"
#: ISO 639-2 for a language that is not determined: which one it is, is not guessed.
UNDETERMINED = "und"

_WORD = re.compile(r"[^\W\d_]+")
#: Without those that are words of Dutch, German or French too ("is", "was", "on").
_COMMON_WORDS = (
    "the of and to that for with by from has have at said but not are be were which their after this "
    "who they been would into his her about than when"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_SAMPLE = 40_000
_FEWEST_WORDS = 20
_SHORT_WORDS = 60
#: English news has 20 to 40 in a hundred, a headline with its caption 5, other Latin scripts 0 to 3.
_LEAST_SHARE, _LEAST_SHARE_OF_SHORT = 0.08, 0.04


def find_language(text: str) -> str:
    """``en``, or ``und`` where the text is plainly not English; a few words pass as English."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < _FEWEST_WORDS:
        return ENGLISH if not words or _is_latin(words) else UNDETERMINED
    share = sum(word in _COMMON for word in words) / len(words)
    least = _LEAST_SHARE if len(words) >= _SHORT_WORDS else _LEAST_SHARE_OF_SHORT
    return ENGLISH if share >= least else UNDETERMINED


def _is_latin(words: list[str]) -> bool:
    letters = "".join(words)
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)
