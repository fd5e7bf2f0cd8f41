"""The subject of a verb without the words that report it: Marr said [Ondria] had failed."""

from pactwatch.claims.sheet import Unit
from pactwatch.claims.subjects import Range, find_subject_before
from pactwatch.language.cues import cue_forms


def find_doer_before(unit: Unit, begin: int) -> Range | None:
    """The subject that ends right before the verb group beginning at ``begin``."""
    subject = find_subject_before(unit, begin)
    if subject is None or not set("EV") & set(unit.tags[subject.first : subject.last]):
        return subject
    for at in range(subject.last - 2, subject.first, -1):
        reports = unit.tags[at] in "EV" and unit.low(at) in cue_forms() and unit.tags[at + 1] in "PDO"
        if reports and unit.tag(at - 1) in "PN":
            return Range(at + 1, subject.last)
    return subject
