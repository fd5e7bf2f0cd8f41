"""The words by which documents are compared: folded, without endings, names and the opening counted more.

    "The cease-fire in Türkiye was violated"   ->   ceasefire 1, turkiye 3, violat 1

Endings are cut by a short rule and not by grammar: "violated" and "violations" need not meet, and
"violating" and "violated" do.
"""

from collections import Counter
from functools import lru_cache

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.stories.folding import fold_letters

_WORD = regex.compile(r"\p{L}[\p{L}'’-]+|\d[\d,.]*\d|\d")
_COMMON = word_set("stories.common")
_ENDINGS = ("ing", "edly", "ed", "es", "s")
_SHORTEST = 3
#: Most words of a text have just been met in others.
_REMEMBERED = 1 << 16
#: How much more a capitalised word says than another: who and where tell occurrences apart.
NAME = 3.0
#: A word of the opening counts once more; the opening is as many characters long.
OPENING = 400


def count_terms(text: str) -> Counter[str]:
    """How often each term stands in a text, weighted."""
    counts: Counter[str] = Counter()
    for match in _WORD.finditer(text):
        term = make_term(match.group())
        if len(term) > 1 and term not in _COMMON:
            weight = NAME if match.group()[0].isupper() else 1.0
            counts[term] += weight + (match.start() < OPENING)  # type: ignore[assignment]
    return counts


@lru_cache(maxsize=_REMEMBERED)
def make_term(word: str) -> str:
    """A word without case, accents, hyphens, possessive and ending."""
    bare = fold_letters(word)
    ending = next((end for end in _ENDINGS if bare.endswith(end) and len(bare) - len(end) >= _SHORTEST), "")
    return bare.removesuffix(ending)
