"""What is declared, planned, demanded, denied or supposed is never told as done."""

import pytest
from event_texts import event_lines, events_in, roots

from pactwatch.model.claim import Auxiliary, Modality

DECLARED_AND_DONE = [
    ("Ondria agreed to withdraw its troops from Dell.", "Ondria withdrew its troops from Dell."),
    ("Ondria promised to free the captives.", "Ondria freed the captives."),
    ("Ondria ordered the release of the captives.", "Ondria released the captives."),
    ("Ondria announced the withdrawal of its troops.", "Ondria pulled back its troops."),
    ("The rebels pledged to lay down their arms.", "The rebels laid down their arms."),
    ("Ondria is ready to lift the siege of Pell.", "Ondria lifted the siege of Pell."),
    ("Ondria agreed to a ceasefire with Calvenne.", "Ondria stopped fighting Calvenne."),
    ("Ondria declared a truce with Calvenne.", "Ondria observed the truce with Calvenne."),
    ("Ondria offered to hand over the captives.", "Ondria handed over the captives."),
    ("Marr has agreed to resign.", "Marr has resigned."),
    ("Ondria decided to ease the curfew in Pell.", "Ondria eased the curfew in Pell."),
    ("Ondria vowed to disarm the militia.", "Ondria disarmed the militia."),
    ("Ondria committed to return the statues to Calvenne.", "Ondria returned the statues to Calvenne."),
    ("Ondria is willing to withdraw from Dell.", "Ondria has withdrawn from Dell."),
]
DONE_AND_PLANNED = [
    ("Ondria freed the captives.", "Ondria will free the captives."),
    ("Ondria attacked Calvenne.", "Ondria will attack Calvenne."),
    ("Ondria attacked Calvenne.", "Ondria plans to attack Calvenne."),
    ("Ondria withdrew from Dell.", "Ondria is to withdraw from Dell."),
    ("Ondria withdrew from Dell.", "Ondria is due to withdraw from Dell."),
    ("Ondria withdrew from Dell.", "Ondria is expected to withdraw from Dell."),
    ("Police arrested Loren.", "Police intend to arrest Loren."),
    ("Ondria deported 30 migrants.", "Ondria said it would deport 30 migrants."),
    ("Ondria imposed sanctions on Calvenne.", "Ondria is going to impose sanctions on Calvenne."),
]
DENIED = [
    "Ondria did not attack Calvenne.",
    "Ondria has never attacked Calvenne.",
    "Ondria denied attacking Calvenne.",
    "Ondria denied that it had attacked Calvenne.",
    "Ondria has not freed the captives.",
    "No captives were freed by Ondria.",
    "Ondria no longer shells Pell.",
    "Police have not arrested Loren.",
    "The captives were never released by Ondria.",
    "Neither side attacked Calvenne.",
    "Not a guard was killed by Ondria.",
]
SUPPOSED = [
    "If Ondria attacks Calvenne, the locks will stay shut.",
    "Ondria could attack Calvenne.",
    "Ondria may arrest Loren.",
    "Unless Ondria frees the captives, nothing moves.",
    "Ondria might withdraw from Dell.",
    "Ondria would have attacked Calvenne.",
    "Ondria attempted to storm Calvenne.",
    "Police asked whether Ondria had attacked Calvenne.",
    "Nothing moves until Ondria frees the captives.",
    "Once Calvenne disarms, the locks open.",
]


DEEDS = ("RETREAT", "ASSAULT", "AID", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "COOPERATE")


@pytest.mark.parametrize(("declared", "done"), DECLARED_AND_DONE)
def test_declared_is_not_done(declared: str, done: str) -> None:
    assert [root.rstrip("?") for root in roots(declared)] == ["CONCEDE"]
    assert roots(done) == ["RETREAT"]


@pytest.mark.parametrize(("done", "planned"), DONE_AND_PLANNED)
def test_planned_is_not_done(done: str, planned: str) -> None:
    assert events_in(done)[0][1].auxiliary == ()
    claim, event = events_in(planned)[0]
    assert event.auxiliary == (Auxiliary.FUTURE,) and claim.modality is Modality.PLANNED


@pytest.mark.parametrize("text", DENIED)
def test_denied_did_not_happen(text: str) -> None:
    claim, event = events_in(text)[0]
    assert Auxiliary.NEGATED in event.auxiliary and claim.modality is Modality.DENIED


