"""Meetings as an article tells them, put side by side: places, hosts, and what one sentence leaves open.

    Miami is hosting a meeting ... talks in Miami      the host is the place
    They will meet in Pell. The talks were put off.    the talks are those before
Only what the text makes plain is filled: where two meetings are told before, a gap stays.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pactwatch.claims.meeting_modes import (
    CALLED_OFF,
    ENDED,
    HELD,
    NOT_HELD,
    OPENED,
    POSTPONED,
    REFUSED,
    RESCHEDULED,
)
from pactwatch.claims.meeting_words import group
from pactwatch.claims.sheet import Unit
from pactwatch.claims.voices import Voice
from pactwatch.model.source import Span, When

_FATES = (OPENED, ENDED, POSTPONED, CALLED_OFF, RESCHEDULED, NOT_HELD, REFUSED)
_MANY = frozenset(("summit", "summits", "conference", "roundtable", "round-table", "roundtables"))
_SEVERAL = group("generic") | {"states", "republics", "groups", "powers"}


@dataclass(frozen=True, slots=True)
class Told:
    """A meeting as one sentence tells it. ``near_place`` is a name before its noun that may be its place
    ("the Miami talks"); ``dated``: its words name a day, known or not."""

    unit: Unit
    trigger: int
    span: Span
    status: str | None
    kind: str
    parties: tuple[str, ...]
    host: tuple[str, ...]
    place: str | None
    near_place: str | None
    about: str | None
    day: When | None
    dated: bool
    long_ago: bool
    gives_place: bool
    joined: bool
    definite: bool
    voice: Voice

    @property
    def who(self) -> tuple[str, ...]:
        """All who take part, the host first."""
        return tuple(dict.fromkeys((*self.host, *self.parties)))

    @property
    def mode(self) -> str:
        """PLOVER's mode of consulting."""
        if self.kind:
            return self.kind
        if self.host and len(set(self.parties) - set(self.host)) > 1:
            return "third-party"
        many = self.unit.low(self.trigger) in _MANY and len(self.who) != 2
        return "multilateral" if many or len(self.who) > 2 else "meet"


def settle_places(told: Sequence[Told], speakers: Collection[str]) -> list[Told]:
    """A name before the noun is a place where the article says so elsewhere. So is a host of which no other
    place is told and that nowhere speaks or meets: cities host, and so do states."""
    places = {one.place for one in told if one.place}
    acting = {name for one in told for name in one.parties} | set(speakers)
    return [_settle(one, places, acting) for one in told]


def _settle(one: Told, places: set[str], acting: set[str]) -> Told:
    if one.place is None and one.near_place in places | set(one.host):
        one = replace(one, place=one.near_place)
    host = next(iter(one.host), None)
    if host is None or not one.gives_place or not _is_bare_name(host) or host in acting:
        return one
    if one.place in (None, host) or host in places:
        return replace(one, host=one.host[1:], place=one.place or host)
    return one


def _is_bare_name(name: str) -> bool:
    """Quellin, Saint Orlan: every word has a capital, none is an office or a body's"""
    words = name.split()
    heads = group("parties")
    return len(words) < 4 and all(word[0].isupper() and word.lower() not in heads for word in words)


def merge_told(told: Sequence[Told]) -> list[Told]:
    """One meeting a sentence, where its words do not tell two: convening | for talks."""
    kept: list[Told] = []
    for one in told:
        before = kept[-1] if kept and kept[-1].unit.number == one.unit.number else None
        if before is not None and _are_one(before, one):
            kept[-1] = _merge(before, one)
        else:
            kept.append(one)
    return kept


def _are_one(one: Told, other: Told) -> bool:
    if one.status is None or other.status is None:
        return False
    if one.kind != other.kind and "visit" in (one.kind, other.kind) and not one.span.overlaps(other.span):
        return False
    same_place = one.place == other.place or None in (one.place, other.place)
    mine, theirs = set(one.who), set(other.who)
    if not one.span.overlaps(other.span) and not (mine & theirs and other.joined):
        return False
    return same_place and (mine <= theirs or theirs <= mine)


def _merge(one: Told, other: Told) -> Told:
    """The fuller one with what only the other has; a fate is kept."""
    fuller, rest = (other, one) if _weigh(other) > _weigh(one) else (one, other)
    fated = next((told for told in (one, other) if told.status in _FATES), None)
    kinds = [told.kind for told in (one, other) if told.kind]
    return replace(
        fuller,
        status=fated.status if fated else fuller.status,
        kind=kinds[0] if kinds and fuller.kind else fuller.kind,
        place=fuller.place or rest.place,
        about=fuller.about or rest.about,
        day=fuller.day or rest.day,
        dated=fuller.dated or rest.dated,
        parties=fuller.parties or rest.parties,
        host=fuller.host or rest.host,
        span=Span(min(one.span.begin, other.span.begin), max(one.span.end, other.span.end)),
    )


def _weigh(told: Told) -> tuple[int, int]:
    return 2 * len(told.who) + (told.place is not None) + (told.status in _FATES), told.dated


def fill_gaps(told: Sequence[Told]) -> list[Told]:
    """ "The talks were postponed": of whom and where, where only one meeting was told before."""
    filled: list[Told] = []
    for one in told:
        gap = one.definite and one.status is not None and not one.who and one.place is None
        before = _find_only(filled) if gap and (one.status in _FATES or one.dated) else None
        if before is not None:
            one = replace(one, parties=before.parties, host=before.host, place=before.place)
        filled.append(one)
    return filled


def _find_only(told: Sequence[Told]) -> Told | None:
    """The one meeting of the sentences before, in the fullest of its tellings; None where there are two."""
    known = [one for one in told if one.who or one.place]
    fullest = max(known, key=_weigh, default=None)
    if fullest is None:
        return None
    others = (one for one in known if one is not fullest)
    same = all(
        (one.place in (None, fullest.place) or fullest.place is None)
        and (set(one.who) <= set(fullest.who) or not one.who)
        for one in others
    )
    return fullest if same else None


def tells_enough(told: Told) -> bool:
    """Whether a telling says what was met for: two who meet, a place, or one with a day or a fate."""
    if told.status is None:
        return False
    who = told.who
    if told.kind == "visit":
        return bool(who) and told.place is not None
    if who and not any(any(map(str.isupper, name)) or _is_several(name) for name in who):
        return False
    several = len(who) > 1 or any(map(_is_several, who))
    marked = told.dated or told.status in _FATES
    if told.place is not None:
        return bool(who) or marked or told.status != HELD or not told.definite
    return (several and (len(who) > 1 or marked)) or (bool(who) and marked)


def _is_several(name: str) -> bool:
    """both sides, the mediators: more than one without a name"""
    return name.split()[-1].lower() in _SEVERAL
