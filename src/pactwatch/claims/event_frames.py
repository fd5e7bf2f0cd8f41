"""Who does what to whom: the acts of a unit, each from its word, what leads to it, and its phrases.

[Ondria] agreed to withdraw [its troops]     [the captives] were freed by [Calvenne]
[Calvenne]'s attack on [Pell]                [Ondria] carried out an attack on [Pell]
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pactwatch.claims.event_chains import Link, find_link
from pactwatch.claims.event_hits import Hit, find_hits, object_of
from pactwatch.claims.event_modes import OPERATORS, Act, intend, negate
from pactwatch.claims.event_phrases import find_phrase, is_party, iterate_phrases, subject_before
from pactwatch.claims.event_words import parties
from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, clause_start, find_main_subject
from pactwatch.claims.verb_groups import start_of_verb
from pactwatch.language.cues import cue_forms

_AGAINST = (
    "against",
    "on",
    "upon",
    "with",
    "to",
    "at",
    "from",
    "into",
    "of",
    "for",
    "over",
    "between",
    "in",
    "near",
)
_FUTURE = frozenset(("will", "shall", "won't", "'ll", "she'll", "he'll", "it'll", "they'll", "we'll", "i'll"))
_POSSIBLE = frozenset(("could", "may", "might", "can", "couldn't"))
_OBLIGED = frozenset(("must", "should", "ought", "mustn't", "shouldn't"))
_NEEDS = frozenset(("needs", "need", "has", "have"))
_DEMANDING = _OBLIGED | _NEEDS
_NEGATING = frozenset(("not", "never", "neither", "nor", "hardly", "cannot"))
_SUPPOSING = frozenset(("if", "unless", "whether", "lest"))
#: What asks where somebody is to do it: wants Calvenne to leave, ordered him to leave.
_ASKING = ("vow", "promise", "declare")
_AWAITING = frozenset(("once", "until", "till", "before", "provided", "assuming"))
_NOBODY = frozenset(("no", "not", "none", "nobody", "neither"))


@dataclass(frozen=True, slots=True)
class Found:
    """An act of a unit. ``place`` is that of its word, ``trigger`` the words from what leads to it on;
    ``leaders`` the operators around it, outermost first; ``purpose``: only what something is done for;
    ``aside``: told in a relative clause."""

    act: Act
    place: int
    trigger: Range
    actor: Range | None
    recipient: Range | None
    scope: Range
    leaders: tuple[str, ...]
    kind: str
    purpose: bool
    participle: bool
    weak: bool
    closed: bool
    aside: bool


def find_events(unit: Unit, without: frozenset[str] = frozenset(), purposes: bool = True) -> list[Found]:
    """The acts of a unit in order of their words; ``without``: not those whose own word has one of these
    roots; ``purposes``: also what something is only done for."""
    hits = find_hits(unit)
    if all(hit.meaning is None or hit.meaning.root in without for hit in hits):
        return []
    links = [find_link(unit, hits, index) for index in range(len(hits))]
    led = {
        link.leader
        for index, link in enumerate(links)
        if link.leader is not None and _tells(hits, links, index)
    }
    found = [
        _put_together(unit, hits, links, index)
        for index, hit in enumerate(hits)
        if hit.meaning is not None
        and index not in led
        and (hit.meaning.root not in without or links[index].leader is not None)
        and (purposes or links[index].how != "purpose")
    ]
    return [one for one in found if one is not None]


def find_demands(unit: Unit) -> Iterator[Found]:
    """Ondria said that [Calvenne] | must | disarm: a demand of who says so, whatever is asked."""
    if _DEMANDING.isdisjoint(unit.lows):
        return
    for place, tag in enumerate(unit.tags):
        needs = tag in "AVN" and unit.lows[place] in _NEEDS and unit.tag(place + 1) == "T"
        if not needs and (tag != "M" or unit.lows[place] not in _OBLIGED or unit.low(place + 2) == "been"):
            continue
        subject = subject_before(unit, place if needs else start_of_verb(unit, place + 1))
        if subject is None or not is_party(unit, subject):
            continue
        speaker = find_main_subject(unit, subject.first)
        said = any(unit.low(at) in cue_forms() and unit.tags[at] in "EV" for at in range(subject.first))
        if speaker is None or not said or speaker.first >= subject.first:
            continue
        trigger = Range(place, place + 1)
        yield Found(
            Act("REQUEST", "change", "REQUEST"), place, trigger, speaker, subject,
            Range(place + 1, min(len(unit.tags), place + 12)), (), "demand", False, False, False, True, False,
        )  # fmt: skip


def _tells(hits: list[Hit], links: list[Link], index: int) -> bool:
    """Whether something with a meaning of its own hangs on a hit's leader through it."""
    if hits[index].meaning is not None:
        return True
    return any(
        link.leader == index and _tells(hits, links, at) for at, link in enumerate(links) if at > index
    )


