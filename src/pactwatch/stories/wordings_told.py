"""One utterance in quotation marks whose words are not the same in all reports.

utterances --> wordings word by word --> what is changed, put in or left out between words that all have

A report that quotes less at either end has changed nothing; nor has one that writes "we have" for "we've",
spells in another way, or marks what it left out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

import regex

from pactwatch.language.lexicon import read_list
from pactwatch.model.claim import Form
from pactwatch.stories.differences import Difference, Differs
from pactwatch.stories.folding import fold_word
from pactwatch.stories.speakers_told import make_unit_side, strip_marks, take_first
from pactwatch.stories.utterances import Unit, Utterance
from pactwatch.stories.variants import Segment, align_wordings
from pactwatch.stories.who import is_document

#: Wordings share at least so many words, and this share of what the longest has between the first and the
#: last of them.
FEWEST, SHARED = 4, 0.5

#: Ends of contractions that a text prints as words: it’ s
_ENDINGS = frozenset("s re ve ll d m t".split())
_PARTED = regex.compile(r"(?<=\p{L})' (?=(?:s|t|re|ve|ll|d|m)\b)")
_WORD = regex.compile(r"[\p{L}\p{N}](?:[\p{L}\p{N}'’.,-]*[\p{L}\p{N}])?|%")
_DIPHTHONG = regex.compile(r"ae|oe")
_EDITED = regex.compile(r"\[[^\]]*\]|\([^)]*\)|\.\s?\.\s?\.|…")


def find_wording_differences(utterances: Sequence[Utterance]) -> Iterable[Difference]:
    """Words changed, put in or left out inside the quotation marks of one utterance."""
    for utterance in utterances:
        direct = take_first([unit for unit in utterance.units if unit.form is Form.DIRECT])
        found = next((own for own in _choose(direct) if find_changes(own)), ())
        if found:
            shown = "; ".join(_show(change) for change in find_changes(found))
            sides = tuple(
                replace(make_unit_side(unit), value=words)
                for unit, words in zip(found, trim_ends([strip_marks(unit) for unit in found]), strict=True)
            )
            what = f"inside the quotation marks: {shown}"
            yield Difference(Differs.WORDING, strip_marks(found[0]), what, sides, utterance.score)


def _choose(units: Sequence[Unit]) -> Iterable[Sequence[Unit]]:
    """All wordings together, then two by two; a document and a person are two texts, however alike."""
    groups = (units, *combinations(units, 2)) if len(units) > 1 else ()
    return [own for own in groups if len({_is_of_document(unit) for unit in own}) == 1]


def _is_of_document(unit: Unit) -> bool:
    return any(is_document(voice) for voice in unit.voices)


def find_changes(units: Sequence[Unit]) -> list[Segment]:
    """What differs between the first and the last word that all wordings have."""
    segments = align_wordings([strip_marks(unit) for unit in units])
    shared = [number for number, one in enumerate(segments) if one.common]
    common = sum(len(one.common.split()) for one in segments)
    if not shared or common < FEWEST:
        return []
    longest = max(len(words.split()) for words in trim_ends([strip_marks(unit) for unit in units]))
    if common < SHARED * longest:
        return []
    changed = _find_changed([_fold(strip_marks(unit)) for unit in units])
    inside = [one for one in segments[shared[0] : shared[-1]] if not one.common and differ_in_words(one)]
    return [one for one in inside if any(changed & set(_fold(own)) for own in one.own)]


def _find_changed(wordings: Sequence[Sequence[str]]) -> set[str]:
    """The folded words in which some wordings differ between their first and last common word: a
    contraction that is cut between two words of the print is no change."""
    changed: set[str] = set()
    for one, other in combinations(wordings, 2):
        steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        equal = [number for number, step in enumerate(steps) if step[0] == "equal"]
        for _, a, b, c, d in steps[equal[0] : equal[-1]] if equal else ():
            changed |= set(one[a:b]) ^ set(other[c:d])
    return changed


def trim_ends(wordings: Sequence[str]) -> list[str]:
    """Each wording from the first to the last word that all have."""
    segments = align_wordings(wordings)
    first, last = segments[0], segments[-1]
    trimmed = []
    for number, words in enumerate(wordings):
        before = 0 if first.common else len(first.own[number].split())
        behind = 0 if last.common else len(last.own[number].split())
        own = words.split()
        trimmed.append(" ".join(own[before : len(own) - behind]))
    return trimmed


def differ_in_words(segment: Segment) -> bool:
    """Whether the wordings differ in more than marks, capitals, spelling, hyphens and contractions, and in
    more than words whose omission is marked."""
    marked = any(own.strip() and not _fold(own) and _EDITED.search(own) for own in segment.own)
    return not marked and len({"".join(_fold(own)) for own in segment.own}) > 1


def _fold(words: str) -> tuple[str, ...]:
    bare = _EDITED.sub(" ", _PARTED.sub("'", words.replace("’", "'"))).casefold()
    if not set(bare.split()) - _ENDINGS:
        return ()
    folded = (_contractions().get(word.group(), word.group()) for word in _WORD.finditer(bare))
    return tuple(_DIPHTHONG.sub("e", fold_word(word)) for own in folded for word in own.split())


@cache
def _contractions() -> dict[str, str]:
    return dict(line.split("\t") for line in read_list("contractions.tsv"))


def _show(change: Segment) -> str:
    own = [f"“{words.strip(' ,;:—–-')}”" if words.strip(" ,;:—–-") else "nothing" for words in change.own]
    return " or ".join(dict.fromkeys(own))
