"""The standing of a claim, computed from links: how many independent origins tell it, who disputes it, what
corrects it. The words are those of the field; none of them says who is right.

    alleged | reported | corroborated by n independent origins; disputed by Y; corrected by a report
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.model.claim import Figure, Statement
from pactwatch.model.link import Linked, LinkKind
from pactwatch.model.status import Fact
from pactwatch.stories.differences import name_voices
from pactwatch.stories.groups import connect
from pactwatch.stories.reports import find_voices


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands. ``alleged``: somebody says that a breach was committed. ``claims`` are those that
    tell the same, itself included, ``origins`` the independent origins among their documents."""

    alleged: bool
    claims: tuple[str, ...]
    origins: tuple[str, ...]
    disputed_by: tuple[str, ...] = ()
    corrected_by: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The standing in words: "corroborated by 2 independent origins, disputed by the River Guard"."""
        count = len(self.origins)
        first = "alleged" if self.alleged else "reported"
        parts = [f"corroborated by {count} independent origins" if count > 1 else f"{first} by one origin"]
        if not count:
            parts = [f"{first} in digests only"]
        parts += [f"disputed by {name}" for name in self.disputed_by]
        parts += [f"corrected in {name}" for name in self.corrected_by]
        return ", ".join(parts)


def compute_standings(facts: Sequence[Fact], linked: Iterable[Linked]) -> Mapping[str, Standing]:
    """The standing of each claim of some facts, by key.

    Two claims tell the same where a same_utterance or same_incident link holds between them, where they
    are figures of one story with the same number of the same thing, or where they allege a breach of one side
    in statements that are one utterance. What a person rejected tells the same
    as nothing else, and disputes and corrects nothing.
    """
    known = {fact.claim.key: fact for fact in facts}
    counting = {fact.claim.key: fact for fact in facts if not fact.rejected}
    holding = [one for one in linked if one.holds and one.a in counting and one.b in counting]
    same = [(x.a, x.b) for x in holding if x.kind in (LinkKind.SAME_UTTERANCE, LinkKind.SAME_INCIDENT)]
    spoken = {key: group[0] for group in connect(known, same) for key in group}
    told = [*_pair_figures(counting.values()), *_pair_allegations(counting.values(), spoken)]
    groups = connect(known, [*same, *told])
    members = {key: group for group in groups for key in group}
    disputed = _collect(holding, LinkKind.DENIES)
    corrected = _collect(holding, LinkKind.CORRECTS)
    return {key: _make_standing(key, members[key], known, disputed, corrected) for key in known}


def _pair_figures(facts: Iterable[Fact]) -> list[tuple[str, str]]:
    """Figures of one story that give the same number of the same thing, in the same mode; a number that a
    report tells as what was said before ("not 29") is not told by it."""
    first: dict[tuple[object, ...], str] = {}
    pairs = []
    for fact in facts:
        figure = fact.claim.slots
        if _is_told(fact) and isinstance(figure, Figure):
            thing = fact.placement.measure or (figure.counted, figure.effect)
            bounds = (figure.low, figure.high, figure.approx, figure.of_total, figure.percent, figure.parts)
            kind = (figure.per, figure.increment, fact.claim.modality)
            key = (fact.story, thing, bounds, kind)
            pairs.append((first.setdefault(key, fact.claim.key), fact.claim.key))
    return pairs


def _pair_allegations(facts: Iterable[Fact], spoken: Mapping[str, str]) -> list[tuple[str, str]]:
    """Alleged breaches of one side in statements that are one utterance; ``spoken`` leads from each statement
    to the first that is linked with it."""
    statements: dict[str, list[Fact]] = {}
    alleged = []
    for fact in facts:
        if isinstance(fact.claim.slots, Statement):
            statements.setdefault(fact.document.id, []).append(fact)
        elif fact.claim.alleges_breach:
            alleged.append(fact)
    first: dict[tuple[object, ...], str] = {}
    pairs = []
    for fact in alleged:
        around = _find_statement(fact, statements.get(fact.document.id, ()))
        if around is not None:
            key = (spoken[around.claim.key], fact.placement.accused)
            pairs.append((first.setdefault(key, fact.claim.key), fact.claim.key))
    return pairs


def _find_statement(fact: Fact, statements: Iterable[Fact]) -> Fact | None:
    """The shortest statement of a document that holds a claim."""
    holding = [one for one in statements if one.claim.span.holds(fact.claim.span)]
    return min(
        holding, key=lambda one: (one.claim.span.end - one.claim.span.begin, one.claim.key), default=None
    )


def _is_told(fact: Fact) -> bool:
    """Whether it is a figure that a report of a story gives."""
    figure = fact.claim.slots
    return (
        isinstance(figure, Figure)
        and not figure.former
        and fact.story is not None
        and not fact.document.digest
    )


def _collect(holding: Iterable[Linked], kind: LinkKind) -> dict[str, list[str]]:
    """By the second end of the links of a kind, their first ends."""
    found: dict[str, list[str]] = {}
    for one in holding:
        if one.kind is kind:
            found.setdefault(one.b, []).append(one.a)
    return found


def _make_standing(
    key: str,
    group: Sequence[str],
    known: Mapping[str, Fact],
    disputed: Mapping[str, Sequence[str]],
    corrected: Mapping[str, Sequence[str]],
) -> Standing:
    fact = known[key]
    origins = [origin for one in group if (origin := known[one].origin)]
    denying = [name_voices(find_voices(known[one])) for same in group for one in disputed.get(same, ())]
    correcting = [known[one].document.name for same in group for one in corrected.get(same, ())]
    return Standing(
        fact.claim.alleges_breach,
        tuple(group),
        tuple(sorted(set(origins))),
        tuple(dict.fromkeys(denying)),
        tuple(dict.fromkeys(correcting)),
    )
