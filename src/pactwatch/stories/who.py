"""Who a voice is, as far as reports can be compared by it: a person, a side, or nobody in particular.

Foreign Minister Dessa Morrane   the person Dessa Morrane
Morrane, D. Morrane              may be the same person
officials, he, the statement     nobody whom another report's speaker could contradict
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.stories.folding import fold_letters
from pactwatch.stories.reports import Voice

#: Surnames as alike as this are spellings of one name.
ONE_NAME = 0.8
#: How a text has to name a person for a comparison; a pronoun leads to the wrong one too often.
_NAMED = ("named", "surname")

_OF_SOMEBODY = regex.compile(r"(?:\S+ )*(\p{Lu}\S+)'s (\p{Ll}+)")
_PREPOSITION = regex.compile(r"\s(?:of|from|with|in|at|on|for|by|to|against|who|that)\s|,")


def find_person(voice: Voice) -> tuple[str, ...]:
    """The words of a person's full name without title and office; empty where a voice is no such person."""
    if voice.person is not None and voice.person != voice.name:
        return tuple(voice.person.split())
    words = voice.name.split()
    roles = [at for at, word in enumerate(words) if word.lower() in word_set("roles")]
    name = words[roles[-1] + 1 :] if roles else words
    return tuple(name) if len(name) > 1 and all(_is_name(word) for word in name) else ()


def _is_name(word: str) -> bool:
    low = word.lower().strip(".’'")
    is_body = low in word_set("groups") or low in word_set("people.not-in-names")
    capital = word[:1].isupper() or low in word_set("who.particles") or low.startswith(("al-", "el-"))
    return capital and not is_body and not any(sign.isdigit() for sign in word)


def is_speaker(voice: Voice) -> bool:
    """Whether a voice is somebody who can say something: a name, a side, people or a body by their office."""
    words = _PREPOSITION.split(voice.name)[0].replace("’", "'").split()
    if not words or "between" in words or words[0].lower() in word_set("who.nobody"):
        return False
    if find_person(voice):
        return True
    head = words[-1].lower().removesuffix("'s")
    if head in word_set("who.not-speaking") or voice.name == "Report":
        return False
    if voice.side is not None and words[-1][:1].isupper():
        return True
    known = word_set("roles") | word_set("groups") | word_set("who.speaking")
    return head in known or head in word_set("attributions.documents") or words[-1] != words[-1].lower()


def is_document(voice: Voice) -> bool:
    """Whether a voice is a document, which has words of its own beside those of its author."""
    words = _PREPOSITION.split(voice.name)[0].lower().split()
    documents = word_set("attributions.documents") | word_set("who.documents")
    return bool(words) and words[-1] in documents


def is_labelled(voice: Voice) -> bool:
    """Whether what stands before a colon names a speaker: a person or a side, and not "Heroic:"."""
    return bool(find_person(voice)) or voice.side is not None or voice.how == "surname"


def are_others(one: Sequence[Voice], other: Sequence[Voice]) -> bool:
    """Whether two lists of speakers surely name different ones. A person and the side that the person
    speaks for are told apart; an institution and the person who speaks for it are not."""
    if len(one) == len(other) == 1 and (_serves(one[0], other[0]) or _serves(other[0], one[0])):
        return True
    if not all(_is_known(voice) for voice in (*one, *other)) or not one or not other:
        return False
    return not any(_may_be_one(a, b) for a in one for b in other)


def _serves(one: Voice, other: Voice) -> bool:
    """Whether one voice is described by the other's name: Dahl's deputy, and Dahl."""
    found = _OF_SOMEBODY.fullmatch(one.name.replace("’", "'"))
    return found is not None and found[2] in word_set("roles") and found[1] in find_person(other)


def _is_known(voice: Voice) -> bool:
    if find_person(voice):
        return voice.how in _NAMED
    if voice.side is None or not is_speaker(voice):
        return False
    head = voice.name.split()[-1].lower()
    is_one = head in word_set("roles") and not head.endswith("s")
    return not is_one and not _is_institution(voice)


def _is_institution(voice: Voice) -> bool:
    words = {word.lower().removesuffix("'s") for word in voice.name.replace("’", "'").split()}
    return bool(words & (word_set("groups") | word_set("who.institutions")) - word_set("who.parties"))


def _may_be_one(one: Voice, other: Voice) -> bool:
    mine, theirs = find_person(one), find_person(other)
    if mine and theirs:
        return is_one_name(mine, theirs)
    if mine or theirs:
        return one.side != other.side and None in (one.side, other.side)
    return one.side == other.side


def is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be one person's: one surname, however it is spelt, or one holds the other's."""
    mine, theirs = [[fold_letters(word) for word in name] for name in (one, other)]
    return mine[-1] in theirs or theirs[-1] in mine or is_one_spelling(mine[-1], theirs[-1])


def is_one_spelling(one: str, other: str) -> bool:
    """Whether two surnames may be spellings of one."""
    return SequenceMatcher(None, one, other).ratio() >= ONE_NAME
