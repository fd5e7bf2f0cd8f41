"""Two reports of the lake case on what is held, promised, read into a clause, met over and alleged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lake_case import LakeCase
from lake_facts import DAHL, OSKE, figure, find, make_fact
from lake_texts import ARTICLES, make_article, on

from pactwatch.model.claim import (
    Commitment,
    Condition,
    Event,
    Fate,
    Force,
    Interpretation,
    Mention,
    Modality,
    Position,
    Progress,
    Stance,
    Step,
)
from pactwatch.model.keys import compute_key
from pactwatch.model.placement import ProvisionMatch, SpeakerMatch
from pactwatch.model.source import Article, Span, When
from pactwatch.model.status import Fact

PIER = make_article(
    "pier-0410.txt",
    """
h Monitors and garrison part the shores of the lake
s Veyl said it rejected monitors on its shore.
| Norrin was considering a larger force, Dahl said.
s Veyl will not leave Holm island until the last sailor is home, Dahl said.
| Aldra promised to hand in its lists by 1 April if the ice melts.
s The accord does not oblige Veyl to leave before the ice, Dahl said.
| The lake monitors confirmed that 46 of 48 sailors were home.
s Brann met Oske and Dahl at Brannhaven on Tuesday about the garrison.
| Aldra and Veyl will meet at Tarn on 30 April.
s Pell Arne, an analyst, supported a new dam.
""",
    outlet="Pier Post",
    published=on(2031, 4, 10),
)

MOLE = make_article(
    "mole-0415.txt",
    """
h Veyl takes monitors, its foes count breaches
s Veyl now supported monitors on its shore, it said.
| Veyl broke its promise to count its boats, Oske said.
s Aldra counted 31 violations of the accord.
| Veyl had shelled Tarn and killed 3 people in breach of the accord, Oske said.
""",
    outlet="Mole Mail",
    published=on(2031, 4, 15),
)

VEYL = {"who": "Veyl", "side": "veyl"}


@dataclass(frozen=True)
class Placed:
    """Where a claim belongs beyond its provisions."""

    actor: str | None = None
    name: str = ""
    needs: Sequence[str] = ()
    wants: Sequence[str] = ()
    happened: When | None = None
    rule: str = "cut"


def place(fact: Fact, placed: Placed) -> Fact:
    """A fact with its actor, the two sides of its condition, its day and its rule."""
    claim = replace(fact.claim, happened_on=placed.happened, rule=placed.rule)
    claim = claim.with_key(compute_key(claim))
    match = SpeakerMatch(placed.actor, None, placed.name or placed.actor or "", "named")
    placement = replace(
        fact.placement,
        claim=claim.key,
        actors=(match,) if placed.actor or placed.name else (),
        needs=tuple(ProvisionMatch(known, 0.8, "its words") for known in placed.needs),
        wants=tuple(ProvisionMatch(known, 0.8, "its words") for known in placed.wants),
    )
    return replace(fact, claim=claim, placement=placement)


def hold(article: Article, words: str, who: str, stance: Stance, target: str) -> Position:
    """Somebody stands somehow to something; the words of the stance are the last before the target."""
    sentence, place_of = find(article, words), article.text.index(words)
    begin = article.text.index(target, place_of)
    trigger = article.text[place_of:begin].split()[-1]
    at = article.text.index(trigger, place_of)
    mention = Mention(Span(place_of, place_of + len(who)), who)
    assert sentence.begin == mention.span.begin
    return Position(mention, stance, Span(at, at + len(trigger)), Span(begin, begin + len(target)))


def make_positions() -> list[Fact]:
    """Veyl turns about; Norrin's stance is told by another; one holder is nobody of the file."""
    shore, said = "monitors on its shore", {"provisions": ["monitors"], **VEYL}
    rejected, supported = f"Veyl said it rejected {shore}", f"Veyl now supported {shore}"
    force, dam = "Norrin was considering a larger force", "Pell Arne, an analyst, supported a new dam"
    rejects = hold(PIER, rejected, "Veyl", Stance.REJECTS, shore)
    supports = hold(MOLE, supported, "Veyl", Stance.SUPPORTS, shore)
    considers = hold(PIER, force, "Norrin", Stance.CONSIDERS, "a larger force")
    analyst = hold(PIER, dam, "Pell Arne", Stance.SUPPORTS, "a new dam")
    return [
        place(make_fact(PIER, rejected, rejects, **said), Placed("veyl")),
        place(make_fact(PIER, force, considers, provisions=["monitors"], **DAHL), Placed("norrin")),
        place(make_fact(MOLE, supported, supports, **said), Placed("veyl")),
        place(make_fact(PIER, dam, analyst, provisions=["dam"], who="Pell Arne"), Placed(None, "Pell Arne")),
    ]


