"""The names of those who meet: surnames become full names, pronouns lead to whoever speaks.

A pronoun that leads to nobody for certain is left out.
"""

from collections.abc import Iterable

from pactwatch.claims.meeting_frames import Frame
from pactwatch.claims.meeting_parties import Party, names_of
from pactwatch.claims.meeting_words import group
from pactwatch.claims.sheet import Sheet, Unit
from pactwatch.claims.voices import Voices
from pactwatch.language.lexicon import word_set
from pactwatch.model.claim import Claim
from pactwatch.model.source import Span

_HEADS = group("parties") | word_set("roles") | word_set("groups")
_OF_SPEAKER = frozenset(("he", "she", "i"))


class Names:
    """The full names that an article gives, and who a pronoun is."""

    def __init__(
        self,
        sheet: Sheet,
        statements: Iterable[Claim],
        frames: Iterable[tuple[Unit, Frame]],
        voices: Voices,
    ) -> None:
        statements = tuple(statements)
        self._text = sheet.text
        self._voices = voices
        self._pronouns: dict[Span, str] = {}
        mentions = [mention for claim in statements for mention in claim.speakers]
        self.speakers = {mention.name for mention in mentions}
        for mention in mentions:
            if mention.how == "pronoun":
                self._pronouns[mention.span] = mention.name
        spoken = _by_surname(mention.name for mention in mentions if mention.how != "unresolved")
        met = _by_surname(
            names_of(sheet.text, unit, party)[0]
            for unit, frame in frames
            for party in (*frame.host, *frame.parties)
            if party.person
        )
        self._full = met | spoken

    def name_all(self, unit: Unit, parties: Iterable[Party]) -> tuple[str, ...]:
        """The names of several, each once."""
        return tuple(dict.fromkeys(name for party in parties for name in self._name(unit, party)))

    def _name(self, unit: Unit, party: Party) -> tuple[str, ...]:
        if unit.tags[party.first] == "O" and party.last - party.first == 1:
            return self._follow(unit, party.first)
        found = names_of(self._text, unit, party)
        return tuple(self._full.get(name.casefold()) or name for name in found)

    def _follow(self, unit: Unit, place: int) -> tuple[str, ...]:
        span = unit.span(place, place + 1)
        if span in self._pronouns:
            return (self._pronouns[span],)
        if unit.low(place) not in _OF_SPEAKER:
            return ()
        speakers = self._voices.find(span.begin).speakers
        if not speakers and place <= 1 and (last := self._voices.right_before(unit.begin)) is not None:
            speakers = last.speakers
        known = [mention.name for mention in speakers if mention.how != "unresolved"]
        return (known[0],) if len(known) == 1 else ()


def _by_surname(names: Iterable[str]) -> dict[str, str | None]:
    """Surname to full name; None where two people share it."""
    full: dict[str, str | None] = {}
    for name in names:
        words = name.split()
        capitals = all(word[0].isupper() or "-" in word for word in words[:1] + words[-1:])
        if len(words) > 1 and capitals and words[-1].lower() not in _HEADS:
            surname = words[-1].casefold()
            full[surname] = name if full.get(surname, name) == name else None
    return full
