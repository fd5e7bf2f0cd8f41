"""Progress: steps that a text reports on something agreed, and tallies of a set.

    The crossing was reopened on Monday      done
    Efforts ... remain stalled               stalled
    Ondria has not begun to withdraw         not begun
Planned, demanded, conditional and denied steps keep that mode and never count as done.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pactwatch.claims.base import make_claim
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.step_confirmed import confirming, find_confirmed
from pactwatch.claims.step_counts import find_counts
from pactwatch.claims.step_denials import find_denial, says_so
from pactwatch.claims.step_found import Found
from pactwatch.claims.step_named import find_named
from pactwatch.claims.step_parts import Parts, is_part, is_tally
from pactwatch.claims.step_states import find_states
from pactwatch.claims.step_units import as_read, quoted_units
from pactwatch.claims.step_verbs import find_told
from pactwatch.claims.subjects import Range
from pactwatch.claims.voices import Voice, Voices
from pactwatch.language.cues import cue_forms, cue_nouns
from pactwatch.model.claim import Claim, Figure, Kind, Mention, Modality, Progress, Statement, Step
from pactwatch.model.keys import compute_key
from pactwatch.model.source import Span

#: First words by which speakers name themselves and what is theirs.
_OWN = frozenset("it its they their he his she her we our i my".split())
_MOVING = (Step.BEGUN, Step.PARTLY, Step.DONE, Step.STALLED, Step.REVERSED)
_FROM_VOICE = frozenset(
    (Modality.DENIED, Modality.DEMANDED, Modality.HYPOTHETICAL, Modality.CONDITIONAL, Modality.PLANNED)
)


class ProgressReports:
    """Reads progress from verbs, states and tallies."""

    name = "progress"
    version = "3"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        voices = Voices(known.get("statements", ()))
        shown = tuple(claim for claim in known.get("figures", ()) if is_part(claim))
        claims = [self._from_tally(claim) for claim in shown if is_tally(claim)]
        tallies = [claim.span for claim in claims]
        parts = Parts(shown)
        for unit in sheet.units:
            told = self._read_unit(sheet, unit, voices, parts)
            denial = find_denial(unit)
            if denial is not None:
                self._deny(sheet, unit, denial, claims, voices)
            claims.extend(claim for claim, core in told if not any(core.overlaps(tally) for tally in tallies))
        return tuple(sorted(claims, key=lambda claim: (claim.span, claim.key)))

    def _read_unit(self, sheet: Sheet, unit: Unit, voices: Voices, parts: Parts) -> list[tuple[Claim, Span]]:
        """The claims of a unit, each with the words that tell it: its subject left out."""
        told = []
        for part in (*as_read(unit), *quoted_units(sheet.text, unit)):
            counts = tuple(find_counts(part))
            steps = [one for one in find_steps(part) if not _is_counted(one, counts)]
            for found in (*counts, *(parts.fill(sheet.text, part, one) for one in steps)):
                told.append((self._claim(sheet, unit, part, found, voices), part.span(*_core(found))))
            for found, by in find_confirmed(part):
                claim = self._claim(sheet, unit, part, found, voices)
                told.append((_said_by(sheet, part, claim, by), claim.span))
        return told

    def _deny(self, sheet: Sheet, unit: Unit, denial: Found, claims: list[Claim], voices: Voices) -> None:
        """A step told in the sentence before and taken back in this one is not told at all."""
        last = claims[-1] if claims else None
        before = sheet.units[unit.number - 1] if unit.number else unit
        if last is not None and before.begin <= last.span.begin < before.end and _is_told_done(last):
            denial = _as_denied(denial, claims.pop())
        elif not says_so(unit, denial):
            return
        claims.append(self._claim(sheet, unit, unit, denial, voices))

    def _from_tally(self, found: Claim) -> Claim:
        figure = found.slots
        assert isinstance(figure, Figure)
        done, owed = figure.low, figure.of_total
        step = Step.DONE if done == owed else Step.PARTLY
        slots = Progress(step, figure.number, None, figure.group, done, owed)
        claim = replace(
            found,
            kind=Kind.PROGRESS,
            slots=slots,
            maker=self.name,
            version=self.version,
            rule=f"tally: {found.rule}",
        )
        return claim.with_key(compute_key(claim))

    def _claim(self, sheet: Sheet, unit: Unit, part: Unit, found: Found, voices: Voices) -> Claim:
        """``part`` is the unit as it was read, or a quotation in it."""
        at = part.tokens[found.trigger.first if found.told_at is None else found.told_at].begin
        voice = Voice() if found.presupposed else voices.find(at)
        cue, expected = _cue_of(voice), voices.expected_at(at)
        step, modality = _in_voice(found, cue, voice, _is_own(part, found, voice))
        if expected is not None and modality in (Modality.ASSERTED, Modality.PLANNED):
            modality = found.modality if found.presupposed else expected
        words = (found.subject, found.thing)
        subject, thing = (part.span(*one).of(sheet.text) if one else None for one in words)
        return make_claim(
            self,
            sheet,
            unit,
            part.span(*found.whole),
            Progress(
                step,
                part.span(*found.trigger),
                subject,
                thing,
                found.done,
                found.owed,
                found.confirms or cue in confirming(),
            ),
            found.rule,
            speakers=voice.speakers,
            hedge=found.hedge,
            modality=modality,
            said_on=voice.said_on,
        )


def _is_told_done(claim: Claim) -> bool:
    moves = isinstance(claim.slots, Progress) and claim.slots.step in _MOVING
    return moves and claim.modality is Modality.ASSERTED


def _as_denied(denial: Found, told: Claim) -> Found:
    """What had been reversed or halted and was not is denied; what had begun and has not is not begun."""
    assert isinstance(told.slots, Progress)
    if told.slots.step not in (Step.REVERSED, Step.STALLED):
        return denial
    return denial._replace(step=told.slots.step, modality=Modality.DENIED)


def find_steps(unit: Unit) -> Iterator[Found]:
    """All steps that a unit tells by its own words; one named by a noun is not told again by its verb."""
    states = tuple(find_states(unit))
    verbs = (one for one in find_told(unit) if not any(_holds(state, one.trigger.first) for state in states))
    told = (*verbs, *states)
    named = [one for one in find_named(unit) if not any(_holds(other, one.trigger.first) for other in told)]
    yield from (one for one in told if all(one.trigger.first != other.told_at for other in named))
    yield from named


def _holds(found: Found, place: int) -> bool:
    return found.whole.first <= place < found.whole.last


def _is_counted(found: Found, counts: Sequence[Found]) -> bool:
    """Whether a tally says the same and more: Forty-seven are home and the forty-eighth ..."""
    return any(_core(found)[0] < one.whole.last and one.whole.first < found.whole.last for one in counts)


def _core(found: Found) -> Range:
    """The words of a step without its subject."""
    last = max(found.trigger.last, found.thing.last if found.thing else 0)
    first = min(found.trigger.first, found.thing.first) if found.thing else found.trigger.first
    return Range(first, last)


def _is_own(unit: Unit, found: Found, voice: Voice) -> bool:
    """Whether a step is its speaker's own: Ondria said | it would, its army will, Ondria will"""
    if found.subject is None:
        return False
    names = {word.lower() for mention in voice.speakers for word in mention.name.split() if word[0].isupper()}
    words = {low.removesuffix("'s") for low in unit.lows[found.subject.first : found.subject.last]}
    return unit.low(found.subject.first) in _OWN or bool(names & words)


