"""Which actor a speaker is or speaks for: by name, by office, by affiliation."""

import regex

from pactwatch.claims.aliases import AliasTable, Named, find_exact, find_last, find_named, fold
from pactwatch.claims.bodies import collective_role, find_body, is_generic
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Mention
from pactwatch.model.placement import SpeakerMatch

_DEPARTMENT = regex.compile(r"\b(?:[Mm]inistry|[Dd]epartment) (?:of|for) (?:the )?(\p{L}+)")
__all__ = ["is_generic", "match_actors", "match_speaker"]


def match_speaker(mention: Mention, text: str, table: AliasTable, agreement: Agreement) -> SpeakerMatch:
    """The actor of a speaker, with the reason; ``actor`` is None where none fits."""
    words = mention.span.of(text)
    named = find_exact(table, mention.name) or find_exact(table, words) or find_last(table, mention.name)
    if named is not None:
        return _by_alias(mention, named, agreement)
    for source, phrase in (("affiliation", mention.affiliation or ""), ("words", mention.name)):
        found = [n for n in find_named(table, phrase) if n.person is None]
        if found:
            person = mention.name if source == "affiliation" else None
            department = _find_department(phrase, found[0].actor, agreement)
            if department is not None:
                return SpeakerMatch(
                    department, person, mention.name, f'{source} "{phrase}" names {found[0].alias}'
                )
            return SpeakerMatch(
                found[0].actor, person, mention.name, f'{source} "{phrase}" names {found[0].alias}'
            )
    body = find_body(mention.name, text[: mention.span.begin], text, table, agreement)
    if body is not None:
        return SpeakerMatch(body.actor, None, mention.name, body.reason)
    return SpeakerMatch(None, None, mention.name, "no actor of the agreement file has this name")


def _find_department(phrase: str, owner: str | None, agreement: Agreement) -> str | None:
    """The Ministry of Foreign Affairs of the Republic of Ondria: that ministry of the agreement file"""
    found = _DEPARTMENT.search(phrase)
    if found is None or owner is None:
        return None
    kind = {"affairs": "foreign", "foreign": "foreign"}.get(found[1].lower(), found[1].lower())
    fitting = [
        actor.id
        for actor in agreement.actors.values()
        if actor.part_of == owner and fold(actor.name).endswith(f"{kind} ministry")
    ]
    return fitting[0] if len(fitting) == 1 else None


def match_actors(
    mention: Mention, text: str, table: AliasTable, agreement: Agreement
) -> tuple[SpeakerMatch, ...]:
    """The actors that a holder is: several where one word means several, else ``match_speaker``'s."""
    role = collective_role(mention.name)
    several = agreement.actors_in(role) if role is not None else []
    if not several:
        return (match_speaker(mention, text, table, agreement),)
    reason = f'"{mention.name}" are the {role}s of the agreement file'
    return tuple(SpeakerMatch(one.id, None, mention.name, reason) for one in several)


def _by_alias(mention: Mention, named: Named, agreement: Agreement) -> SpeakerMatch:
    if named.person is not None:
        person = agreement.people[named.person]
        whose = f"speaks for {person.of}" if person.of else "speaks for nobody"
        return SpeakerMatch(
            person.of, person.name, mention.name, f"{person.name} of the agreement file {whose}"
        )
    return SpeakerMatch(named.actor, None, mention.name, f'"{named.alias}" is a name of {named.actor}')
