"""What may follow a reporting verb, and where the content then begins.

said | that C    said | C    said , | Q    urged | N to do    welcomed | N
expressed hope that | C      accused | N of doing      described | N as N
"""

from pactwatch.claims.contents import skip_time
from pactwatch.claims.groups import is_counted_noun
from pactwatch.claims.sheet import Unit
from pactwatch.language.cues import Cue, cue_nouns
from pactwatch.language.lexicon import word_set
from pactwatch.model.source import PassageKind


def find_frame(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    """Where the content begins and the name of the rule. ``after`` is the place behind the
    verb, ``place`` the one behind addressee and adverbials."""
    for rule in _RULES:
        found = rule(unit, cue, after, place)
        if found is not None:
            return found
    return None


def _quotation(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    tag = unit.tag(place)
    if tag in ":," and unit.tag(place + 1) == "Q" and "q" in cue.frames:
        return place + 1, "direct behind the verb"
    if tag == ":" and "q" in cue.frames and place + 1 < len(unit.tags):
        return place + 1, "behind a colon"
    if tag == "Q" and set("qc") & set(cue.frames):
        return place, "direct behind the verb"
    return _announced_quotation(unit, place) if "q" in cue.frames else None


def _announced_quotation(unit: Unit, place: int) -> tuple[int, str] | None:
    """told a news conference in the capital: | “We ...”; explained it this way: | “They ...”"""
    at = unit.tags.find("Q", place)
    if at <= place or unit.tags[at - 1] not in ":," or unit.tags[place : at - 1].strip("DPNZ0OIRCG(q)E"):
        return None
    ends = unit.tags[at + 1 :].strip(".") == "" or unit.tags[at - 1] == ":"
    return (at, "direct behind the verb") if ends and unit.low(place) != "that" else None


def _that_clause(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    if unit.tag(place) == "," and unit.low(place + 1) == "that" and "c" in cue.frames:
        return place + 2, "that-clause"
    if unit.low(place) != "that" or unit.tag(place + 1) == ".":
        return None
    if "s" in cue.frames:
        return place + 1, "that-clause"
    if "c" in cue.frames and unit.tag(place + 1) in "MA" and unit.low(place + 1) != "should":
        return place, "clause"
    if "c" in cue.frames or ("q" in cue.frames and "n" not in cue.frames and unit.tag(place + 1) not in ".,"):
        return place + 1, "that-clause"
    return None


def _answer(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    """she said | no"""
    short = unit.low(place) in ("no", "yes") or unit.tag(place) == "0"
    told = short and unit.tag(place + 1) in ".,;" and cue.base in ("say", "answer", "reply")
    return (place, "answer") if told and "q" in cue.frames else None


def _feeling(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    if "f" in cue.frames:
        return _behind_feeling(unit, place)
    return _carried_noun(unit, place) if "l" in cue.frames else None


def _carried_noun(unit: Unit, place: int) -> tuple[int, str] | None:
    """made an urgent call | for calm; issued a statement | condemning the attack"""
    noun = next((at for at in range(place, place + 5) if unit.tag(at) not in "DNGERP"), place + 5) - 1
    if noun < place or unit.low(noun) not in cue_nouns():
        return None
    behind = skip_time(unit, noun + 1)
    if unit.low(behind) == "that":
        return behind + 1, "carried noun"
    if unit.tag(behind) == "T":
        return behind, "carried noun"
    leads = unit.tag(behind) == "I" and unit.low(behind) in ("for", "of", "about", "against", "over", "to")
    return (behind + 1, "carried noun") if leads else None


def _accused(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    return _accusation(unit, place) if "o" in cue.frames else None


def _described(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    return (place, "described as") if "a" in cue.frames and _as_follows(unit, cue, place) else None


def _relative(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    """which mediators say | will focus on ..."""
    within = unit.tag(place) in "MA" and unit.tag(after - 3) == "W"
    return (place, "relative clause") if within and "c" in cue.frames else None


def _infinitive(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    if "i" not in cue.frames:
        return None
    if unit.tag(place) == "T" or unit.tags[place : place + 2] == "XT":
        return place, "to do"
    someone = unit.tag(place) in "DPNZ0O" and _infinitive_ahead(unit, place)
    return (place, "somebody to do") if someone else None


def _clause(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    if unit.tag(place) == "T" or _takes_things(unit, cue, place):
        return None
    return (place, "clause") if "c" in cue.frames and _clause_ahead(unit, place, after) else None


def _number(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    """puts | the number of wounded at 127"""
    if "p" not in cue.frames:
        return None
    ahead = range(place, min(len(unit.tags) - 1, place + 14))
    told = any(unit.low(at) == "at" and unit.tags[at + 1] in "0I" for at in ahead)
    return (place, "number put at") if told and unit.tag(place) in "DPNZO" else None


def _noun_phrase(unit: Unit, cue: Cue, after: int, place: int) -> tuple[int, str] | None:
    begins = (
        unit.tag(place) in "DPNZ0qGOR"
        or (unit.tag(place) == "W" and cue.particle)
        or (unit.tag(place) == "E" and unit.tag(place + 1) in "NPG")
    )
    begins = begins or unit.low(place) in ("having", "being")
    that = unit.low(place) == "that" and unit.tag(place + 1) in ".,"
    if _takes_things(unit, cue, place):
        return None
    return (place, "noun phrase") if "n" in cue.frames and (begins or that) else None


def _takes_things(unit: Unit, cue: Cue, place: int) -> bool:
    """must admit | 60 barges a day: a deed and no speech; not: admitted two raids"""
    number = place + (unit.tag(place) in "ZIR") + (unit.tag(place + 1) in "I")
    if cue.base not in _OF_THINGS or unit.tag(number) != "0" or unit.tag(number + 1) not in "NPEG":
        return False
    if not is_counted_noun(unit.low(number + 1)) or unit.low(number + 1) in _EVENTS:
        return False
    rest = range(number + 2, len(unit.tags))
    ends = next((at for at in rest if _is_finite(unit, at) or unit.low(at) in _SUBORDINATE), None)
    return ends is None or unit.low(ends) in _SUBORDINATE


#: In the order of trial; the first that fits gives the content.
_RULES = (
    _quotation,
    _that_clause,
    _answer,
    _feeling,
    _accused,
    _described,
    _relative,
    _infinitive,
    _clause,
    _number,
    _noun_phrase,
)


def _behind_feeling(unit: Unit, place: int) -> tuple[int, str] | None:
    """expressed cautious optimism | that, about, for"""
    for at in range(place, min(len(unit.tags), place + 6)):
        if unit.low(at) in cue_nouns() or (unit.tags[at] == "N" and unit.tag(at + 1) in "IS"):
            behind = skip_time(unit, at + 1)
            if unit.tag(behind) == "S" and unit.low(behind) == "that":
                return behind + 1, "feeling that"
            if unit.tag(behind) == "I" and unit.low(behind) in ("about", "for", "over", "of", "in"):
                return behind + 1, "feeling about"
            return place, "noun phrase"
        if unit.tags[at] in ".,;:":
            return None
    return (place, "noun phrase") if unit.tag(place) in "DNPZ" else None


def _accusation(unit: Unit, place: int) -> tuple[int, str] | None:
    """accused | Ondria of violating ..."""
    for at in range(place, min(len(unit.tags), place + 20)):
        doing = (
            unit.tag(at + 1) in "GQq"
            or unit.low(at + 1) in ("having", "being")
            or (unit.tag(at + 1) in "ND0" and unit.tags[at - 1] == "P")
        )
        if unit.low(at) == "of" and at > place and doing:
            return place, "accusation"
        if unit.tags[at] in ".;VMA":
            return None
    return None


def _as_follows(unit: Unit, cue: Cue, place: int) -> bool:
    """Whether "as" or a quotation follows the thing described, in the same clause."""
    end = place
    while end < len(unit.tags) and unit.tags[end] not in ".;:":
        if (unit.low(end) == "as" and end > place) or (unit.tags[end] in "qQ" and end > place):
            return True
        finite = unit.tags[end] in "VM" and unit.tag(end - 1) not in "WT"
        if finite or (unit.tags[end] == "E" and unit.tag(end - 1) == ","):
            return False
        names = cue.base in _NAMING and unit.low(end) in ("a", "an")
        if names and end > place and unit.tags[end - 1] in "NPO":
            return True
        if cue.base in _NAMING and end > place and _is_predicate(unit, place, end):
            return True
        end += 1
    return False


def _is_predicate(unit: Unit, place: int, end: int) -> bool:
    """called [the move] premature: an adjective that closes the clause"""
    closes = unit.tag(end + 1) in ".," and unit.tags[end] == "N" and unit.tags[end - 1] in "NO"
    return closes and end - place <= 5 and unit.low(end).endswith(tuple(word_set("frames.adjective-endings")))


def place_of_as(unit: Unit, place: int) -> int:
    """Where "as" stands behind the thing described; the place itself where it does not."""
    ahead = range(place, len(unit.tags))
    return next((at for at in ahead if unit.low(at) == "as" or unit.tags[at] in "qQ."), place)


def _infinitive_ahead(unit: Unit, place: int) -> bool:
    for at in range(place, min(len(unit.tags), place + 14)):
        if unit.tags[at] == "T":
            return True
        if unit.tags[at] in ".,;:VMAS":
            return False
    return False


_NAMING = word_set("frames.naming")
_QUESTIONS = word_set("frames.questions")
_OF_THINGS = word_set("frames.of-things")
_SUBORDINATE = word_set("frames.subordinate")
_EVENTS = word_set("figures.attacks") | word_set("allegations.nouns") | word_set("effects.toll")


def _is_finite(unit: Unit, at: int) -> bool:
    if unit.tags[at] in "MAB":
        return True
    return unit.tags[at] in "VE" and unit.tags[at - 1] in "PN0)RqO,W" and unit.low(at + 1) != "by"


def _clause_ahead(unit: Unit, place: int, after: int) -> bool:
    """Whether a clause with a finite verb begins here."""
    tag = unit.tag(place)
    if tag == "B" or (tag == "O" and unit.tag(place + 1) in "VAMERXqQ"):
        return True
    if tag == "O" and unit.tag(place + 1) in "CD" and unit.low(place) not in ("him", "them", "us", "me"):
        return _finite_ahead(unit, place, after)
    if unit.low(place) in ("because", "while", "although", "though", "once", "unless") and place == after:
        return _finite_ahead(unit, place, after)
    if tag in "SW" and unit.low(place) not in ("as", "so", "than", "until", "till", "since"):
        return place > after or unit.low(place) in _QUESTIONS
    if tag == "," and unit.tag(place + 1) in "DPNO0SZ":
        return False
    if tag == "I" and unit.low(place) == "by":
        return False
    if tag not in "DPNZ0EqGIR(" and unit.kind is not PassageKind.HEADLINE:
        return False
    return _finite_ahead(unit, place, after)


def _finite_ahead(unit: Unit, place: int, after: int) -> bool:
    """Whether a finite verb follows in this clause; a relative clause asks for a second one."""
    wanted = 1
    for at in range(place + 1, min(len(unit.tags), place + 50)):
        if at > place + 30 and wanted == 1:
            return False
        if unit.tags[at] == "W" and wanted == 1 and unit.tags[at - 1] in "PN,I" and place > after - 1:
            wanted = 2
        if _is_finite(unit, at) and unit.tags[at - 1] not in "MAX":
            wanted -= 1
        if not wanted or unit.tags[at] == "Q":
            return True
        if unit.tags[at] in ".;" or (unit.tags[at] == "S" and unit.tags[at - 1] == ","):
            return False
    return False
