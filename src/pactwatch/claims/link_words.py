"""The words by which a text speaks of the provisions of an agreement, and where they stand in it.

own        the words of the agreement file                                             1
clause     the number of the clause: article 4, point 13                               1
derived    nouns of what is owed that no other provision has: guns, dock workers       0.9
acts       for a duty to hold fire: shells, shots, raids and what else breaks it       0.85
kin        words for the same kind of thing (``data/kin.txt``), the act of its title   0.82
Longer phrases rule out shorter ones: "the ceasefire agreement" names the agreement, not its first article.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from pactwatch.claims.aliases import fold
from pactwatch.claims.keyed import Keyed
from pactwatch.language.lexicon import read_list, word_set
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import split_tokens
from pactwatch.model.agreement import Agreement, Provision, Role

#: Stands for the agreement as a whole: its names ("the Gaza ceasefire agreement") are no provision's words.
_WHOLE = ""
_OWN, _DERIVED, _ACTS, _KIN = 1.0, 0.9, 0.85, 0.82
_SHORTEST = 4
#: Words are looked up by so many letters, shorter ones by all of theirs.
_START = 4
_WORD_START = regex.compile(r"(?<!\w)\w")
_CLAUSES = regex.compile(
    r"\b(article|point|clause|paragraph|section)s (\d+[a-z]?(?:(?:, | and |, and | or | to )\d+[a-z]?)+)"
)
_NUMBER = regex.compile(r"\d+[a-z]?")
_JOINED = regex.compile(r"[\w-]")
_HOLD_FIRE = regex.compile(r"\bcease[ -]?fire\b|\bhold fire\b|\bhostilities\b|\btruce\b")
#: Inside a phrase of the file: a post on the island is a post at the island.
_PLACED = regex.compile(r"(?<= )(?:at|in|on)(?= )")
_NUMBERED = regex.compile(r"^[a-z]+ \d+[a-z]?$")


class Hit(NamedTuple):
    """A word that stands in a text, and how much it says."""

    word: str
    weight: float


@dataclass(frozen=True, slots=True)
class WordTable:
    """Folded word to the provisions and phases that it speaks of with its weight, and those it does not."""

    words: dict[str, tuple[tuple[str, float], ...]]
    excluded: dict[str, tuple[str, ...]]
    by_start: dict[str, tuple[str, ...]]
    whole: frozenset[str]
    short: tuple[int, ...] = ()


def make_word_table(agreement: Agreement) -> WordTable:
    """The words of an agreement's provisions and phases; made once for each."""
    return _make_table(Keyed(agreement))


@lru_cache(maxsize=8)
def _make_table(key: Keyed) -> WordTable:
    agreement = key.agreement
    words: dict[str, dict[str, float]] = {}
    excluded: dict[str, tuple[str, ...]] = {}
    for owner, word, weight in _list_words(agreement):
        owners = words.setdefault(_PLACED.sub("on", word), {})
        owners[owner] = max(weight, owners.get(owner, 0.0))
    for provision in agreement.provisions.values():
        for word in provision.not_words:
            settled = _PLACED.sub("on", fold(word))
            excluded[settled] = (*excluded.get(settled, ()), provision.id)
    by_start: dict[str, tuple[str, ...]] = {}
    for word in sorted({*words, *excluded}, key=lambda word: (-len(word), word)):
        by_start[word[:_START]] = (*by_start.get(word[:_START], ()), word)
    stems = {word for word, owners in words.items() if max(owners.values()) >= _OWN} | set(excluded)
    whole = frozenset(word for word in words if word not in stems or _NUMBERED.match(word))
    owned = {word: tuple(owners.items()) for word, owners in words.items()}
    short = tuple(sorted({len(key) for key in by_start if len(key) < _START}, reverse=True))
    return WordTable(owned, excluded, by_start, whole, short)


def _list_words(agreement: Agreement) -> Iterator[tuple[str, str, float]]:
    for provision in agreement.provisions.values():
        yield from ((provision.id, fold(word), _OWN) for word in provision.words)
        clause = fold(provision.clause or "")
        if _NUMBERED.match(clause):
            yield provision.id, clause, _OWN
        if provision.duty is not None and _HOLD_FIRE.search(fold(provision.duty.do)):
            yield from ((provision.id, word, _ACTS) for word in sorted(word_set("linker.fire")))
    for phase in agreement.phases.values():
        yield from ((phase.id, fold(word), _OWN) for word in phase.words)
    yield from ((_WHOLE, fold(word), _OWN) for word in agreement.words)
    yield from ((_WHOLE, name, _OWN) for name in _find_names(agreement))
    yield from ((owner, form, _DERIVED) for owner, word in _derive(agreement) for form in (word, f"{word}s"))
    yield from ((owner, word, _DERIVED) for owner, word in _find_bodies(agreement))
    yield from ((owner, word, _KIN) for owner, word in _find_title_acts(agreement))
    yield from ((owner, form, _KIN) for owner, word in _find_kin(agreement) for form in (word, f"{word}s"))


