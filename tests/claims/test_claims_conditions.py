"""Conditions: what must come first, for what, by whom, and whether it must not be."""

import pytest
from claim_texts import claims_of

from pactwatch.model.claim import Condition

#: text, what must come first, what waits for it, by whom ("" for the outlet)
FOUND = [
    # if
    ("If the crews are home, the locks will open, Marr said.", "the crews are home", "the locks will open", "Marr"),
    ("“If they leave the island, we will sail,” Marr said.", "they leave the island", "we will sail", "Marr"),
    ("Marr said the guns would move if the island was empty.", "the island was empty", "the guns would move", "Marr"),
    ("Marr said Ondria was prepared to open its logs if the Guard did likewise.", "the Guard did likewise", "open its logs", "Ondria"),
    ("The Tamber divers offer to cut up the wreck if they may keep the brass.", "they may keep the brass", "cut up the wreck", "Tamber divers"),
    ("Ondria would leave, but only if the Guard keeps its launches away.", "the Guard keeps its launches away", "Ondria would leave", ""),
    ("If it ends, he said, they will go home.", "it ends", "they will go home", "he"),
    ("Ondria would sign, Marr said, if Calvenne wrote down the day on which it would go.", "Calvenne wrote down the day on which it would go", "Ondria would sign", "Marr"),
    ("Should either fail to do so, the envoys will choose.", "either fail to do so", "the envoys will choose", ""),
    ("Were the guards to leave, the locks would open.", "the guards to leave", "the locks would open", ""),
    # once, when, as soon as, the day, the moment
    ("Once the crews are back, the locks will open.", "the crews are back", "the locks will open", ""),
    ("Marr said the garrison would begin to leave once the crews were home.", "the crews were home", "the garrison would begin to leave", "Marr"),
    ("The war ends once the cabinet approves.", "the cabinet approves", "The war ends", ""),
    ("The accord, once the crews are back, would have sixty barges.", "the crews are back", "would have sixty barges", ""),
    ("Calvenne must admit 60 barges a day once the crews are back.", "the crews are back", "Calvenne must admit 60 barges a day", ""),
    ("Marr said the guns would move when the island was empty, “not when it is half empty”.", "the island was empty", "the guns would move", "Marr"),
    ("He is to travel as soon as doctors have signed a paper.", "doctors have signed a paper", "He is to travel", ""),
    ("They are to be sent across on the day when the last crewman returns.", "the last crewman returns", "They are to be sent across", ""),
    ("It will do so, Marr said, “on the day the last soldier has left the island”.", "the last soldier has left the island", "It will do so", "Marr"),
    ("The guns will move the moment they leave.", "they leave", "The guns will move", ""),
    ("The locks will open after the crews have come home.", "the crews have come home", "The locks will open", ""),
    # only
    ("Ondria will leave only after the guns are gone.", "the guns are gone", "Ondria will leave", ""),
    ("Only after the guns are gone will Ondria leave.", "the guns are gone", "will Ondria leave", ""),
    ("Marr said talks would resume only when the shelling stops.", "the shelling stops", "talks would resume", "Marr"),
    ("Ondria will move its guns only in exchange for a date.", "a date", "Ondria will move its guns", ""),
    ("Only if both governments agree can the text be changed.", "both governments agree", "can the text be changed", ""),
    ("Tolland said the locks would be opened the day after the last crewman came home.", "the last crewman came home", "the locks would be opened", "Tolland"),
    ("The order takes effect once signed.", "signed", "The order takes effect", ""),
    ("The guns will be pulled back upon completion of the withdrawal.", "completion of the withdrawal", "The guns will be pulled back", ""),
    # until
    ("Not until the guns are silent will the divers return.", "the guns are silent", "will the divers return", ""),
    ("The locks stay shut until the last of them is home, Marr said.", "the last of them is home", "The locks stay shut", "Marr"),
    ("Marr says the garrison will stay until the last crew member is home.", "the last crew member is home", "the garrison will stay", "Marr"),
    ("The money for the bridge can't be touched until the commission meets.", "the commission meets", "The money for the bridge can't be touched", ""),
    ("Until the guns are gone, there will be no talks.", "the guns are gone", "there will be no talks", ""),
    # before
    ("Ondria has so far refused to move any before the island is clear.", "the island is clear", "move any", "Ondria"),
    ("It refuses to leave before the crews are complete.", "the crews are complete", "leave", "It"),
    ("There will be no talks before the garrison leaves.", "the garrison leaves", "There will be no talks", ""),
    ("The mayor wants monitors on the island before the last boat goes.", "monitors on the island", "the last boat goes", "mayor"),
    ("The crews must be home before the locks open.", "The crews must be home", "the locks open", ""),
    ("Before the locks open, the crews must be home.", "the crews must be home", "the locks open", ""),
    ("Moving the guns before Hestle was empty was out of the question.", "Hestle was empty", "Moving the guns", ""),
    ("Marr said they would not go back in before the mission had found the place.", "the mission had found the place", "they would not go back in", "Marr"),
    ("Calvenne's team, led by Tolland, refused to sit down before the crews are home.", "the crews are home", "sit down", "Calvenne's team"),
    ("Calvenne insists that the crews be returned before any soldier leaves.", "the crews be returned", "any soldier leaves", "Calvenne"),
    # unless, without
    ("“No monitors, no locks,” the minister said.", "monitors", "no locks", "minister"),
    ("There will be no second round unless the garrison leaves, Marr said.", "the garrison leaves", "There will be no second round", "Marr"),
    ("Unless the garrison leaves, there will be no second round.", "the garrison leaves", "there will be no second round", ""),
    ("None of this would succeed without monitors, Marr said.", "monitors", "None of this would succeed", "Marr"),
    ("Without monitors, no truce will hold.", "monitors", "no truce will hold", ""),
    ("Peace would collapse without the monitors.", "the monitors", "Peace would collapse", ""),
    ("The ministry said that if the island was not empty by Friday it would stop the barges.", "the island was not empty by Friday", "it would stop the barges", "ministry"),
    # on condition, provided, in exchange, less than, within, in that case
    ("Ondria would leave on condition that the guns are gone.", "the guns are gone", "Ondria would leave", ""),
    ("Calvenne does not object, on the understanding that no other date moves.", "no other date moves", "Calvenne does not object", "Calvenne"),
    ("Marr said he had no quarrel with patrols, provided that they carried no cameras.", "they carried no cameras", "he had no quarrel with patrols", "Marr"),
    ("Varrow would bring an offer to pull back eight guns in exchange for a pledge not to return.", "a pledge not to return", "pull back eight guns", "Varrow"),
    ("Ondria would free them in return for a date.", "a date", "Ondria would free them", ""),
    ("Marr doubts that Ondria will give up its prisoner for anything less than a date.", "a date", "Ondria will give up its prisoner", "Marr"),
    ("Ondria assured Quellin that the man would be returned within ten days of a certificate.", "a certificate", "the man would be returned", "Ondria"),
    ("Quire had promised to put forward names in that case.", "in that case", "put forward names", "Quire"),
    ("The truce will hold as long as the guns are quiet.", "the guns are quiet", "The truce will hold", ""),
    ("Ondria has agreed to lift the mines provided it is given two boats.", "it is given two boats", "lift the mines", "Ondria"),
    # named as events
    ("Marr said there could be no second round in the absence of monitors.", "monitors", "there could be no second round", "Marr"),
    ("In the event of a breach, Ondria would return.", "a breach", "Ondria would return", ""),
    ("Calvenne will open the locks in the event that the crews return.", "the crews return", "Calvenne will open the locks", ""),
    ("Calvenne will open the locks assuming the crews return.", "the crews return", "Calvenne will open the locks", ""),
    ("Marr said Calvenne would not budge short of a written guarantee.", "a written guarantee", "Calvenne would not budge", "Marr"),
    ("Calvenne will open the locks upon the return of the crews.", "the return of the crews", "Calvenne will open the locks", ""),
    ("Calvenne will open the locks on receipt of a list.", "a list", "Calvenne will open the locks", ""),
    ("The talks will resume the minute the guns are gone.", "the guns are gone", "The talks will resume", ""),
    ("Any withdrawal must be preceded by the return of the crews.", "the return of the crews", "Any withdrawal", ""),
    ("The price of a withdrawal is the return of the crews.", "the return of the crews", "a withdrawal", ""),
    ("The return of the crews would pave the way for a withdrawal.", "The return of the crews", "a withdrawal", ""),
    ("Ondria would withdraw, so long as the crews return.", "the crews return", "Ondria would withdraw", ""),
    ("Marr said the crews had to come home before the locks could open.", "the crews had to come home", "the locks could open", "Marr"),
    # whose it is
    ("Calvenne’s view is that nobody may leave until the crews are home.", "the crews are home", "nobody may leave", "Calvenne"),
    ("Ondria rejected the contention of Calvenne that no lock may open until the crews are home.", "the crews are home", "no lock may open", "Calvenne"),
    ("Ondria would rather see the island discussed before it is inspected.", "Ondria would rather see the island discussed", "it is inspected", "Ondria"),
    ("Ondria won’t open a lock without a guarantee.", "a guarantee", "Ondria won’t open a lock", "Ondria"),
    # verbs and nouns
    ("The return of the crews is a condition of the withdrawal, according to Calvenne.", "The return of the crews", "the withdrawal", "Calvenne"),
    ("Calvenne linked the opening of the locks to the return of the crews.", "the return of the crews", "the opening of the locks", "Calvenne"),
    ("First the crews must come home, and then the locks will be opened, Tolland said.", "the crews must come home", "the locks will be opened", "Tolland"),
    ("Marr said peace depends on the clearance of the channel.", "the clearance of the channel", "peace", "Marr"),
    ("Lasting peace hangs on the disarmament of the militia, Marr said.", "the disarmament of the militia", "Lasting peace", "Marr"),
    ("The withdrawal is contingent on the return of the crews.", "the return of the crews", "The withdrawal", ""),
    ("Marr made any talks conditional on the return of the crews.", "the return of the crews", "any talks", "Marr"),
    ("Article 4 ties the admission of barges to the return of the crews.", "the return of the crews", "the admission of barges", ""),
    ("Any arrangement waits for a meeting of the ministers.", "a meeting of the ministers", "Any arrangement", ""),
    ("The order on the guns is waiting in a drawer for that day.", "that day", "The order on the guns", ""),
    ("The plan is on hold pending the return of the crews.", "the return of the crews", "The plan is on hold", ""),
    ("The second round requires monitors, Marr said.", "monitors", "The second round", "Marr"),
    ("It takes monitors to hold the truce, Marr said.", "monitors", "hold the truce", "Marr"),
    ("Marr said constant vigilance would be required to uphold the truce.", "constant vigilance", "uphold the truce", "Marr"),
    ("Any timetable must include the garrison, Marr said.", "the garrison", "Any timetable", "Marr"),
    ("The talks must first address the shelling, Marr said.", "address the shelling", "The talks", "Marr"),
    ("“I could find eight more, but I’d like to hear that it is quiet first,” Marr said.", "hear that it is quiet", "I could find eight more", "Marr"),
    ("Andrane spoke of a need to be sure first that the island would be empty the moment they left.", "the island would be empty", "they left", "Andrane"),
    ("The return of the crews is a precondition for talks, Marr said.", "The return of the crews", "talks", "Marr"),
    ("The return of the crews must precede any talks, Marr said.", "The return of the crews", "any talks", "Marr"),
]  # fmt: skip

