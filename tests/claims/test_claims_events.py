"""Who does what to whom: roots, modes, actors and recipients of events in the active, the passive and as nouns."""

import pytest
from event_texts import event_lines, events_in

from pactwatch.model.claim import Modality

FRAMES = {
    "Ondria attacked Calvenne.": "ASSAULT: Ondria > Calvenne",
    "Calvenne was attacked by Ondria.": "ASSAULT: Ondria > Calvenne",
    "Ondria's attack on Calvenne was brief.": "ASSAULT: Ondria > Calvenne",
    "An attack by Ondria on Calvenne was brief.": "ASSAULT: Ondria > Calvenne",
    "Ondria carried out an attack on Calvenne.": "ASSAULT: Ondria > Calvenne",
    "Ondrian jets, which bombed Calvenne, left at dawn.": "ASSAULT explosives: Ondrian jets > Calvenne",
    "The captives were freed by Calvenne.": "RETREAT release: Calvenne > The captives",
    "Calvenne has set free the captives.": "RETREAT release: Calvenne > the captives",
    "Soldiers laid down their rifles.": "RETREAT disarm: Soldiers > .",
    "Ondrian troops pulled out of Dell.": "RETREAT withdraw: Ondrian troops > Dell",
    "Ondria lifted its blockade of Calvenne.": "RETREAT withdraw: Ondria > Calvenne",
    "Ondria lifted sanctions on Calvenne.": "RETREAT ease: Ondria > Calvenne",
    "Prime Minister Morrane resigned.": "RETREAT resign: Prime Minister Morrane > .",
    "The army declared a ceasefire.": "CONCEDE ceasefire: The army > .",
    "Ondria granted access to the monitors.": "CONCEDE access: Ondria > the monitors",
    "Ondria gave tents to Calvenne.": "AID: Ondria > Calvenne",
    "Ondria sent blankets to the refugees.": "AID: Ondria > the refugees",
    "Ondria granted asylum to a dissident.": "AID asylum: Ondria > a dissident",
    "Ondria extradited a suspect to Calvenne.": "COOPERATE legal: Ondria > a suspect",
    "Ondria shared intelligence with Calvenne.": "COOPERATE intelligence: Ondria > Calvenne",
    "Ondria praised Calvenne.": "SUPPORT: Ondria > Calvenne",
    "Ondria signed a treaty with Calvenne.": "SUPPORT agreement: Ondria > Calvenne",
    "Ondria restored diplomatic ties with Calvenne.": "SUPPORT ties: Ondria > Calvenne",
    "Ondria urged Calvenne to lift the blockade.": "REQUEST yield: Ondria > Calvenne",
    "Ondria demanded that Calvenne free the captives.": "REQUEST yield: Ondria > Calvenne",
    "Ondria called for talks with Calvenne.": "REQUEST meet: Ondria > Calvenne",
    "Ondria appealed to Calvenne for aid.": "REQUEST assist: Ondria > Calvenne",
    "Marr said that Calvenne must disarm.": "REQUEST change: Marr > Calvenne",
    "Ondria condemned Calvenne.": "ACCUSE disapprove: Ondria > Calvenne",
    "Prosecutors are investigating the mayor.": "ACCUSE investigate: Prosecutors > the mayor",
    "Ondria accused Calvenne of shelling a village.": "ACCUSE allege: Ondria > Calvenne",
    "Ondria rejected an offer from Calvenne.": "REJECT: Ondria > Calvenne",
    "Ondria refused to release the captives.": "REJECT yield: Ondria > the captives",
    "Ondria refused to meet Calvenne.": "REJECT meet: Ondria > Calvenne",
    "Ondria threatened to attack Calvenne.": "THREATEN violence: Ondria > Calvenne",
    "Ondria threatened to arrest Loren.": "THREATEN arrest: Ondria > Loren",
    "Ondria issued an ultimatum to Calvenne.": "THREATEN: Ondria > Calvenne",
    "Students marched against Marr.": "PROTEST demo: Students > Marr",
    "Dockers went on strike.": "PROTEST strike: Dockers > .",
    "Farmers blocked the road to Pell.": "PROTEST obstruct: Farmers > Pell",
    "Ondria expelled four diplomats.": "SANCTION expel: Ondria > four diplomats",
    "Ondria cut off aid to Calvenne.": "SANCTION discontinue: Ondria > Calvenne",
    "Ondria severed ties with Calvenne.": "SANCTION withdraw: Ondria > Calvenne",
    "The court convicted a general.": "SANCTION convict: The court > a general",
    "Ondria massed troops on the border.": "MOBILIZE troops: Ondria > .",
    "Ondria tested a missile.": "MOBILIZE weapons: Ondria > .",
    "Police arrested four men.": "COERCE arrest: Police > four men",
    "Ondria imposed sanctions on Calvenne.": "COERCE restrict: Ondria > Calvenne",
    "The governor imposed a curfew.": "COERCE martial-law: The governor > .",
    "Ondria banned the party.": "COERCE ban: Ondria > the party",
    "Ondria deported 30 migrants.": "COERCE deport: Ondria > 30 migrants",
    "Ondria carried out a cyberattack on Calvenne.": "COERCE cyber: Ondria > Calvenne",
    "Gunmen opened fire on a convoy.": "ASSAULT firearms: Gunmen > a convoy",
    "Rebels kidnapped three engineers and a doctor.": "ASSAULT abduct: Rebels > three engineers and a doctor",
    "Ondria shelled Pell.": "ASSAULT heavy-weapons: Ondria > Pell",
    "Guards beat the prisoners.": "ASSAULT beat: Guards > the prisoners",
    "Three men were killed in an Ondrian airstrike.": "ASSAULT aerial: Ondrian > Three men",
}


