"""Who a speaker is: the name in a phrase, and what a pronoun or description leads to.

    Prime Minister Dessa Morrane          name "Dessa Morrane", affiliation "Prime Minister"
    Morrane                               by surname
    he                                    the last person who spoke or was named first
    An analyst                            the one analyst named further on
Nothing is guessed: what leads nowhere stays unresolved, with the candidates.
"""

import regex

from pactwatch.claims.descriptions import find_described
from pactwatch.claims.memory import GENDERS, Memory, is_person
from pactwatch.claims.people import bare, find_affiliation, is_body, joins_name, split_run
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import Range, find_main_subject
from pactwatch.language.cues import speech_forms
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Mention
from pactwatch.model.source import Span

_SINGULAR = word_set("speakers.singular")
_PLURAL = word_set("speakers.plural")
_NEUTRAL = word_set("speakers.neutral")
_RELATIVE = word_set("speakers.relative")
_WITH_GENERAL = word_set("people.bodies-with-general")
_NAMES_IN_ROW = regex.compile(r"PP+(?:,PP+)+")
_PRONOUNS = _SINGULAR | _PLURAL | _NEUTRAL | _RELATIVE


def resolve_source(sheet: Sheet, unit: Unit, source: Range, memory: Memory) -> tuple[Mention, ...]:
    """The speakers that a source phrase names or leads to, in order."""
    first, last = _strip(unit, source)
    word = unit.low(first)
    if last - first == 1 and word in ("i", "we", "you"):
        span = unit.span(first, last)
        return (Mention(span, span.of(sheet.text), None, None, "unresolved"),)
    if last - first == 1 and word in _PRONOUNS and unit.tags[first] != "P":
        return _resolve_pronoun(sheet, unit, first, memory)
    parts = split_speakers(unit, first, last)
    return tuple(_resolve_phrase(sheet, unit, begin, end, memory) for begin, end in parts)


def _strip(unit: Unit, source: Range) -> tuple[int, int]:
    first, last = source
    while last - first > 1 and unit.tags[last - 1] in ",;":
        last -= 1
    return first, last


def split_speakers(unit: Unit, first: int, last: int) -> list[tuple[int, int]]:
    """Cuts "A, the chief, and B" into its speakers where at least two are named in full."""
    if _NAMES_IN_ROW.fullmatch(unit.tags, first, last):
        return _split_names(unit, first, last)
    cuts = [place for place in range(first + 1, last - 1) if unit.low(place) in ("and", "nor")]
    for cut in cuts:
        left_end = cut - 1 if unit.tags[cut - 1] == "," else cut
        if left_end == cut and _is_within_title(unit, first, cut):
            continue
        if _has_own_name(unit, first, left_end) and _has_own_name(unit, cut + 1, last):
            return [*split_speakers(unit, first, left_end), (cut + 1, last)]
    return [(first, last)]


def _split_names(unit: Unit, first: int, last: int) -> list[tuple[int, int]]:
    """Dessa Morrane | , Ilse Varrow: bare names in a row"""
    commas = [place for place in range(first, last) if unit.tags[place] == ","]
    return list(zip([first, *(comma + 1 for comma in commas)], [*commas, last], strict=True))


def _is_within_title(unit: Unit, first: int, cut: int) -> bool:
    """X, an author | and | former minister; the academic | and | professor X: one person"""
    comma = unit.tags.rfind(",", first, cut)
    apposed = comma > first and unit.tags[comma + 1] in "DN"
    return apposed or (
        unit.tags[cut - 1] == "N" and unit.tag(cut + 1) == "N" and unit.low(cut + 1) in word_set("roles")
    )


def _has_own_name(unit: Unit, first: int, last: int) -> bool:
    return any(tag == "P" for tag in unit.tags[first:last]) and not any(
        unit.low(place) in ("between", "of") for place in range(first, last)
    )


def _resolve_pronoun(sheet: Sheet, unit: Unit, place: int, memory: Memory) -> tuple[Mention, ...]:
    span = unit.span(place, place + 1)
    word = unit.low(place)
    if word in _RELATIVE:
        found = _antecedent(sheet, unit, place, memory)
        if found is not None:
            return (_moved(found, span, found.how),)
    same = None if _tells_before(unit, place) else _subject_of_sentence(sheet, unit, place, memory)
    if same is not None and memory.genders.get(same.name, GENDERS.get(word)) != GENDERS.get(word):
        same = None
    if same is not None and word not in _PLURAL and is_person(same, memory) == (word in _SINGULAR):
        return (_moved(same, span, "pronoun"),)
    if word in _PLURAL and memory.last_several:
        return tuple(_moved(mention, span, "pronoun") for mention in memory.last_several)
    known = memory.last_person(GENDERS.get(word)) if word in _SINGULAR else memory.last_body(span.begin)
    if known is not None:
        return (_moved(known, span, "pronoun"),)
    candidates = memory.people.names
    return (Mention(span, span.of(sheet.text), None, None, "unresolved", candidates),)


def _tells_before(unit: Unit, place: int) -> bool:
    """Distribution would not go on, | it | said: the subject before is of what is said"""
    return (
        unit.low(place) in _NEUTRAL and unit.tag(place - 1) == "," and unit.low(place + 1) in speech_forms()
    )


def _subject_of_sentence(sheet: Sheet, unit: Unit, place: int, memory: Memory) -> Mention | None:
    """Whom the sentence itself names as its subject before the pronoun."""
    subject = find_main_subject(unit, place)
    if subject is None or "P" not in unit.tags[subject.first : subject.last] or subject.last > place:
        return None
    return _resolve_phrase(sheet, unit, *_strip(unit, subject), memory)


