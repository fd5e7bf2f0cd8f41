"""The least that could be called reading news: four patterns. The measure beside which ours is set.

It finds sentences, words in quotation marks, a reporting verb with the name before it, and digits.
It gives no speaker for a pronoun, no hedge, no window, no thing counted, and no class of line.
"""

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"[^.!?]+[.!?]*[\"”’']*\s*")
_QUOTE = re.compile(r"[“\"][^“”\"]+[”\"]")
_SAID = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)*) (said|says|told|added|announced|reported)\b([^.]*)")
_NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")


@dataclass(frozen=True)
class Found:
    """How much was found in one text."""

    sentences: int
    quotes: int
    statements: int
    numbers: int


def read(text: str) -> Found:
    """Read one text with four patterns."""
    patterns = (_SENTENCE, _QUOTE, _SAID, _NUMBER)
    return Found(*(len(pattern.findall(text)) for pattern in patterns))