def _derive(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """Nouns of what is owed that the file does not list."""
    for owner, nouns in _owed_alone(agreement).items():
        listed = {fold(word) for word in agreement.provisions[owner].words}
        yield from ((owner, noun) for noun in sorted(nouns) if not {noun, f"{noun}s"} & listed)


def _owed_alone(agreement: Agreement) -> dict[str, frozenset[str]]:
    """Provision to the nouns of what it owes that no other owes or speaks of, and that name nobody."""
    nouns = {provision.id: _nouns_of(provision) for provision in agreement.provisions.values()}
    counts = Counter(noun for own in nouns.values() for noun in own)
    spoken = {
        p.id: {token for word in p.words for token in fold(word).split()}
        for p in agreement.provisions.values()
    }
    named = _name_words(agreement)
    alone: dict[str, frozenset[str]] = {}
    for owner, own in nouns.items():
        others = {token for other, tokens in spoken.items() if other != owner for token in tokens}
        alone[owner] = frozenset(
            noun for noun in own - named if counts[noun] == 1 and not {noun, f"{noun}s"} & others
        )
    return alone


def _find_title_acts(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """The noun of an act in a title that no other title has: the withdrawal is that of the garrison."""
    acts = {word for line in read_list("acts.txt") for word in line.split()}
    titles = {
        p.id: {word for word in fold(p.title).split() if word in acts} for p in agreement.provisions.values()
    }
    counts = Counter(word for own in titles.values() for word in own)
    yield from ((owner, word) for owner, own in titles.items() for word in sorted(own) if counts[word] == 1)


def _name_words(agreement: Agreement) -> frozenset[str]:
    names = [name for actor in agreement.actors.values() for name in (actor.name, *actor.aliases)]
    return frozenset(
        word for name in (agreement.title, *agreement.words, *names) for word in fold(name).split()
    )


def _find_bodies(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """The other names of a body that a provision's words name: the monitors are the mission."""
    for provision in agreement.provisions.values():
        own = {fold(word) for word in provision.words}
        for actor in agreement.actors.values():
            names = {fold(name).removeprefix("the ") for name in (actor.name, *actor.aliases)}
            if names & own:
                yield from ((provision.id, name) for name in sorted(names - own) if len(name) >= _SHORTEST)


def _find_names(agreement: Agreement) -> Iterator[str]:
    """Names of others that hold a word of a provision and mean it not: the Bargemen's Federation"""
    words = {fold(word) for provision in agreement.provisions.values() for word in provision.words}
    for actor in agreement.actors_in(Role.OTHER):
        for name in (fold(one).removeprefix("the ") for one in (actor.name, *actor.aliases)):
            if name not in words and any(word in name for word in words):
                yield name


def _find_kin(agreement: Agreement) -> Iterator[tuple[str, str]]:
    """The words of the groups that hold what a provision owes, where no other owes of that group."""
    groups = [frozenset(line.split()) for line in read_list("kin.txt")]
    owed = _owed_alone(agreement)
    for group in groups:
        owners = [owner for owner, nouns in owed.items() if nouns & group]
        if len(owners) == 1:
            yield from ((owners[0], word) for word in sorted(group - owed[owners[0]]))


def _nouns_of(provision: Provision) -> frozenset[str]:
    return frozenset(_find_nouns((provision.duty.of or "") if provision.duty else ""))


def _find_nouns(phrase: str) -> Iterator[str]:
    tokens = list(split_tokens(phrase, 0, len(phrase)))
    common = word_set("linker.common")
    for token, tag in zip(tokens, tag_tokens(tokens), strict=True):
        noun = fold(token.text)
        noun = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
        if tag == "N" and len(noun) >= _SHORTEST - 1 and noun not in common and f"{noun}s" not in common:
            yield noun


def find_hits(text: str, table: WordTable) -> dict[str, list[Hit]]:
    """Provision or phase to its words in a text, without those that a longer phrase rules out."""
    hits: dict[str, list[Hit]] = {}
    ruled_out: set[str] = set()
    for word in _find_words(_spell_out(_PLACED.sub("on", fold(text))), table):
        ruled_out.update(table.excluded.get(word, ()))
        for owner, weight in table.words.get(word, ()):
            if all(hit.word != word for hit in hits.setdefault(owner, [])):
                hits[owner].append(Hit(word, weight))
    ruled_out.add(_WHOLE)
    return {owner: found for owner, found in hits.items() if owner not in ruled_out}


def _spell_out(text: str) -> str:
    """articles 7 and 8: article 7 and article 8"""
    return _CLAUSES.sub(lambda found: _NUMBER.sub(rf"{found[1]} \g<0>", found[2]), text)


def _find_words(text: str, table: WordTable) -> Iterator[str]:
    """The words of a table in a folded text, the longest at each place and none inside another.

    The words of the file are stems; a number and a derived noun end where they end: article 1 is not
    article 10, and a bridge-building school is no bridge."""
    last = 0
    for start in _WORD_START.finditer(text):
        at = start.start()
        if at < last:
            continue
        for word in _candidates(text, at, table):
            end = at + len(word)
            if text.startswith(word, at) and not (word in table.whole and _JOINED.match(text, end)):
                last = end
                yield word
                break


def _candidates(text: str, at: int, table: WordTable) -> tuple[str, ...]:
    """The words that may stand at a place, the longest first."""
    found = table.by_start.get(text[at : at + _START], ())
    for length in table.short:
        found = (*found, *table.by_start.get(text[at : at + length], ()))
    return found