def _moved(mention: Mention, span: Span, how: str) -> Mention:
    return Mention(
        span, mention.name, mention.named_at or mention.span, mention.affiliation, how, mention.candidates
    )


def _antecedent(sheet: Sheet, unit: Unit, place: int, memory: Memory) -> Mention | None:
    last = place
    while last > 0 and unit.tags[last - 1] == ",":
        last -= 1
    opening = unit.tags.rfind(",", 0, last)
    if last < place and opening > 0 and unit.tags[opening + 1] == "D" and unit.tags[opening - 1] == "P":
        last = opening
    first = last
    while first > 0 and unit.tags[first - 1] in "DPNZ0":
        first -= 1
        if unit.tags[first] == "D":
            break
    return _resolve_phrase(sheet, unit, first, last, memory) if first < last else None


def _resolve_phrase(sheet: Sheet, unit: Unit, first: int, last: int, memory: Memory) -> Mention:
    span = unit.span(first, last)
    head_end = _head_end(unit, first, last)
    of_place = unit.tags.find("I", first, head_end)
    if of_place > first and unit.tags[of_place - 1] == "P":
        person = _person_before(unit, first, of_place, memory)
        if person is not None:
            return _by_name(sheet, unit, first, person, of_place, last, span, memory)
    run = _last_run(unit, first, head_end)
    if run is not None and _is_of_office(unit, first, split_run(unit, *run)):
        run = _named_beside(unit, head_end, last)
    if run is not None:
        name = split_run(unit, *run)
        if name < run[1] and not is_body(unit, name, run[1]):
            return _by_name(sheet, unit, first, name, run[1], last, span, memory)
    mark = unit.tags.find(",", head_end, last)
    if mark >= 0:
        inner = _last_run(unit, mark + 1, last)
        if inner is not None and inner[1] - split_run(unit, *inner) >= 2 and inner[0] == mark + 1:
            return _by_name(sheet, unit, first, split_run(unit, *inner), inner[1], last, span, memory)
    opening = _known_at_start(unit, first, head_end, memory)
    if opening is not None:
        return _by_name(sheet, unit, first, first, opening, last, span, memory)
    comma = next((place for place in range(first + 1, last) if unit.tags[place] in ",W("), last)
    return find_described(sheet, unit, first, head_end, comma, span, memory)


def _known_at_start(unit: Unit, first: int, last: int, memory: Memory) -> int | None:
    """Where the name ends that a phrase without article begins with: [Marr] hopeful on truce"""
    end = first
    while end < last and unit.tags[end] == "P":
        end += 1
    if end in (first, last):
        return None
    words = bare(" ".join(token.text for token in unit.tokens[first:end]))
    return end if unit.tags[end] == "N" and memory.people.find(words, unit.number) is not None else None


def _is_of_office(unit: Unit, first: int, name: int) -> bool:
    """The prime minister of | Calvenne, friends of | Mrs Morrane: the name is not the speaker's"""
    words = {unit.low(place) for place in range(first, name - 1)}
    of = name - 1 if unit.low(name - 1) == "of" else name - 2
    if unit.low(of) != "of" or of <= first:
        return False
    opens = of == 1 and unit.low(0).endswith("s") and unit.tags[0] == "P"
    return bool(words & word_set("roles")) or unit.tags[of - 1] == "N" or opens


def _named_beside(unit: Unit, comma: int, last: int) -> tuple[int, int] | None:
    """The prime minister of Calvenne, [Dessa Morrane]"""
    inner = _last_run(unit, comma + 1, last) if unit.tag(comma) == "," else None
    return inner if inner is not None and inner[0] == comma + 1 else None


def _person_before(unit: Unit, first: int, last: int, memory: Memory) -> int | None:
    """Where the name begins in "Prime Minister Dessa Morrane | of Calvenne", if it is a person's."""
    run = _last_run(unit, first, last)
    if run is None:
        return None
    name = split_run(unit, *run)
    words = bare(" ".join(token.text for token in unit.tokens[name : run[1]]))
    return name if words in memory.people else None


def _head_end(unit: Unit, first: int, last: int) -> int:
    """The end of the head phrase: before the first comma, relative or preposition behind a name."""
    for place in range(first + 1, last):
        if unit.tags[place] in ",W(" or (unit.low(place) == "that" and unit.tags[place] == "S"):
            return place
        if unit.tags[place] == "I" and unit.low(place) != "of":
            return place
    return last


def _last_run(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    """The run of capitals that the phrase ends in."""
    start = last
    while start > first and (unit.tags[start - 1] == "P" or joins_name(unit, start - 1)):
        start -= 1
    start -= start > first and unit.low(start) in _WITH_GENERAL and unit.low(start - 1) == "general"
    if start == last and last > first and unit.tags[last - 1] == "Z":
        start = last - 1
        while start > first and unit.tags[start - 1] == "P":
            start -= 1
    return (start, last) if start < last else None


def _by_name(
    sheet: Sheet, unit: Unit, first: int, name: int, last: int, end: int, span: Span, memory: Memory
) -> Mention:
    at = unit.span(name, last)
    words = bare(at.of(sheet.text))
    affiliation = find_affiliation(sheet, unit, first if first < name else name, name, last) or None
    full = memory.people.find(words, unit.number, unit.low(name - 1))
    if full is None and words.isupper():
        full = memory.people.find(words.title(), unit.number)
    short = memory.short_names.get(words)
    if full is None and short is not None:
        return Mention(span, short.name, short.span, affiliation, "description")
    if full is None:
        return Mention(span, words, Span(at.begin, at.begin + len(words)), affiliation)
    how = "named" if full.name == words else "surname"
    known = memory.people.affiliations(full.name)
    return Mention(span, full.name, full.at, known or affiliation, how)
