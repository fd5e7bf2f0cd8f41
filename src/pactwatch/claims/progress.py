"""Progress: steps that a text reports on something agreed, and tallies of a set.

    The crossing was reopened on Monday      done
    Efforts ... remain stalled               stalled
    Ondria has not begun to withdraw         not begun
Planned, demanded, conditional and denied steps keep that mode and never count as done.
"""

from dataclasses import replace
from functools import cache

from pactwatch.claims.base import make_claim
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.subjects import Range, clause_start, find_subject_before
from pactwatch.claims.verb_groups import start_of_group
from pactwatch.claims.voices import Voice, Voices
from pactwatch.language.lexicon import lemma_of, make_forms, read_list, word_set
from pactwatch.model.claim import Claim, Figure, Kind, Modality, Progress, Step
from pactwatch.model.keys import compute_key
from pactwatch.model.source import PassageKind, Span

_RESTING = word_set("progress.resting")
_PERFORMED = word_set("tallies.done") - {"entered"}
_CONDITIONS = word_set("progress.conditions")
_MODAL = {
    "will": Modality.PLANNED,
    "shall": Modality.PLANNED,
    "must": Modality.DEMANDED,
    "should": Modality.DEMANDED,
    "cannot": Modality.DENIED,
} | dict.fromkeys(("would", "could", "may", "might", "can"), Modality.HYPOTHETICAL)
_FROM_VOICE = frozenset(
    (Modality.DENIED, Modality.DEMANDED, Modality.HYPOTHETICAL, Modality.CONDITIONAL, Modality.PLANNED)
)


@cache
def _steps() -> dict[str, Step]:
    forms: dict[str, Step] = {}
    for line in read_list("steps.tsv"):
        base, step = line.split("\t")
        for form in make_forms(base).all():
            forms.setdefault(form, Step(step))
    return forms