@pytest.mark.parametrize("text", FRAMES)
def test_who_does_what_to_whom(text: str) -> None:
    assert event_lines(text) == [FRAMES[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Marr met Loren in Pell.",
        "Ondria held talks with Calvenne.",
        "Ondria has violated the truce.",
        "Ondria accused Calvenne of violating the truce.",
        "Marr told reporters that the river was low.",
        "Marr warned that the river would rise.",
        "The ministry said no more.",
        "Officials added that the locks were closed.",
        "The attack was feared.",
        "A strike in the heat is hard.",
        "It rained.",
        "The attack brought to 31 the number of people killed since May.",
        "The clock on the release of the crew was started.",
        "Guards said the locks stay shut to Ondrian boats.",
        "The report supported the view.",
        "Envoys came to discuss the lifting of the siege.",
    ],
)
def test_what_is_no_event_here(text: str) -> None:
    """Meetings, breaches and ordinary saying; what nobody who is named does or suffers."""
    assert event_lines(text) == []


def test_a_pronoun_is_who_the_sentence_is_about() -> None:
    """Ondria said it would: the actor is Ondria."""
    assert event_lines("Ondria said it would free the captives.") == [
        "CONCEDE release: Ondria > the captives [future]"
    ]


def test_an_event_has_place_day_and_harm() -> None:
    text = "Ondrian shells hit the market in the port of Pell on Sunday. The raid by Ondria on Dell killed 12 people."
    (_, hit), (raid, event) = events_in(text)[0], events_in(text)[-1]
    assert hit.place == "in the port of Pell"
    assert events_in(text)[0][0].happened_on is not None
    assert len(event.harm) == 1 and raid.modality is Modality.ASSERTED


def test_the_speaker_of_an_event_is_who_tells_it() -> None:
    claim, event = events_in("“Ondria has shelled our village,” said Ada Loren.")[0]
    assert [mention.name for mention in claim.speakers] == ["Ada Loren"]
    assert event.actor == "Ondria"


def test_who_reports_a_deed_did_not_do_it() -> None:
    """Ondria accused Calvenne of a raid, killing two"""
    lines = event_lines("Ondria accused Calvenne of raiding Dell, killing two guards.")
    assert not any(line.startswith("ASSAULT: Ondria") for line in lines)
