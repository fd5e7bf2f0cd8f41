"""Whether a provision or a phase is in a state, as conditions ask, from what is reported alone."""

from collections.abc import Mapping

from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Step
from pactwatch.state.provision import FULFILLED, PARTLY_PERFORMED
from pactwatch.state.reported import Reported


def find_state(
    agreement: Agreement, reported: Mapping[str, Reported], subject: str, state: str
) -> bool | None:
    """True, False, or None where nothing is reported, speakers disagree, or the state is not
    evaluated yet: this version knows "fulfilled" and "partly performed"."""
    if state not in (FULFILLED, PARTLY_PERFORMED):
        return None
    if subject in reported:
        return _is_in(reported[subject], state)
    own = [
        _is_in(found, state)
        for found in reported.values()
        if found.provision.phase == subject and not found.standing_duty
    ]
    if state == PARTLY_PERFORMED or subject not in agreement.phases or not own:
        return None
    return False if False in own else None if None in own else True


def _is_in(found: Reported, state: str) -> bool | None:
    if found.step is None or found.is_disputed or found.standing_duty:
        return None
    wanted = Step.DONE if state == FULFILLED else Step.PARTLY
    return found.step is wanted