class ProgressReports:
    """Reads progress from verbs and from tallies."""

    name = "progress"
    version = "2"

    def read(self, sheet: Sheet, known: dict[str, tuple[Claim, ...]]) -> tuple[Claim, ...]:
        voices = Voices(known.get("statements", ()))
        claims = [self._from_tally(claim) for claim in known.get("figures", ()) if _is_tally(claim)]
        tallies = [claim.span for claim in claims]
        for unit in sheet.units:
            found = self._read_unit(sheet, unit, voices)
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

    def _read_unit(self, sheet: Sheet, unit: Unit, voices: Voices) -> list[Claim]:
        claims = []
        for place, tag in enumerate(unit.tags):
            step = _steps().get(unit.low(place)) if tag in "VEG" else None
            if step is None:
                continue
            claim = self._at_verb(sheet, unit, place, step, voices)
            if claim is not None:
                claims.append(claim)
        return claims

    def _at_verb(self, sheet: Sheet, unit: Unit, place: int, step: Step, voices: Voices) -> Claim | None:
        begin = start_of_group(unit, place)
        if unit.low(begin - 1) in _RESTING:
            begin = start_of_group(unit, begin - 1)
        yet = unit.low(begin - 1) == "to" and unit.low(begin - 2) == "yet"
        if yet:
            begin = start_of_group(unit, begin - 2)
        elif (unit.tags[place] == "G" and "A" not in unit.tags[begin:place]) or unit.tag(begin - 1) in "TDZ":
            return None
        subject = find_subject_before(unit, begin)
        thing = _object_behind(unit, place)
        if (
            subject is None
            or unit.tags[subject.first] == "W"
            or _is_other_act(unit, thing)
            or not (yet or _is_told(unit, place, begin, thing))
        ):
            return None
        if unit.low(clause_start(unit, subject.first) - 1) == "since":
            return None
        words = [unit.low(at) for at in range(begin, place)]
        if unit.low(subject.first) in _NOBODY:
            words = ["not", *words]
        step, modality = _judge(unit, place, words, step)
        if step is Step.DONE and _is_some(unit, subject, thing):
            step = Step.PARTLY
        voice = voices.find(unit.tokens[place].begin)
        if clause_is_conditional(unit, subject.first):
            modality = Modality.CONDITIONAL
        return self._claim(sheet, unit, (subject, place, thing), step, modality, voice)

    def _claim(
        self,
        sheet: Sheet,
        unit: Unit,
        where: tuple[Range, int, Range | None],
        step: Step,
        modality: Modality,
        voice: Voice,
    ) -> Claim:
        subject, place, thing = where
        last = thing.last if thing else place + 1 + (unit.low(place + 1) in ("over", "back", "out"))
        span = Span(unit.tokens[min(subject.first, place)].begin, unit.tokens[last - 1].end)
        if modality is Modality.ASSERTED and voice.modality in _FROM_VOICE:
            modality = voice.modality
        return make_claim(
            self,
            sheet,
            unit,
            span,
            Progress(
                step,
                unit.span(place, place + 1),
                unit.span(*subject).of(sheet.text),
                unit.span(*thing).of(sheet.text) if thing else None,
            ),
            f"verb: {unit.low(place)}",
            speakers=voice.speakers,
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


def _judge(unit: Unit, place: int, words: list[str], step: Step) -> tuple[Step, Modality]:
    """The step and its mode, by the verb group: will, must, has not, is being."""
    negated = any(word in ("not", "never", "yet") or word.endswith("n't") for word in words)
    modal = next((_MODAL[word] for word in words if word in _MODAL), None)
    if "be" in words and modal is None:
        return step, Modality.DENIED if negated else Modality.DEMANDED
    if negated and modal is None and step in (Step.BEGUN, Step.DONE):
        return Step.NOT_BEGUN, Modality.ASSERTED
    if negated or modal is not None:
        return step, Modality.DENIED if negated or modal is None else modal
    if unit.tags[place] == "G" or "being" in words:
        return (Step.BEGUN if step is Step.DONE else step), Modality.ASSERTED
    return step, Modality.ASSERTED


_NOBODY = frozenset(("no", "none", "neither", "nobody", "nothing"))


def _is_some(unit: Unit, subject: Range, thing: Range | None) -> bool:
    """Whether a number is done and not the whole: 20 living hostages were released."""
    for part in (subject, thing):
        if part is not None and "0" in unit.tags[part.first : part.last]:
            return unit.low(part.first) != "all"
    return False


def clause_is_conditional(unit: Unit, place: int) -> bool:
    """Whether the clause that holds a place is opened by if, unless, until, once."""
    first = clause_start(unit, place)
    return unit.low(first - 1) in _CONDITIONS or unit.low(first) in _CONDITIONS


def _is_told(unit: Unit, place: int, begin: int, thing: Range | None) -> bool:
    """Whether the form tells that it happened: a past tense or a perfect; a headline's
    present; a bare participle only of verbs that need no object (began, withdrew)."""
    if unit.kind is PassageKind.HEADLINE:
        return True
    helped = "A" in unit.tags[begin:place] or "M" in unit.tags[begin:place]
    if unit.tags[place] == "V":
        return "M" in unit.tags[begin:place]
    return helped or thing is not None or lemma_of(unit.low(place)) in _WITHOUT_OBJECT


_WITHOUT_OBJECT = word_set("progress.without-object")


def _object_behind(unit: Unit, place: int) -> Range | None:
    first = place + 1
    while (
        unit.tag(first) in "RI"
        and first < len(unit.tags)
        and unit.low(first) in ("over", "back", "out", "off", "up")
    ):
        first += 1
    last = first
    while (last < len(unit.tags) and unit.tags[last] in "DPNZ0EGq") or unit.low(last) == "of":
        last += 1
    while last > first and unit.tags[last - 1] in "DEG":
        last -= 1
    return Range(first, last) if last > first else None


def _is_other_act(unit: Unit, thing: Range | None) -> bool:
    return thing is not None and any(unit.low(at) in word_set("not_steps") for at in range(*thing))
