"""Meetings of short texts as lines, for the tables of the tests."""

from collections.abc import Sequence

from claim_texts import claims_of

from pactwatch.model.claim import Claim, Event


def meetings_of(text: str, published: str | None = "2031-05-19") -> Sequence[Claim]:
    """The meetings of a text; 19 May 2031 is a Monday."""
    return claims_of(text, "meetings", published)[1]


def meeting_lines(text: str) -> list[str]:
    """Each meeting as "rule mode: who @ place [month-day]": historical ones are marked, a span of days has both."""
    return [meeting_line(claim) for claim in meetings_of(text)]


def meeting_line(claim: Claim) -> str:
    event = claim.slots
    assert isinstance(event, Event) and event.root == "CONSULT"
    who = ", ".join(name for name in (event.actor, event.recipient, *event.others) if name) or "-"
    past = " historical" if "historical" in event.auxiliary else ""
    place = f" @ {event.place}" if event.place else ""
    return f"{claim.rule}{past} {event.mode}: {who}{place}{_show_day(claim)}"


def _show_day(claim: Claim) -> str:
    when = claim.happened_on
    if when is None:
        return ""
    last = f"..{when.last:%m-%d}" if when.last != when.first else ""
    return f" [{when.first:%m-%d}{last}]"
