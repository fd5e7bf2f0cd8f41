"""One letter per token: a shallow word class, enough to find subjects and clause ends.

    D determiner   O pronoun      I preposition  C coordinator  S subordinator  W wh-word
    A auxiliary    M modal        T to           X negation     R adverb        B it's, we've
    V finite verb  G -ing form    E past form    P proper name  N noun or other 0 number
    Z possessive   and for marks: , ; : - . q (quotation mark) ( )
A sentence thus becomes a string, and patterns over it are ordinary regular expressions.
"""

from collections.abc import Sequence
from functools import cache

import regex

from pactwatch.language.lexicon import closed_tags, is_bare_past, verb_forms, word_set
from pactwatch.language.noun_verbs import ends_plural, settle_noun_verb
from pactwatch.language.numbers import is_number_word
from pactwatch.language.tokens import Token

_MARKS = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "…": ".", "...": ".",
    "(": "(", "[": "(", ")": ")", "]": ")", "–": "-", "—": "-", "―": "-", "--": "-", "-": "-",
    "“": "q", "”": "q", '"': "q", "‘": "q", "’": "q", "'": "q", "«": "q", "»": "q", "``": "q", "''": "q",
    "%": "N", "&": "C", ">": "-", "|": "-", "*": "-", "•": "-", "#": "-",
}  # fmt: skip
_NAME_SMALL = word_set("tagging.name-small")
_BEFORE_TO = word_set("tagging.adjectives-with-to")
_NOUNS_IN_LY = word_set("tagging.nouns-in-ly")
#: Things called by a number: two 747s; not "the 1990s".
_MODELS = regex.compile(r"\d{3}s")
_ARTICLES = frozenset("the a an its his her their our my your".split())


def tag_tokens(tokens: Sequence[Token], shouted: bool = False) -> str:
    """The tags of a sentence's tokens, one letter each. ``shouted``: the text is in capitals
    throughout, so that a capital says nothing."""
    closed, verbs = closed_tags(), verb_forms()
    tags: list[str] = []
    for place, token in enumerate(tokens):
        tags.append(_tag(token, place == 0 or tags[-1] in "q:", shouted, closed, verbs))
    if not shouted and _is_title(tokens, closed):
        _find_title_verb(tokens, tags, verbs)
    _settle_verbs(tokens, tags)
    return "".join(tags)


def _is_title(tokens: Sequence[Token], closed: dict[str, str]) -> bool:
    """Whether a line Is Printed Like This, so that a capital does not tell a name."""
    if len(tokens) < 4:
        return False
    words = [token.text for token in tokens if token.text[0].isalpha() and token.low not in closed]
    return len(words) > 1 and all(word[0].isupper() for word in words if len(word) > 3)


def _find_title_verb(tokens: Sequence[Token], tags: list[str], verbs: dict[str, tuple[str, str]]) -> None:
    """The first word that may be a title's verb: Minister | Says | Locks Will Open"""
    for place in range(1, len(tokens)):
        low = tokens[place].low
        if tags[place] in "VM.:":
            return
        plural = not low.endswith("s") and ends_plural(tokens[place - 1].low)
        fits = low.endswith(("s", "ed")) or plural or low in ("said", "told")
        if tags[place] == "P" and tags[place - 1] in "PN" and low in verbs and fits:
            tags[place] = "V" if verbs[low][0] == "v" else verbs[low][0]
            return


def _tag(
    token: Token, first: bool, shouted: bool, closed: dict[str, str], verbs: dict[str, tuple[str, str]]
) -> str:
    text, low = token.text, token.low
    mark = _MARKS.get(text)
    if mark is not None:
        return mark
    capital = (text[0].isupper() or text[1:2].isupper()) and not shouted
    if capital and (odd := _tag_odd_capital(text, low, first, verbs)):
        return odd
    if low in closed and not (capital and not first and closed[low] in "INRS" and len(low) > 3):
        return "P" if text == "US" else closed[low]
    if text[0].isdigit() or text[0] in "$£€" or is_number_word(low):
        return "N" if _MODELS.fullmatch(low) else "0"
    if low.endswith(("'s", "s'")) and len(low) > 2:
        return "Z"
    if capital and not first:
        return "P"
    found = verbs.get(low)
    if found is not None:
        return found[0]
    if capital and (low in _common_nouns() or (low.endswith("ly") and len(low) > 4)):
        return _tag_by_ending(low)
    if capital or _is_name_with_article(text):
        return "P"
    return _tag_by_ending(low)