def make_bound() -> list[Fact]:
    """A condition between two provisions, two promises, a reading, a step that somebody confirms."""
    waits = "Veyl will not leave Holm island until the last sailor is home"
    lists = "Aldra promised to hand in its lists by 1 April if the ice melts"
    broken = "Veyl broke its promise to count its boats"
    reads = "The accord does not oblige Veyl to leave before the ice"
    home = "The lake monitors confirmed that 46 of 48 sailors were home"
    condition = Condition(
        find(PIER, "until"), "until", find(PIER, "the last sailor is home"), find(PIER, waits[:32])
    )
    promise = Commitment(
        Mention(find(PIER, "Aldra"), "Aldra"),
        find(PIER, "promised"),
        find(PIER, "to hand in its lists"),
        due=on(2031, 4, 1),
        due_words="by 1 April",
        condition=find(PIER, "if the ice melts"),
    )
    broke = Commitment(
        Mention(find(MOLE, "Veyl"), "Veyl"),
        find(MOLE, "broke"),
        find(MOLE, "to count its boats"),
        Fate.BROKEN,
    )
    reading = Interpretation(
        find(PIER, "does not oblige"),
        Force.DOES_NOT_REQUIRE,
        find(PIER, "The accord"),
        find(PIER, "Veyl to leave before the ice"),
    )
    step = Progress(Step.PARTLY, find(PIER, "were home"), None, "sailors", None, None, confirms=True)
    return [
        place(
            make_fact(PIER, waits, condition, provisions=["garrison"], modality=Modality.CONDITIONAL, **DAHL),
            Placed(needs=["crews"], wants=["garrison"]),
        ),
        place(
            make_fact(PIER, lists, promise, provisions=["crews"], who="Aldra", side="aldra"), Placed("aldra")
        ),
        place(make_fact(MOLE, broken, broke, provisions=["barges"], **OSKE), Placed("veyl")),
        make_fact(PIER, reads, reading, provisions=["garrison"], **DAHL),
        make_fact(PIER, home, step, provisions=["crews"], who="The lake monitors", side="monitors"),
    ]


def make_meetings() -> list[Fact]:
    """A meeting that took place and one that is planned."""
    met = Event(
        "CONSULT",
        "third-party",
        "Tove Brann",
        "Ilmar Oske",
        find(PIER, "met"),
        (),
        ("Rena Dahl",),
        "the garrison",
        "Brannhaven",
    )
    plan = Event("CONSULT", "meet", "Aldra", "Veyl", find(PIER, "will meet"), place="Tarn")
    return [
        place(
            make_fact(PIER, "Brann met Oske and Dahl at Brannhaven on Tuesday", met, provisions=["garrison"]),
            Placed(happened=on(2031, 4, 8), rule="held"),
        ),
        place(
            make_fact(PIER, "Aldra and Veyl will meet at Tarn on 30 April", plan, modality=Modality.PLANNED),
            Placed(happened=on(2031, 4, 30), rule="planned"),
        ),
    ]


def make_alleged() -> list[Fact]:
    """A published number of breaches, and an allegation that names a place and the dead."""
    number = figure(MOLE, "31", "violation", low=31, high=31)
    dead = figure(MOLE, "3 people", "people", "killed", low=3, high=3)
    harmed = make_fact(MOLE, "killed 3 people", dead, **OSKE)
    words = "Veyl had shelled Tarn and killed 3 people in breach of the accord"
    event = Event(
        "ACCUSE",
        "allege",
        "Aldra",
        "Veyl",
        find(MOLE, "in breach"),
        place="Tarn",
        harm=(harmed.claim.key,),
        breach=True,
    )
    return [
        make_fact(MOLE, "Aldra counted 31 violations", number, who="Aldra", side="aldra"),
        harmed,
        make_fact(MOLE, words, event, provisions=["shelling"], accused="veyl", **OSKE),
    ]


def make_held_case() -> LakeCase:
    """The lake case with the two reports and all that is read in them."""
    case = LakeCase()
    added = (*make_positions(), *make_bound(), *make_meetings(), *make_alleged())
    return replace(case, articles=(*ARTICLES, PIER, MOLE), all_facts=(*case.all_facts, *added))
