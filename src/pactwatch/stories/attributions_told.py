"""What one report has from somebody and another one tells in its own voice.

rows --> a clause that is somebody's words, a plain assertion that is as good as the same --> differences
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Modality, Statement
from pactwatch.model.source import Span
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.differences import Difference, Differs, Side, name_voices
from pactwatch.stories.own_voice import find_verbs, is_assertion, is_own_voice
from pactwatch.stories.reports import Clause, Report, Voice
from pactwatch.stories.table import Alignment, Row
from pactwatch.stories.who import is_labelled, is_speaker

#: From here on two clauses are one thing of which one report names the speaker.
SURE = 0.46
#: A report that gives a clause as alike as this to somebody anywhere names the speaker.
NAMED = 0.42
#: A clause of fewer stems says too little to miss its speaker.
FEWEST = 4

_MARKS = " \"“”'‘’»"
_NUMBER = regex.compile(r"\d[\d,.]*\d|\d")
_NOT = regex.compile(r"\b(?:not|never|no|nobody|none|cannot)\b|n['’]t\b", regex.IGNORECASE)
_WORD = regex.compile(r"\p{L}+")


def find_lost_attributions(alignment: Alignment) -> Iterable[Difference]:
    """A clause that one report gives as somebody's words and another tells in its own voice; of several in
    the same two sentences the one most alike."""
    best: dict[tuple[object, ...], Difference] = {}
    for found in (one for row in alignment.rows for one in _compare(alignment, row)):
        key = tuple(
            (side.document, alignment.report(side.document).find_sentence(side.span)) for side in found.sides
        )
        if key not in best or found.strength > best[key].strength:
            best[key] = found
    return best.values()


def _compare(alignment: Alignment, row: Row) -> Iterator[Difference]:
    """The surest pair of a row, if any."""
    pairs = [
        (score, said, own)
        for said, own in permutations(row.clauses, 2)
        if said.place.document != own.place.document and said.voices and not own.voices
        if _is_full(said) and _is_full(own) and (score := alignment.compare(said, own)) >= SURE
        if is_said(alignment.report(said.place.document), said.voices, said.place.span)
        if _is_one_act(said, own) and _is_own(alignment, own, said)
    ]
    if pairs:
        score, said, own = max(pairs, key=lambda pair: pair[0])
        sides = tuple(Side(c.place.document, c.place.span, c.words, c.voices) for c in (said, own))
        yield Difference(Differs.ATTRIBUTION, own.told, describe_lost(said.voices), sides, score)


def describe_lost(voices: Iterable[Voice]) -> str:
    """The sentence for what one report has from somebody and another one from nobody."""
    return f"one report has it from {name_voices(voices)}, another tells it in its own voice"


def is_said(report: Report, voices: Sequence[Voice], span: Span) -> bool:
    """Whether a stretch is reported as said by somebody who can say something: told, and not asked,
    promised or denied."""
    fact = report.find_statement(span)
    if not voices or not all(is_speaker(voice) for voice in voices):
        return False
    if fact is None:
        return True
    slots = fact.claim.slots
    assert isinstance(slots, Statement)
    if slots.cue_word == ":" and not all(is_labelled(voice) for voice in voices):
        return False
    cue = slots.cue_word.split()[0]
    tells = cue in word_set("own-voice.reporting") | word_set("own-voice.telling")
    return tells and fact.claim.modality is Modality.ASSERTED


def _is_own(alignment: Alignment, own: Clause, said: Clause) -> bool:
    """Whether a clause is told by its report in no other than its own voice."""
    report = alignment.report(own.place.document)
    if not is_own_voice(report, own.place.span) or not is_assertion(report, own):
        return False
    voiced = (clause for clause in report.clauses if clause.voices)
    return not any(alignment.compare(said, clause) >= NAMED for clause in voiced)


def _is_one_act(said: Clause, own: Clause) -> bool:
    """Whether what is said shares a verb, its numbers and its negation with the assertion, is no question,
    and is not what somebody else is said to say."""
    if said.words.rstrip(_MARKS).endswith("?") or not _share_numbers(said.told, own.told):
        return False
    if bool(_NOT.search(said.told)) != bool(_NOT.search(own.told)):
        return False
    told = {match.group().lower() for match in _WORD.finditer(said.told)}
    verbs = find_verbs(own.told)
    return not told & word_set("own-voice.nested") and (not verbs or bool(verbs & set(find_stems(said.told))))


def _share_numbers(one: str, other: str) -> bool:
    """Whether at least half of the numbers of a clause stand in another one."""
    numbers = _NUMBER.findall(other)
    return 2 * sum(number in _NUMBER.findall(one) for number in numbers) >= len(numbers)


def _is_full(clause: Clause) -> bool:
    return len(find_stems(clause.told)) >= FEWEST