#: text, what must not be
HINDERED = [
    ("The process would collapse if they keep the guns.", "they keep the guns"),
    ("If there's shelling, the ferry stops.", "there's shelling"),
    ("If there's a flag on that island, the ferry turns around.", "there's a flag on that island"),
    ("If the shelling goes on, there will be no talks.", "the shelling goes on"),
    ("Marr won't order the guns back while soldiers remain on the island.", "soldiers remain on the island"),
    ("No soldier of hers would leave under fire, Marr said.", "under fire"),
    ("The work will be finished unless the shelling resumes.", "the shelling resumes"),
    (
        "Marr said there is nothing to say about talks while the list has a hole in it.",
        "the list has a hole in it",
    ),
]

NOT_HINDERED = [
    "There will be no talks unless the garrison leaves.",
    "The third stage is frozen unless the guns are moved.",
    "The accord collapses if they do not leave.",
    "The locks stay shut until the crews are home.",
    "They will not return as long as the other side implements the accord.",
    "The delegations will sit down in Pell if the man is home.",
]

#: No condition at all.
NONE = [
    "The locks stay shut until Friday.",
    "The locks stay shut until further notice.",
    "He will not come before noon.",
    "There will be no talks before the end of the month.",
    "The work will be finished by June.",
    "Marr asked if the guns would move.",
    "Marr would not say if the guns would move.",
    "It is unclear if the guns will move.",
    "He looked as if he would leave.",
    "Even if they leave, the locks will stay shut.",
    "He has been a trend, if that is the word, since he spoke.",
    "The boats will come, if not today.",
    "If need be, the commission will meet.",
    "If it rained, the ferry stopped.",
    "When it rained, the ferry stopped.",
    "When he was young he would often cross the river.",
    "The locks did not open until the war was over.",
    "They had not fired before the truce was signed.",
    "She left without a word.",
    "The talks end without a deal as Ondria holds out.",
    "The talks were broken off once.",
    "Ondria is waiting for a reply from Calvenne.",
    "It is waiting for consent to night patrols.",
    "Everything is waiting for something else.",
    "The withdrawal does not depend on the return of the crews.",
    "The return of the crews is no precondition for talks.",
    "The attack was linked to the militia.",
    "He spoke on condition of anonymity.",
    "Both sides will meet after the weekend.",
    "Both delegations would be invited back after June 15, the date by which the channel is to be free.",
    "While Ondria waits, Calvenne does not move.",
    "Ondria does not move, while Calvenne waits.",
    "The accord requires monitors.",
    "Asked whether the garrison would go if the crews came home, he said that it would.",
    "A reader asks what happens if the deadline is missed.",
    "Marr denied that the garrison would leave once the crews were home.",
    "As soon as possible, he said, they will come.",
    "Three is a small number unless you are one of the three.",
    "He was held under fire.",
]


def _read(text: str) -> list[tuple[str, str, bool, list[str]]]:
    article, claims = claims_of(text, "conditions")
    rows = []
    for claim in claims:
        slots = claim.slots
        assert isinstance(slots, Condition)
        by = [mention.name for mention in claim.speakers]
        rows.append((article.words(slots.needs), article.words(slots.wants), slots.unless, by))
    return rows


@pytest.mark.parametrize(("text", "needs", "wants", "by"), FOUND)
def test_what_must_come_first_and_for_what(text: str, needs: str, wants: str, by: str) -> None:
    assert [(row[0], row[1], row[3]) for row in _read(text)] == [(needs, wants, [by] if by else [])]


@pytest.mark.parametrize(("text", "needs"), HINDERED)
def test_what_must_not_be(text: str, needs: str) -> None:
    assert [(row[0], row[2]) for row in _read(text)] == [(needs, True)]


@pytest.mark.parametrize("text", NOT_HINDERED)
def test_what_must_be(text: str) -> None:
    assert [row[2] for row in _read(text)] == [False]


@pytest.mark.parametrize("text", NONE)
def test_no_condition(text: str) -> None:
    assert _read(text) == []
