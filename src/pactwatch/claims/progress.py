"""Progress: steps that a text reports on something agreed, and tallies of a set.

    The crossing was reopened on Monday      done
    Efforts ... remain stalled               stalled
    Ondria has not begun to withdraw         not begun
Planned, demanded, conditional and denied steps keep that mode and never count as done.
"""

from collections.abc import Sequence
from dataclasses import replace

from pactwatch.claims.base import make_claim
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.step_found import Found
from pactwatch.claims.step_verbs import find_told
from pactwatch.claims.voices import Voice, Voices
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim, Figure, Kind, Modality, Progress, Step
from pactwatch.model.keys import compute_key

_PERFORMED = word_set("tallies.done") - {"entered"}
_FROM_VOICE = frozenset(
    (Modality.DENIED, Modality.DEMANDED, Modality.HYPOTHETICAL, Modality.CONDITIONAL, Modality.PLANNED)
)


class ProgressReports:
    """Reads progress from verbs and from tallies."""

    name = "progress"
    version = "3"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        voices = Voices(known.get("statements", ()))
        claims = [self._from_tally(claim) for claim in known.get("figures", ()) if _is_tally(claim)]
        tallies = [claim.span for claim in claims]
        for unit in sheet.units:
            found = (self._claim(sheet, unit, one, voices) for one in find_told(unit))
            claims.extend(c for c in found if not any(c.span.overlaps(tally) for tally in tallies))
        return tuple(sorted(claims, key=lambda claim: (claim.span, claim.key)))

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

    def _claim(self, sheet: Sheet, unit: Unit, found: Found, voices: Voices) -> Claim:
        voice = Voice() if found.presupposed else voices.find(unit.tokens[found.trigger.first].begin)
        modality = found.modality
        if modality is Modality.ASSERTED and voice.modality in _FROM_VOICE:
            modality = voice.modality
        words = (found.subject, found.thing)
        subject, thing = (unit.span(*part).of(sheet.text) if part else None for part in words)
        return make_claim(
            self,
            sheet,
            unit,
            unit.span(*found.whole),
            Progress(
                found.step,
                unit.span(*found.trigger),
                subject,
                thing,
                found.done,
                found.owed,
                found.confirms,
            ),
            found.rule,
            speakers=voice.speakers,
            hedge=found.hedge,
            modality=modality,
            said_on=voice.said_on,
        )


def _is_tally(claim: Claim) -> bool:
    """A part of a set that is done: 47 of 48 returned, and not what is still due."""
    figure = claim.slots
    return (
        isinstance(figure, Figure)
        and figure.of_total is not None
        and figure.low is not None
        and figure.effect in _PERFORMED
    )
