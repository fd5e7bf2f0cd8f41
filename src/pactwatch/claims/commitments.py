"""Commitments: who promises what to whom, by when, on what condition; and what became of a promise.

Ondria pledged to move its guns by 15 June          made
Calvenne has honoured its promise to open the lock  kept
Tamber went back on its commitment to send divers   broken; took back its promise: withdrawn; lapsed: expired
"""

from collections.abc import Iterator, Sequence

import regex

from pactwatch.claims.authors import Author, find_author
from pactwatch.claims.base import make_claim
from pactwatch.claims.fates import find_fates
from pactwatch.claims.holders import identify_holder
from pactwatch.claims.promises import Promise, find_promises
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.side_words import is_coming
from pactwatch.claims.subjects import Range
from pactwatch.claims.told import Told
from pactwatch.claims.voices import Voice
from pactwatch.language.dates import find_dates
from pactwatch.language.lexicon import make_forms
from pactwatch.model.claim import Claim, Commitment, Condition, Fate, Mention, Modality, Statement
from pactwatch.model.source import Span, When

_HINTS = regex.compile(
    r"\b(?:promis|pledg|vow|swor|swear|undert|guarant|commit|agree[ds]?\b|agreeing|assur"
    r"|reaffirm|offer|word\b|obligat|deadline|(?:keep|kept|honou?r\w*|broke|broken|fulfil\w*)\s+(?:it|that|them)\b)\w*",
    regex.IGNORECASE,
)
_DUE = regex.compile(
    r"\b(?:by|before|within|no later than|not later than|in|until|on|from|for)\s+"
    r"(?:the\s+)?(?:end of\s+(?:the\s+)?)?(?:\w+[\s-]+){0,3}?(?:hours?|days?|weeks?|months?|years?|noon"
    r"|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june"
    r"|july|august|september|october|november|december)"
    r"(?:\s+\d{1,4})?\b",
    regex.IGNORECASE,
)
_LEADING = regex.compile(
    r"\b(?:by|before|within|no later than|not later than|in|until|on|from|for)\s", regex.IGNORECASE
)
#: So many characters may stand between a promise and a condition set beside it: ", provided that".
_BESIDE = 2
_FIRST = ("i", "we", "our", "my")
_PROMISED = frozenset(
    form for base in ("promise", "pledge", "vow", "swear", "guarantee") for form in make_forms(base).all()
)
_POSSESSIVES = ("our", "my", "its", "their", "his", "her")


class Commitments:
    """Reads promises, and what is reported of them."""

    name = "commitments"
    version = "2"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        told = Told(known.get("statements", ()))
        conditions = known.get("conditions", ())
        author = find_author(sheet)
        claims: dict[str, Claim] = {}
        before: Unit | None = None
        for unit in sheet.units:
            if not _HINTS.search(sheet.text, unit.begin, unit.end):
                before = None
                continue
            flat = sheet.flat(unit)
            fates = list(find_fates(flat, before))
            told_of = {fate.place for fate in fates}
            made = [promise for promise in find_promises(flat) if promise.place not in told_of]
            quoted = _quoted(flat, told, told_of | {promise.place for promise in made})
            for promise in (*fates, *made, *quoted):
                for claim in self._claims(sheet, flat, promise, told, author, conditions):
                    claims.setdefault(_place_of(claim), claim)
            before = flat
        return tuple(sorted(claims.values(), key=lambda claim: (claim.span, claim.key)))

    def _claims(
        self,
        sheet: Sheet,
        unit: Unit,
        found: Promise,
        told: Told,
        author: Author,
        conditions: Sequence[Claim],
    ) -> Iterator[Claim]:
        at = unit.tokens[found.place].begin
        own = told.at_cue(at) if found.fate is Fate.MADE else []
        voice = _voice_of(own) if own else told.voice(at)
        action, trigger = unit.span(*found.action), unit.span(found.place, found.place + 1)
        due_words = _find_due(action.of(sheet.text))
        span = Span(min(at, action.begin), max(trigger.end, action.end))
        promisers = own[0].speakers if own else _identify(sheet, unit, found, told)
        for promiser in author.speakers(unit, promisers) if own or _is_author(unit, found) else promisers:
            slots = Commitment(
                promiser,
                trigger,
                action,
                found.fate,
                _find_to(sheet, unit, found, own),
                _date(sheet, action, due_words),
                due_words,
                _find_condition(action, conditions),
            )
            yield make_claim(
                self,
                sheet,
                unit,
                span,
                slots,
                found.rule,
                speakers=author.speakers(unit, voice.speakers),
                said_on=voice.said_on,
            )


