"""The invented Lake Accord between Aldra and Veyl: the agreement that the pages are tried on."""

from datetime import date
from decimal import Decimal

from pactwatch.model.agreement import (
    Accrual,
    Actor,
    Agreement,
    Anchor,
    Cited,
    ClauseReading,
    Duty,
    Expectation,
    Measure,
    OtherNegotiation,
    Person,
    Phase,
    Provision,
    RivalDay,
    Role,
)
from pactwatch.model.terms import AllOf, AtOnce, By, Happened, Keeps, Not, StateIs, Within

ACTORS = (
    Actor("aldra", "Aldra", (Role.PARTY,), adjectives=("Aldran",)),
    Actor("veyl", "Veyl", (Role.PARTY,), adjectives=("Veylish",)),
    Actor("norrin", "Norrin", (Role.MEDIATOR,)),
    Actor("harbour", "Veyl harbour office", (Role.OTHER,), part_of="veyl", source="text"),
    Actor("monitors", "Lake Monitors", (Role.BODY,)),
)

PEOPLE = (
    Person("brann", "Tove Brann", of="norrin", office="foreign minister"),
    Person("oske", "Ilmar Oske", of="aldra", office="spokesman"),
    Person("dahl", "Rena Dahl", of="veyl", office="harbour minister"),
)

ANCHORS = (
    Anchor("acceptance", "both sides accept", date(2031, 3, 2), "text"),
    Anchor(
        "truce",
        "shelling stops",
        date(2031, 3, 4),
        "text",
        rivals=(RivalDay("veyl", date(2031, 3, 5), "wire"),),
    ),
    Anchor("handover", "first crews come home", date(2031, 3, 20), "wire"),
)

PHASES = (
    Phase("one", "First phase: quiet and return", ("first phase",)),
    Phase("two", "Second phase: the garrisons", ("second phase",), after=StateIs("crews", "fulfilled")),
    Phase("three", "Third phase: the dam", ("third phase",)),
)

PROVISIONS = (
    Provision(
        "shelling",
        "No shelling across the lake",
        "one",
        Duty(("aldra", "veyl"), "keep", of="the guns silent", continuing=True),
        text="From the day of acceptance neither side fires on the other's shore or boats.",
        due=AtOnce("acceptance"),
        source="text",
        line=41,
    ),
    Provision(
        "crews",
        "Return of the detained crews",
        "one",
        Duty(("aldra",), "release", ("veyl",), of="crew members", count=48),
        text="Aldra returns the forty-eight crew members that it holds, living and dead.",
        due=Within(72, "hour", "acceptance"),
        readings=(ClauseReading("aldra", "wire", "The clock starts when the lists are exchanged.", None),),
        source="text",
        line=52,
    ),
    Provision(
        "barges",
        "Passage of grain barges",
        "one",
        Duty(("veyl",), "admit", ("aldra",), of="barges", rate=Decimal(60), per="day"),
        text="Veyl lets sixty barges a day pass the narrows.",
        while_=Keeps("aldra", "shelling"),
        source="text",
        line=70,
    ),
    Provision(
        "garrison",
        "Withdrawal of the island garrison",
        "two",
        Duty(("veyl",), "withdraw"),
        text="Veyl's soldiers leave Holm island.",
        after=AllOf((StateIs("crews", "fulfilled"), Not(Happened("handover")))),
        source="text",
        line=83,
    ),
    Provision(
        "monitors",
        "Lake Monitors at work",
        "two",
        Duty(("norrin",), "send", of="monitors", count=120),
        due=By(date(2031, 7, 1)),
        line=95,
    ),
    Provision("dam", "Repair of the dam", "three", text="Both sides pay for the repair.", line=110),
)

MEASURES = (
    Measure(
        "returned",
        "Crew members returned",
        Accrual.CUMULATIVE,
        "people",
        ("crew member", "sailor"),
        effect="returned",
        since="acceptance",
        provision="crews",
    ),
    Measure(
        "dead",
        "People killed on the lake since the shelling stopped",
        Accrual.CUMULATIVE,
        "people",
        ("person", "fisherman"),
        ("soldier",),
        effect="killed",
        since="truce",
    ),
    Measure(
        "passed",
        "Barges let through",
        Accrual.FLOW,
        "barges a day",
        ("barge",),
        effect="passed",
        provision="barges",
    ),
    Measure(
        "soldiers", "Soldiers on Holm island", Accrual.STOCK, "people", ("soldier",), provision="garrison"
    ),
)

LAKE = Agreement(
    id="lake",
    title="The Lake Accord",
    hash="5e" * 32,
    starts=date(2031, 3, 2),
    words=("Lake Accord",),
    actors={actor.id: actor for actor in ACTORS},
    people={person.id: person for person in PEOPLE},
    anchors={anchor.id: anchor for anchor in ANCHORS},
    phases={phase.id: phase for phase in PHASES},
    provisions={provision.id: provision for provision in PROVISIONS},
    measures={measure.id: measure for measure in MEASURES},
    others={
        "ferry": OtherNegotiation("ferry", "Ferry truce of 2029", ("ferry truce",), before=date(2030, 1, 1))
    },
    expectations=(Expectation(date(2031, 4, 20), "any-allegation", "crews", "48 of 48", 120),),
    sources={
        "text": Cited("text", "The accord as signed", "Lake Gazette", date(2031, 3, 2)),
        "wire": Cited("wire", "Report of the signing", "Norrin Wire", date(2031, 3, 2)),
    },
)
