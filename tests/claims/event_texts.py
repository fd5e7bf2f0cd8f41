"""Events of short texts as lines, for the tests of their reading."""

from claim_texts import claims_of

from pactwatch.model.claim import Claim, Event


def events_in(text: str, published: str | None = "2031-05-19") -> list[tuple[Claim, Event]]:
    """Each event of a text with its claim."""
    _, claims = claims_of(text, "events", published)
    return [(claim, claim.slots) for claim in claims if isinstance(claim.slots, Event)]


def event_lines(text: str) -> list[str]:
    """Each event as "ROOT mode: actor > recipient [auxiliaries]", what is missing as a dot."""
    return [_line(event) for _, event in events_in(text)]


def _line(event: Event) -> str:
    root = f"{event.root} {event.mode}" if event.mode else event.root
    auxiliary = f" [{' '.join(event.auxiliary)}]" if event.auxiliary else ""
    return f"{root}: {event.actor or '.'} > {event.recipient or '.'}{auxiliary}"


def roots(text: str) -> list[str]:
    """The roots of the events, with "?" behind one that did not happen as told."""
    return [event.root + "?" * bool(event.auxiliary) for _, event in events_in(text)]