def _tag_odd_capital(text: str, low: str, first: bool, verbs: dict[str, tuple[str, str]]) -> str:
    """12 May is no modal, the WHO no pronoun; REFUSED in a line of small letters is a verb. Empty for
    other capitals."""
    if text == "WHO" or (text == "May" and not first):
        return "P"
    if first:
        return ""
    return verbs[low][0] if text.isupper() and len(text) > 3 and low in verbs else ""


@cache
def _common_nouns() -> frozenset[str]:
    """Nouns that begin a sentence with a capital and are no names: officials, troops."""
    sets = ("roles", "groups", "counted", "occasions", "attributions.documents")
    nouns = frozenset[str]().union(*(word_set(name) for name in sets))
    return nouns | {noun + "s" for noun in nouns}


def _is_name_with_article(text: str) -> bool:
    """al-Hayya, el-Sisi: a small article joined to a name."""
    article, hyphen, rest = text.partition("-")
    return bool(hyphen) and article in _NAME_SMALL and rest[:1].isupper()


def _tag_by_ending(low: str) -> str:
    if low.endswith("ly") and len(low) > 4 and low not in _NOUNS_IN_LY:
        return "R"
    if low.endswith("ing") and len(low) > 5:
        return "G"
    if low.endswith("ed") and len(low) > 4:
        return "E"
    return "N"


def _settle_verbs(tokens: Sequence[Token], tags: list[str]) -> None:
    """Decides the forms that may be noun or verb by their neighbours."""
    last = len(tags) - 1
    for place, tag in enumerate(tags):
        before = tags[place - 1] if place else "."
        if before == "P" and place < last and tags[place + 1] == "P" and tokens[place].text in _NAME_SMALL:
            tags[place] = "P"
        elif (
            tag == "O"
            and tokens[place].low == "there"
            and (place == last or before in "NP" or tags[place + 1] not in "AMVv")
        ):
            tags[place] = "R"
        elif before == "N" and _is_well(tokens, tags, place):
            tags[place] = "N"
        elif place < last and _binds_as_preposition(tokens, tags, place):
            tags[place] = "I"
        elif tag == "v":
            tags[place] = settle_noun_verb(tokens, tags, place)
        elif not is_bare_past(tokens[place].low) and _is_noun_here(
            tag, before, tags[place + 1] if place < last else ".", tokens[place - 1].low
        ):
            tags[place] = "N"


def _is_well(tokens: Sequence[Token], tags: Sequence[str], place: int) -> bool:
    """three oil | well | heads"""
    return tokens[place].low == "well" and place + 1 < len(tags) and tags[place + 1] in "Nv"


def _binds_as_preposition(tokens: Sequence[Token], tags: Sequence[str], place: int) -> bool:
    """to | the talks; close | to"""
    if tags[place] == "T":
        plural = tags[place + 1] == "N" and ends_plural(tokens[place + 1].low)
        return (plural or tags[place + 1] in "DPZ0") and tokens[place].text == "to"
    return tokens[place].low in _BEFORE_TO and tokens[place + 1].low == "to"


def _is_noun_here(tag: str, before: str, after: str, word_before: str) -> bool:
    """Whether a verb form stands as noun or adjective behind a determiner or number."""
    if tag == "G":
        return before in "DZ0"
    if tag == "E":
        return before in "DZ0" and after in "NPvG"
    if tag == "V" and before == "Z":
        return True
    return tag == "V" and before == "D" and (after in "NIv.," or word_before in _ARTICLES)
