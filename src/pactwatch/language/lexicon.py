"""Word lists of English, read once: closed classes, verb forms, and the lemma of a verb form.

Regular forms are made by rule from ``data/verbs.txt``; ``data/irregular.txt`` has the others.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VOWELS = "aeiou"
#: Ends of verbs of several syllables that are stressed on the last: submit, prefer, rebut.
_STRESSED_ENDS = ("mit", "fer", "cur", "pel", "trol", "ban", "beg", "gret", "bel", "but", "tol", "bid", "nap")


@cache
def read_list(name: str) -> tuple[str, ...]:
    """The lines of a data file, without comments and empty lines; the file is read once."""
    text = (files("pactwatch.language") / "data" / name).read_text("utf-8")
    return tuple(line.strip() for line in text.split("\n") if line.strip() and not line.startswith("#"))


@cache
def word_set(name: str) -> frozenset[str]:
    """A set of lower-case words: the list ``data/NAME.txt`` ("roles"), or a section of
    ``data/words.txt`` ("contents.time"). Raises KeyError where there is no such section."""
    if "." in name:
        return _sections()[name]
    return frozenset(word for line in read_list(f"{name}.txt") for word in line.split())


@cache
def _sections() -> dict[str, frozenset[str]]:
    sections: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in read_list("words.txt"):
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), set())
        else:
            current.update(line.split())
    return {name: frozenset(words) for name, words in sections.items()}


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one verb."""

    base: str
    third: str
    present_participle: str
    past: str
    participle: str

    def all(self) -> tuple[str, ...]:
        return (self.base, self.third, self.present_participle, self.past, self.participle)


@cache
def closed_tags() -> dict[str, str]:
    """Lower-case word to its closed-class tag."""
    tags: dict[str, str] = {}
    for line in read_list("closed.txt"):
        tag, *words = line.split()
        for word in words:
            tags.setdefault(word, tag)
    return tags


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    rows = (line.split() for line in read_list("irregular.txt"))
    return {base: (past, participle) for base, past, participle in rows}


def make_forms(base: str) -> Forms:
    """The forms of a verb from its base."""
    past, participle = _irregular().get(base, (_past(base),) * 2)
    return Forms(base, _third(base), _ing(base), past, participle)


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _doubles(base: str) -> bool:
    """Whether the last consonant doubles (stop, admit): one closed syllable at the end."""
    before = base[-3:-2] if base[-4:-2] != "qu" else "q"
    if len(base) < 3 or base[-1] in "wxy" + _VOWELS or base[-2] not in _VOWELS or before in _VOWELS:
        return False
    syllables = sum(1 for i, c in enumerate(base) if c in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS))
    return syllables == 1 or (base.endswith(_STRESSED_ENDS) and not base.endswith("ffer"))


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


@cache
def verb_forms() -> dict[str, tuple[str, str]]:
    """A verb form to (tag, base): V base or third person, G -ing, E past or participle;
    a small letter (v) where the form is also a common noun."""
    forms: dict[str, tuple[str, str]] = {}
    for word in [word for line in read_list("verbs.txt") for word in line.split()] + _reporting_verbs():
        base = word.rstrip(".")
        verb = make_forms(base)
        finite = "v" if word.endswith(".") else "V"
        for form, tag in (
            (verb.past, "E"),
            (verb.participle, "E"),
            (verb.present_participle, "G"),
            (verb.third, finite),
            (verb.base, finite),
        ):
            forms.setdefault(form, (tag, base))
    return forms


def _reporting_verbs() -> list[str]:
    """The verbs of ``data/cues.tsv``, so that each needs to be listed only there."""
    return [line.split("\t")[0] for line in read_list("cues.tsv")]


@cache
def _bare_participles() -> frozenset[str]:
    forms = _irregular().values()
    pasts = {past for past, _ in forms}
    return frozenset(participle for past, participle in forms if participle not in pasts)


def is_bare_participle(word: str) -> bool:
    """Whether a form is a participle and cannot be a past tense: shown, known, written."""
    return word in _bare_participles()


@cache
def _bare_pasts() -> frozenset[str]:
    forms = _irregular().values()
    participles = {participle for _, participle in forms}
    return frozenset(past for past, _ in forms if past not in participles)


def is_bare_past(word: str) -> bool:
    """Whether a form is a past tense and cannot be a participle: went, took, gave."""
    return word in _bare_pasts()


def lemma_of(word: str) -> str:
    """The base of a verb form; the word itself where it is not known as one."""
    found = verb_forms().get(word)
    return found[1] if found else word