@pytest.mark.parametrize("text", SUPPOSED)
def test_supposed_did_not_happen(text: str) -> None:
    claim, event = events_in(text)[0]
    assert Auxiliary.HYPOTHETICAL in event.auxiliary
    assert claim.modality in (Modality.CONDITIONAL, Modality.HYPOTHETICAL)


@pytest.mark.parametrize(
    "text",
    [
        "Ondria attacked Calvenne in 1999.",
        "Ondria attacked Calvenne last year.",
        "Two decades ago Ondria attacked Calvenne.",
        "Ondria had once attacked Calvenne.",
    ],
)
def test_years_ago_is_historical(text: str) -> None:
    assert events_in(text)[0][1].auxiliary == (Auxiliary.HISTORICAL,)


def test_this_year_is_not_historical() -> None:
    assert events_in("Ondria attacked Calvenne in 2031.")[0][1].auxiliary == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ondria urged Calvenne to withdraw from Dell.", "REQUEST yield: Ondria > Calvenne"),
        ("Ondria told Calvenne to free the captives.", "REQUEST yield: Ondria > Calvenne"),
        ("Ondria wants Calvenne to free the captives.", "REQUEST yield: Ondria > Calvenne"),
        ("Ondria refused to withdraw from Dell.", "REJECT yield: Ondria > Dell"),
        ("Ondria will not withdraw from Dell.", "REJECT yield: Ondria > Dell"),
        ("Ondria failed to reach an accord with Calvenne.", "REJECT: Ondria > Calvenne"),
        ("Ondria warned it would halt aid to Calvenne.", "THREATEN relations: Ondria > Calvenne"),
        ("Ondria threatened Calvenne with sanctions.", "THREATEN restrict: Ondria > Calvenne"),
        ("Ondria suspended talks with Calvenne.", "SANCTION withdraw: Ondria > Calvenne"),
        ("Ondria ended its raids on Calvenne.", "RETREAT ceasefire: Ondria > Calvenne"),
        ("Ondria cancelled a visit to Calvenne.", "REJECT: Ondria > Calvenne"),
        ("Ondria began withdrawing from Dell.", "RETREAT withdraw: Ondria > Dell"),
        ("Ondria continued shelling Pell.", "ASSAULT heavy-weapons: Ondria > Pell"),
        ("Ondria let aid convoys through the gate.", "RETREAT access: Ondria > aid convoys"),
        ("Ondria agreed to share intelligence with Calvenne.", "AGREE: Ondria > Calvenne"),
        ("Ondria agreed not to attack Calvenne.", "THREATEN violence: Ondria > Calvenne"),
    ],
)
def test_how_operators_compose(text: str, line: str) -> None:
    assert event_lines(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Marr said that Calvenne must free the captives.",
        "Ondria demanded the release of the captives from Calvenne.",
        "Ondria called on Calvenne to disarm.",
        "Ondria is expected to free the captives.",
        "Mediators hope that Ondria will free the captives.",
        "Ondria will free the captives if Calvenne disarms.",
        "Ondria has yet to free the captives.",
        "Envoys went to Dell to free the captives.",
        "Calvenne accused Ondria of shelling Pell.",
        "Nobody freed the captives.",
        "Ondria agreed to free the captives.",
        "Ondria denies it shelled Pell.",
        "The plan is for Ondria to free the captives.",
        "Analysts doubt that Ondria freed the captives.",
        "Ondria is accused of shelling Pell.",
        "Marr fears Ondria will attack Calvenne.",
        "Ondria would free the captives only if Calvenne disarmed.",
        "Ondria ordered its troops to withdraw from Dell.",
        "Ondria urged an end to the shelling of Pell.",
        "Ondria offered aid to Calvenne.",
        "Ondria considered sanctions against Calvenne.",
        "Ondria has not yet withdrawn from Dell.",
        "Ondria refused to send aid to Calvenne.",
        "Ondria failed to free the captives.",
        "Ondria could not free the captives.",
        "Ondria is unlikely to attack Calvenne.",
        "Ondria asked Calvenne to arrest the men.",
        "Ondria promised Calvenne aid.",
    ],
)
def test_nothing_counts_as_done_that_is_only_spoken_of(text: str) -> None:
    """No forecast, plan, demand, denial or condition is an act that happened."""
    done = [
        event
        for claim, event in events_in(text)
        if event.root in DEEDS and claim.modality is Modality.ASSERTED and not event.auxiliary
    ]
    assert done == []
