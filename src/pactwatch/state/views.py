"""Views: whose words count.

party:<id>       what that party and its people state; its institutions only with the switch
mediators        the same for the mediators
outlets          what reports say in their own voice
uncontested      asserted by anyone and denied by no party
any-allegation   whatever anyone asserts
"""

from collections.abc import Callable, Sequence
from difflib import get_close_matches

from pactwatch.config import PARTY_VIEW, STANDARD_VIEWS
from pactwatch.errors import UnknownView
from pactwatch.model.agreement import Agreement, Role
from pactwatch.model.claim import Event, Figure, Modality, Progress, Step
from pactwatch.model.status import Fact
from pactwatch.state.days import find_day
from pactwatch.state.speakers import find_side, has_role, is_own_voice

#: What is said of, and what a denial of it must match: kind, provision or measure, step or accused.
Point = tuple[str, ...]

_STEPS_DENIED_BY_NOT_BEGUN = (Step.BEGUN, Step.PARTLY, Step.DONE)


def known_views(agreement: Agreement) -> tuple[str, ...]:
    """The views of an agreement: the standard ones, then one for each party."""
    return STANDARD_VIEWS + tuple(PARTY_VIEW + actor.id for actor in agreement.actors_in(Role.PARTY))


def check_view(view: str, agreement: Agreement) -> None:
    """Raises UnknownView, with the nearest, where the agreement has no such view."""
    known = known_views(agreement)
    if view not in known:
        near = get_close_matches(view, known, n=1, cutoff=0.5)
        nearest = f' The nearest is "{near[0]}".' if near else ""
        raise UnknownView(f'There is no view "{view}".{nearest}', f"There are: {', '.join(known)}.")


def select_view(facts: Sequence[Fact], view: str, agreement: Agreement, institutions: bool) -> list[Fact]:
    """The facts whose words count. Raises UnknownView."""
    check_view(view, agreement)
    if view == "any-allegation":
        return list(facts)
    if view == "outlets":
        return [fact for fact in facts if is_own_voice(fact)]
    if view == "uncontested":
        return _leave_contested(facts, agreement, institutions)
    if view == "mediators":
        return _select_speakers(facts, agreement, institutions, lambda side: _is_mediator(side, agreement))
    party = view.removeprefix(PARTY_VIEW)
    return _select_speakers(facts, agreement, institutions, lambda side: side == party)


def _is_mediator(side: str, agreement: Agreement) -> bool:
    return has_role(side, Role.MEDIATOR, agreement)


def _select_speakers(
    facts: Sequence[Fact], agreement: Agreement, institutions: bool, counts: Callable[[str], bool]
) -> list[Fact]:
    return [
        fact
        for fact in facts
        if any(counts(find_side(match, agreement, institutions)) for match in fact.placement.speakers)
    ]


def _leave_contested(facts: Sequence[Fact], agreement: Agreement, institutions: bool) -> list[Fact]:
    denials: dict[Point, list[Fact]] = {}
    for fact in facts:
        for point in find_denied(fact):
            if _is_of_party(fact, agreement, institutions):
                denials.setdefault(point, []).append(fact)
    return [
        fact
        for fact in facts
        if fact.claim.modality is not Modality.DENIED
        and not any(
            _contests(denial, fact) for point in find_points(fact) for denial in denials.get(point, ())
        )
    ]


def _is_of_party(fact: Fact, agreement: Agreement, institutions: bool) -> bool:
    sides = (find_side(match, agreement, institutions) for match in fact.placement.speakers)
    return any(has_role(side, Role.PARTY, agreement) for side in sides)


def _contests(denial: Fact, fact: Fact) -> bool:
    """A denial holds for what was said before or with it; where a day is unknown, it holds."""
    denied, said = find_day(denial), find_day(fact)
    return denial is not fact and (denied is None or said is None or denied >= said)


def find_points(fact: Fact) -> list[Point]:
    """What a fact asserts, in a form that a denial can match; statements assert no point."""
    if fact.claim.modality is not Modality.ASSERTED:
        return []
    return _find_points(fact, (_step_of(fact),))


def find_denied(fact: Fact) -> list[Point]:
    """What a fact denies: it says so, or says of a step that it has not begun."""
    if fact.claim.modality is Modality.DENIED:
        return _find_points(fact, (_step_of(fact),))
    if fact.claim.modality is Modality.ASSERTED and _step_of(fact) is Step.NOT_BEGUN:
        return _find_points(fact, _STEPS_DENIED_BY_NOT_BEGUN)
    return []


def _step_of(fact: Fact) -> Step | None:
    return fact.claim.slots.step if isinstance(fact.claim.slots, Progress) else None


def _find_points(fact: Fact, steps: Sequence[Step | None]) -> list[Point]:
    placement, slots = fact.placement, fact.claim.slots
    kind = fact.claim.kind.value
    if isinstance(slots, Figure):
        return [(kind, placement.measure)] if placement.measure else []
    if isinstance(slots, Event) and not fact.claim.alleges_breach:
        return []
    if isinstance(slots, Event):
        return [
            (kind, slots.root, match.provision, placement.accused or "") for match in placement.provisions
        ]
    if isinstance(slots, Progress):
        return [(kind, match.provision, step) for match in placement.provisions for step in steps if step]
    return []
