"""When a claim is what the gold says: the rules of equality, shared by every score.

speaker   equal after normalising; or the same last name where one adds a title or a first name;
          or the same head noun of a description where one only says more of it ("Israeli" is
          "Israel's"); several speakers match one to one. A pronoun never matches: it has to be resolved.
quote     the quoted stretches of one statement, alone or a run of them joined, equal the gold
          text without the quotation marks and the punctuation at its ends.
content   shared words, counted: 2 x shared / (words of one + words of the other).
figure    the same place in the text; value, hedge, speaker, thing counted, window each apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from annotated import GoldFigure, GoldStatement
from pactwatch.model.claim import Claim, Figure, Form, Statement, Window
from pactwatch.model.source import Span

OVERLAP = 0.8
_MARKS = " \n\t\r\"“”'‘’«»„‟,.:;"
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\n": " ", "\u00a0": " "})
_WORD = re.compile(r"\w[\w'’.-]*")
_NO_CONTENT = frozenset(["the", "a", "an", "of", "in", "for", "and", "to", "its", "their", "his", "her"])
_GENERIC = frozenset(["leadership", "group", "movement", "government", "authorities"])
_OF_A_COUNTRY = frozenset(["", "i", "n", "an", "ian", "ese", "ish"])
_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "i", "we", "you", "which", "that", "this"])


# Speakers


def equal_speakers(gold: Sequence[str], found: Sequence[str]) -> bool:
    """Whether the same people and bodies speak: as many, each matched once."""
    if len(gold) != len(found):
        return False
    left = list(found)
    for name in gold:
        match = next((other for other in left if equal_speaker(name, other)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def equal_speaker(gold: str, found: str) -> bool:
    """Whether two names are of one speaker (rules at the head of this file)."""
    one = _name_words(gold)
    other = _with_roots_of(one, _name_words(found))
    if not one or not other or (len(other) == 1 and other[0] in _PRONOUNS):
        return False
    if one == other or _without_generic(one) == _without_generic(other):
        return True
    if one[-1] == other[-1] and _is_proper(gold) and _is_proper(found):
        return set(one) <= set(other) or set(other) <= set(one)
    return _same_description(one, other)


def _same_description(one: list[str], other: list[str]) -> bool:
    smaller, larger = sorted((set(one), set(other)), key=len)
    return smaller <= larger and (len(smaller) >= 2 and len(smaller) * 2 >= len(larger))


def _name_words(name: str) -> list[str]:
    plain = name.translate(_STRAIGHT).casefold()
    words = [_bare(word) for word in _WORD.findall(plain)]
    return [word for word in words if word and word not in _NO_CONTENT]


def _bare(word: str) -> str:
    """Without possessive and Arabic article: "al-Tamin's" is Tamin."""
    return re.sub(r"^(?:al|el)-(?=\w)", "", re.sub(r"'s?$", "", word).strip(".-"))


def _with_roots_of(one: list[str], other: list[str]) -> list[str]:
    """The other name with the words of the one where both have a root: "Israeli" and "Israel's"."""
    return [next((mine for mine in one if _share_root(mine, word)), word) for word in other]


def _share_root(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and longer.startswith(shorter) and longer[len(shorter) :] in _OF_A_COUNTRY


def _without_generic(words: list[str]) -> list[str]:
    return [word for word in words if word not in _GENERIC] or words


def _is_proper(name: str) -> bool:
    words = _WORD.findall(name)
    return bool(words) and words[-1] != words[-1].lower()


# Words


def plain(text: str) -> str:
    """Words without quotation marks at the ends, straight marks, single spaces."""
    return " ".join(text.translate(_STRAIGHT).split()).strip(_MARKS)


def overlap(one: str, other: str) -> float:
    """Shared words of two texts, from 0 to 1."""
    first, second = (Counter(_WORD.findall(plain(text).casefold())) for text in (one, other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


# Statements


def quoted_texts(statement: Statement, text: str) -> list[str]:
    """Each quoted stretch of a statement, in reading order."""
    spans = statement.quotes or (statement.content if statement.form is Form.DIRECT else ())
    return [plain(span.of(text)) for span in spans]


def holds_quote(statement: Statement, text: str, gold: GoldStatement) -> bool:
    """Whether the gold quote is a run of the statement's quoted stretches."""
    pieces = quoted_texts(statement, text)
    wanted = _letters(gold.text)
    runs = (pieces[i:j] for i in range(len(pieces)) for j in range(i + 1, len(pieces) + 1))
    return any(_letters(" ".join(run)) == wanted for run in runs)


def _letters(text: str) -> str:
    return " ".join(_WORD.findall(plain(text)))


def content_text(statement: Statement, text: str) -> str:
    """What is said, joined in reading order."""
    return " ".join(span.of(text) for span in statement.content)


def names_of(claim: Claim) -> list[str]:
    """Who says it, by canonical name; unresolved speakers by the words printed."""
    return [mention.name for mention in claim.speakers]


# Figures


def equal_value(gold: GoldFigure, low: Decimal | None, high: Decimal | None, approx: Decimal | None) -> bool:
    """Whether the bounds and the middle are the gold's; nothing is rounded."""
    return (gold.low, gold.high, gold.approx) == (low, high, approx)


def equal_counted(gold: GoldFigure, figure: Figure) -> bool:
    """Whether the head noun counted is among the gold's words for it."""
    head = stem(_WORD.findall(figure.counted.casefold())[-1]) if _WORD.search(figure.counted) else ""
    return head in {stem(word) for words in gold.counted for word in _WORD.findall(words.casefold())}


def equal_window(gold: GoldFigure, window: Window | None) -> bool:
    """Whether the window starts when the gold says; a start without a day has to be anchored."""
    if gold.since is None:
        return window is None or window.since is None
    if window is None:
        return False
    if window.since is None:
        return window.anchored and bool(window.words)
    return _starts(window.since.first, gold.since)


def _starts(first: date, since: str) -> bool:
    return first.isoformat().startswith(since)


_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "bodies": "body"}


def stem(word: str) -> str:
    """A noun without its plural ending: breaches, breach; lorries, lorry; people, person."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def find_all(text: str, words: str) -> list[Span]:
    """Every place where the words stand."""
    return [Span(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]


def find_lines(text: str, line: str) -> list[Span]:
    """Every whole line that holds these words and nothing else."""
    pattern = rf"^[ \t]*{re.escape(line.strip())}[ \t]*\r?$"
    return [Span(match.start(), match.end()) for match in re.finditer(pattern, text, re.MULTILINE)]