def _put_together(unit: Unit, hits: list[Hit], links: list[Link], index: int) -> Found | None:
    chain = [index]
    while (leader := links[chain[-1]].leader) is not None:
        chain.append(leader)
    inner, outer = hits[chain[0]], hits[chain[-1]]
    assert inner.meaning is not None
    act = Act(inner.meaning.root, inner.meaning.mode, inner.meaning.older)
    for step, at in enumerate(chain):
        act = _apply_group(unit, hits[at], act)
        if links[at].negated:
            act = negate(act, False)
        if links[at].how == "due":
            act = intend(act)
        if step + 1 < len(chain):
            operator = hits[chain[step + 1]].operator or "pass"
            asked = links[at].how == "to somebody" and operator in _ASKING
            act = OPERATORS["request" if asked else operator](act)
    leaders = tuple(hits[at].operator or "" for at in reversed(chain[1:]))
    teller = len(chain) > 1 and links[chain[-2]].how == "that" and outer.operator in ("deny", "declare")
    actor = find_actor(unit, hits[chain[-2]] if teller else outer)
    recipient = _find_recipient(unit, hits, chain, links)
    if _supposed(unit, outer, actor):
        act = act.mark("conditional")
    done_by = outer.subject if outer.passive else actor
    if done_by is not None and {unit.low(done_by.first), unit.low(done_by.first - 1)} & _NOBODY:
        act = negate(act, False)
    begin = min(outer.place, inner.begin)
    trigger = Range(begin, max(inner.place + 1, outer.place + 1))
    scope = Range(outer.last, max(inner.scope.last, outer.scope.last))
    purpose = links[chain[-1]].how == "purpose"
    return Found(
        act,
        inner.place,
        trigger,
        actor,
        recipient,
        scope,
        leaders,
        outer.kind,
        purpose,
        _is_participle(unit, outer),
        inner.weak,
        inner.closed,
        _is_aside(unit, outer),
    )


def _is_aside(unit: Unit, hit: Hit) -> bool:
    """The army, which seized power in May, ..."""
    return hit.kind == "verb" and "W" in (
        unit.tag(hit.begin - 1),
        unit.tag(clause_start(unit, hit.begin) - 1),
    )


def _is_participle(unit: Unit, hit: Hit) -> bool:
    return hit.kind == "verb" and unit.tags[hit.place] == "G" and "A" not in unit.tags[hit.begin : hit.place]


def _apply_group(unit: Unit, hit: Hit, act: Act) -> Act:
    """What the auxiliaries of a hit say: will not, could, has not, must"""
    if hit.kind == "noun":
        no = unit.low(hit.begin - 1) == "no"
        return negate(act, False) if no else act
    words = unit.lows[hit.begin : hit.place]
    negated = any(word in _NEGATING or word.endswith("n't") for word in words) or words[-2:] == (
        "no",
        "longer",
    )
    would = "would" in words or "wouldn't" in words
    future = any(word in _FUTURE for word in words) or (would and _is_told(unit, hit))
    if negated:
        return negate(act, future or "can't" in words or "cannot" in words)
    if future:
        return intend(act)
    if any(word in _OBLIGED for word in words):
        return act.mark("demanded")
    if would or any(word in _POSSIBLE for word in words):
        return act.mark("hypothetical")
    return act


def _is_told(unit: Unit, hit: Hit) -> bool:
    """Ondria said it | would | withdraw: the future of who said so; not "would have been freed" """
    if unit.low(hit.place - 1) in ("have", "been"):
        return False
    first = clause_start(unit, hit.begin)
    return any(
        unit.low(at) in cue_forms() and unit.tags[at] in "EV" for at in range(max(0, first - 6), hit.begin)
    )


def _supposed(unit: Unit, hit: Hit, actor: Range | None) -> bool:
    """If Ondria attacks; until Ondria leaves, and not "until Ondria left" """
    first = clause_start(unit, actor.first if actor is not None and actor.first < hit.place else hit.begin)
    opening = {unit.low(first - 1), unit.low(first)}
    is_past = unit.tags[hit.place] == "E" and hit.begin == hit.place
    return bool(opening & _SUPPOSING) or (bool(opening & _AWAITING) and not is_past)


