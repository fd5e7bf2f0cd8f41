"""The lexicon of events: words to PLOVER's root and mode, and the words that say how an act stands."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from pactwatch.language.lexicon import make_forms, read_list, word_set


class Meaning(NamedTuple):
    """PLOVER's root and mode. ``older``: the root that vocabularies before PLOVER give, where it differs."""

    root: str
    mode: str | None
    older: str


class Pattern(NamedTuple):
    """A verb's meaning: the words right behind it, and those of which its object must have one. ``names``:
    the object must be a name or people. ``operator``: what the verb does to the act behind it."""

    words: tuple[str, ...]
    objects: frozenset[str]
    names: bool
    meaning: Meaning | None
    operator: str | None


class Phrase(NamedTuple):
    """A noun's meaning: the words right before it. ``weak``: it is also common in other senses."""

    words: tuple[str, ...]
    meaning: Meaning | None
    weak: bool
    operator: str | None


class Entry(NamedTuple):
    """All that one form may mean. ``by_object``: the verb's patterns by the object's word; ``worded`` those
    that want words right behind the verb, by the first of these; ``plain`` what it means without either."""

    by_object: Mapping[str, Pattern]
    worded: Mapping[str, tuple[Pattern, ...]]
    plain: Pattern | None
    named: Pattern | None
    operator: str | None
    is_verb: bool
    nouns: tuple[Phrase, ...]
    adjective: str | None


_NO_WORDS: frozenset[str] = frozenset()
#: A last consonant behind one of them may be doubled: cancelled beside canceled.
_VOWELS = frozenset("aeiou")
_NO_EVENT = "NONE"
_KIND_VERB, _KIND_ADJECTIVE = "v", "a"


@cache
def event_table() -> dict[str, Entry]:
    """Each form with what it may mean, the most special pattern first."""
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Phrase]] = {}
    for base, pattern in _all_patterns():
        for form in _forms_of(base):
            verbs.setdefault(form, []).append(pattern)
    for phrase in _merge_phrases():
        for form in {phrase.words[-1], plural_of(phrase.words[-1])}:
            nouns.setdefault(form, []).append(phrase._replace(words=phrase.words[:-1]))
    adjectives = {word: operator for operator, word in _operators(_KIND_ADJECTIVE)}
    return {
        form: _make_entry(
            sorted(verbs.get(form, ()), key=_speciality), nouns.get(form, []), adjectives.get(form)
        )
        for form in {*verbs, *nouns, *adjectives}
    }


def _make_entry(verbs: list[Pattern], nouns: list[Phrase], adjective: str | None) -> Entry:
    by_object: dict[str, Pattern] = {}
    worded: dict[str, list[Pattern]] = {}
    single: dict[str, Pattern] = {}
    for pattern in verbs:
        if pattern.words:
            worded.setdefault(pattern.words[0], []).append(pattern)
        elif pattern.objects:
            for word in pattern.objects:
                by_object.setdefault(word, pattern)
        else:
            kind = "operator" if pattern.operator else "named" if pattern.names else "plain"
            single.setdefault(kind, pattern)
    leads = single.get("operator")
    return Entry(
        by_object,
        {word: tuple(patterns) for word, patterns in worded.items()},
        single.get("plain"),
        single.get("named"),
        leads.operator if leads else None,
        bool(verbs),
        tuple(sorted(nouns, key=lambda phrase: -len(phrase.words))),
        adjective,
    )


def _speciality(pattern: Pattern) -> tuple[int, bool, int]:
    return -len(pattern.words), not pattern.objects, len(pattern.objects)


@cache
def _forms_of(base: str) -> frozenset[str]:
    forms = set(make_forms(base).all())
    if base[-2:-1] in _VOWELS and base[-1] not in _VOWELS:
        forms |= {base + end for one in ("", base[-1]) for end in (one + "ed", one + "ing")}
    return frozenset(forms)


def _all_patterns() -> Iterator[tuple[str, Pattern]]:
    for line in read_list("events.tsv"):
        meaning, patterns = _split(line)
        for text in patterns:
            yield from _parse(text, meaning, None)
    for operator, text in _operators(_KIND_VERB):
        yield from _parse(text, None, operator)


def _split(line: str) -> tuple[Meaning | None, list[str]]:
    root, mode, patterns, *older = line.split("\t")
    named = Meaning(root, None if mode == "-" else mode, older[0] if older else root)
    meaning = named if root != _NO_EVENT else None
    return meaning, [part.strip() for part in patterns.split(",") if part.strip()]


def _parse(text: str, meaning: Meaning | None, operator: str | None) -> Iterator[tuple[str, Pattern]]:
    """One pattern of the file, for each verb that it may begin with."""
    verb, _, objects = text.partition(" + ")
    head, *behind = verb.split()
    names = "*" in behind
    words = tuple(word for word in behind if word != "*")
    wanted = (
        frozenset(form for word in objects.split("/") for form in _nouns_of(word)) if objects else _NO_WORDS
    )
    for one in _sets()[head[1:-1]] if head.startswith("{") else (head,):
        base, *rest = one.split("_")
        yield base, Pattern((*rest, *words), wanted, names, meaning, operator)


def _nouns_of(word: str) -> Iterator[str]:
    word = word.strip()
    for noun in _sets()[word[1:-1]] if word.startswith("{") else (word,):
        yield noun
        yield plural_of(noun)


@cache
def plural_of(noun: str) -> str:
    """The plural of a noun, by rule; a noun in -man has its own."""
    if noun.endswith("man") and noun != "human":
        return noun[:-3] + "men"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


@cache
def _sets() -> dict[str, tuple[str, ...]]:
    parted = (line.split(":", 1) for line in read_list("event_sets.txt"))
    return {name.strip(): tuple(words.split()) for name, words in parted}


def _all_phrases() -> Iterator[tuple[str, Meaning | None, bool, str | None]]:
    for line in read_list("event_nouns.tsv"):
        meaning, phrases = _split(line)
        for phrase in phrases:
            yield phrase.removeprefix("="), meaning, phrase.startswith("="), None
    for operator, text in _operators("n"):
        yield text, None, True, operator


def _merge_phrases() -> list[Phrase]:
    """The phrases; one that names an act and leads to one too (a threat) is one phrase that does both."""
    merged: dict[str, Phrase] = {}
    for text, meaning, weak, operator in _all_phrases():
        old = merged.get(text)
        words = tuple(text.split())
        if old is None:
            merged[text] = Phrase(words, meaning, weak, operator)
        else:
            merged[text] = Phrase(words, old.meaning or meaning, old.weak, old.operator or operator)
    return list(merged.values())


def _operators(kind: str) -> Iterator[tuple[str, str]]:
    for line in read_list("event_operators.tsv"):
        operator, what, patterns = line.split("\t")
        if what == kind:
            for text in patterns.split(","):
                yield operator, text.strip()


def verb_set(name: str) -> tuple[str, ...]:
    """The verbs of a set of the file, in their base form."""
    return _sets()[name]


@cache
def noun_set(name: str) -> frozenset[str]:
    """The nouns of a set of the file, with their plurals."""
    return frozenset(_nouns_of(f"{{{name}}}"))


@cache
def parties() -> frozenset[str]:
    """Nouns of people, bodies and forces: they may act or be acted on without a name."""
    nouns = frozenset(
        word
        for name in ("people_acting", "person_hit", "troops", "police")
        for word in _nouns_of(f"{{{name}}}")
    )
    return nouns | word_set("roles") | word_set("groups")