def _in_voice(found: Found, cue: str, voice: Voice, own: bool) -> tuple[Step, Modality]:
    """The step and its mode as somebody's words: said it would release is declared, said that
    somebody else would is planned, denied that it had is denied."""
    step, modality = found.step, found.modality
    if modality is Modality.ASSERTED and _comes_from_cue(cue, voice.modality):
        return step, voice.modality
    is_would = found.reported and modality is Modality.HYPOTHETICAL
    if voice.statement is None or not (is_would or modality is Modality.PLANNED):
        return step, modality
    if _comes_from_cue(cue, voice.modality) and voice.modality is not Modality.PLANNED:
        return step, voice.modality
    if own and voice.modality is not Modality.HYPOTHETICAL:
        return Step.DECLARED, Modality.ASSERTED
    return step, Modality.PLANNED


def _cue_of(voice: Voice) -> str:
    statement = voice.statement
    return statement.slots.cue_word if statement and isinstance(statement.slots, Statement) else ""


def _comes_from_cue(cue: str, modality: Modality) -> bool:
    """Whether a statement's mode is its cue's: "denied", "urged". What its first verb says ("will", "if") is
    judged for each step by its own clause."""
    if modality not in _FROM_VOICE:
        return False
    own = [one.modality for one in cue_forms().get(cue, ())]
    noun = cue_nouns().get(cue)
    return modality is Modality.DENIED or modality in own or (noun is not None and noun.modality is modality)


def _said_by(sheet: Sheet, unit: Unit, claim: Claim, by: Range | None) -> Claim:
    """The claim with who is said to confirm it as its speaker, where no statement holds it."""
    if by is None or claim.speakers:
        return claim
    span = unit.span(by.first + (unit.tags[by.first] == "D" and by.last - by.first > 1), by.last)
    mention = Mention(span, span.of(sheet.text))
    named = replace(claim, speakers=(mention,))
    return named.with_key(compute_key(named))