def _identify(sheet: Sheet, unit: Unit, found: Promise, told: Told) -> tuple[Mention, ...]:
    """Who promises: a name, a role, a body; "our word" is the speaker's, "its word" of who spoke last."""
    holder = found.holder
    if holder is None:
        return ()
    if holder.last - holder.first == 1 and unit.low(holder.first) in _POSSESSIVES:
        voice = told.voice(unit.tokens[holder.first].begin)
        before = told.voices.right_before(unit.begin)
        if voice.statement is not None:
            return voice.speakers
        own = unit.low(holder.first) in ("our", "my")
        return before.speakers if before is not None and not own else ()
    return identify_holder(sheet, unit, told, holder)


def _quoted(unit: Unit, told: Told, taken: set[int]) -> Iterator[Promise]:
    """“We will move the guns by Friday,” Marr | promised: what is told is the promise"""
    for place, low in enumerate(unit.lows):
        if low not in _PROMISED or place in taken or unit.tags[place] not in "VE":
            continue
        for claim in told.at_cue(unit.tokens[place].begin)[:1]:
            part = claim.slots.content[0] if isinstance(claim.slots, Statement) else claim.span
            first, last = unit.place_of(part.begin), unit.place_of(part.end - 1) + 1
            while last - 1 > first and unit.tags[last - 1] in "q,":
                last -= 1
            first += unit.tags[first] == "q"
            inside = unit.begin <= part.begin and part.end <= unit.end and last <= place
            if inside and claim.modality is not Modality.DENIED and is_coming(unit, Range(first, last)):
                yield Promise(place, None, Range(first, last), Fate.MADE, "verb: promise told")


def _is_author(unit: Unit, found: Promise) -> bool:
    """I gave my word, we undertake: whose text it is"""
    holder = found.holder
    return holder is not None and holder.last - holder.first == 1 and unit.low(holder.first) in _FIRST


def _voice_of(own: Sequence[Claim]) -> Voice:
    return Voice(own[0].speakers, said_on=own[0].said_on, statement=own[0])


def _place_of(claim: Claim) -> str:
    """One claim for one promise of one promiser: the first that was found."""
    slots = claim.slots
    assert isinstance(slots, Commitment)
    return f"{slots.promiser.name} {slots.action.end}"


def _find_to(sheet: Sheet, unit: Unit, found: Promise, own: Sequence[Claim]) -> str | None:
    """To whom: promised [Calvenne] to; the addressee of the statement"""
    if found.to is not None:
        return unit.span(*found.to).of(sheet.text)
    return getattr(own[0].slots, "addressee", None) if own else None


def _find_due(action: str) -> str | None:
    found = _DUE.search(action)
    if found is None:
        return None
    opening = max(match.start() for match in _LEADING.finditer(found.group()))
    return found.group()[opening:]


def _date(sheet: Sheet, action: Span, words: str | None) -> When | None:
    """The day of the words for when, where they name one."""
    if words is None:
        return None
    begin = sheet.text.find(words, action.begin, action.end)
    published = sheet.article.document.published
    base = published.first if published is not None and published.precision == "day" else None
    dates = find_dates(sheet.text, begin, begin + len(words), base, future=True)
    return dates[0].when if dates else None


def _find_condition(action: Span, conditions: Sequence[Claim]) -> Span | None:
    """What a promise hangs on: the needs of a condition whose other side it is, or that stands beside it."""
    for claim in conditions:
        slots = claim.slots
        if not isinstance(slots, Condition):
            continue
        beside = 0 <= claim.span.begin - action.end <= _BESIDE
        if slots.wants.overlaps(action) or action.holds(slots.needs) or beside:
            return slots.needs
    return None