# Who does it


def find_actor(unit: Unit, hit: Hit) -> Range | None:
    """The subject, who stands behind "by", or who owns the noun."""
    if hit.kind == "noun":
        return _owner(unit, hit)
    if hit.passive:
        return _behind_by(unit, hit.scope)
    subject = _subject_of(unit, hit)
    return _resolve(unit, subject)


def _subject_of(unit: Unit, hit: Hit) -> Range | None:
    """The noun phrase before the verb; for a participle and behind a conjunction that of the main verb."""
    participle = _is_participle(unit, hit)
    begin = hit.begin if participle else start_of_verb(unit, hit.place)
    before = unit.tag(begin - 1)
    if participle and before in "PN":
        return subject_before(unit, begin)
    found = None if participle or before in "CT" else subject_before(unit, begin)
    if found is not None:
        return found
    main = find_main_subject(unit, begin)
    return None if participle and main is not None and _reports(unit, main, begin) else main


def _reports(unit: Unit, subject: Range, end: int) -> bool:
    """Ondria | accused | Calvenne of a raid, killing two: who reports it did not do it"""
    verb = next((at for at in range(subject.last, end) if unit.tags[at] in "VE"), None)
    return verb is not None and unit.low(verb) in cue_forms()


def _resolve(unit: Unit, subject: Range | None) -> Range | None:
    """Ondria, | which | attacked: Ondria; Ondria said | it | would: Ondria"""
    if subject is None:
        return None
    if unit.tags[subject.first] == "W" and subject.first > 0:
        return subject_before(unit, subject.first) or subject
    if subject.last - subject.first == 1 and unit.tags[subject.first] == "O":
        main = find_main_subject(unit, subject.first)
        if main is not None and unit.tags[main.first] not in "OW":
            return main
    return subject


def _behind_by(unit: Unit, scope: Range) -> Range | None:
    for at in range(scope.first, scope.last):
        if unit.low(at) == "by":
            phrase = find_phrase(unit, at + 1)
            return phrase if phrase.last > phrase.first and unit.tags[phrase.first] != "G" else None
    return None


def _owner(unit: Unit, hit: Hit) -> Range | None:
    """[Calvenne's] attack; an attack by [Calvenne]; [Ondrian] airstrikes; [Ondria] carried out an attack"""
    by = _behind_by(unit, hit.scope)
    if by is not None:
        return by
    first = hit.begin
    while first > 0 and unit.tags[first - 1] in "NEGPq0" and hit.begin - first < 5:
        first -= 1
        if unit.tags[first] == "P":
            return _name_around(unit, first)
    if first > 0 and unit.tags[first - 1] == "Z":
        begin = first - 1
        while begin > 0 and unit.tags[begin - 1] in "PND":
            begin -= 1
        return Range(begin, first)
    return None


def _name_around(unit: Unit, at: int) -> Range:
    first = at
    while first > 0 and unit.tags[first - 1] == "P":
        first -= 1
    return Range(first, at + 1)


# To whom


def _find_recipient(unit: Unit, hits: list[Hit], chain: list[int], links: list[Link]) -> Range | None:
    for step in range(len(chain) - 1, 0, -1):
        how, leader = links[chain[step - 1]].how, hits[chain[step]]
        if how == "to somebody" and is_party(unit, asked := object_of(unit, leader)):
            return asked
        if how == "that" and leader.operator not in ("deny", "declare"):
            subject = _subject_of(unit, hits[chain[step - 1]])
            if subject is not None and unit.tags[subject.first] != "O" and is_party(unit, subject):
                return subject
    for at in chain:
        found = recipient_of(unit, hits[at])
        if found is not None:
            return found
    return None


def recipient_of(unit: Unit, hit: Hit) -> Range | None:
    """The object, the subject of a passive, or whom a preposition names; a thing is none ("an offer")."""
    if hit.passive and is_party(unit, hit.subject):
        return hit.subject
    found = object_of(unit, hit) if hit.kind == "verb" and not hit.passive else None
    if found is not None and not is_party(unit, found):
        found = None
    if found is not None and not (hit.used is not None and unit.lows[hit.used] not in parties()):
        return found
    phrases = list(iterate_phrases(unit, hit.scope))
    for preposition in _AGAINST:
        for word, phrase in phrases:
            if word == preposition and is_party(unit, phrase):
                return phrase
    return found
