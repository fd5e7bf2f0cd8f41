"""What became of a plan, what is only supposed, and what is no meeting."""

import pytest
from meeting_tables import meeting_lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The planned meeting between Dessa Morrane and Ilse Varrow was called off.",
            "called off meet: Dessa Morrane, Ilse Varrow",
        ),
        (
            "The summit of Ondria, Calvenne and Quellin in Saint Orlan was postponed until June.",
            "postponed multilateral: Ondria, Calvenne, Quellin @ Saint Orlan [06-01..06-30]",
        ),
        ("Ondria cancelled a meeting with Calvenne on Friday.", "called off meet: Ondria, Calvenne"),
        ("Ondria refused to meet the Calvennese delegation.", "refused meet: Ondria, Calvennese delegation"),
        ("Dessa Morrane did not meet Ilse Varrow.", "not held meet: Dessa Morrane, Ilse Varrow"),
        ("Neither side met the mediators in Saint Orlan.", "not held meet: side, mediators @ Saint Orlan"),
        (
            "Ondria and Calvenne have yet to meet in Saint Orlan.",
            "not held meet: Ondria, Calvenne @ Saint Orlan",
        ),
        (
            "Talks between Ondria and Calvenne opened in Saint Orlan on Saturday.",
            "opened meet: Ondria, Calvenne @ Saint Orlan [05-17]",
        ),
        (
            "Talks between Ondria and Calvenne in Saint Orlan broke up on Saturday.",
            "ended meet: Ondria, Calvenne @ Saint Orlan [05-17]",
        ),
        ("The talks between Ondria and Calvenne ended without a result.", "ended meet: Ondria, Calvenne"),
        (
            "A round of negotiations between Ondria and Calvenne began in Saint Orlan on Friday.",
            "opened meet: Ondria, Calvenne @ Saint Orlan [05-16]",
        ),
        (
            "The meeting between Dessa Morrane and Ilse Varrow has been rescheduled for 29 May.",
            "rescheduled meet: Dessa Morrane, Ilse Varrow [05-29]",
        ),
        (
            "The summit in Saint Orlan has been put off indefinitely.",
            "postponed multilateral: - @ Saint Orlan",
        ),
        ("The summit in Saint Orlan did not take place.", "not held multilateral: - @ Saint Orlan"),
        (
            "Talks mediated by Quellin between Ondria and Calvenne resumed on Friday.",
            "opened third-party: Quellin, Ondria, Calvenne [05-16]",
        ),
        (
            "Ilse Varrow denied that she had met Emeric Tolland in Saint Orlan.",
            "not held meet: Ilse Varrow, Emeric Tolland @ Saint Orlan",
        ),
        (
            "Ilse Varrow boycotted the summit in Saint Orlan.",
            "refused multilateral: Ilse Varrow @ Saint Orlan",
        ),
        ("Ondria suspended talks with Calvenne.", "ended meet: Ondria, Calvenne"),
        ("Ondria ruled out a meeting with Calvenne.", "refused meet: Ondria, Calvenne"),
        (
            "The Morrane-Varrow meeting in Saint Orlan was cancelled.",
            "called off meet: Morrane, Varrow @ Saint Orlan",
        ),
        (
            "Ilse Varrow's visit to Quellin next week was postponed.",
            "postponed visit: Ilse Varrow @ Quellin [05-26..06-01]",
        ),
        ("No talks between Ondria and Calvenne are planned.", "not held meet: Ondria, Calvenne"),
        (
            "No meeting between Ondria and Calvenne took place in Saint Orlan.",
            "not held meet: Ondria, Calvenne @ Saint Orlan",
        ),
        (
            "The talks in Saint Orlan, which were to open on Friday, were delayed by a day.",
            "postponed meet: - @ Saint Orlan",
        ),
        (
            "Ilse Varrow walked out of talks with Emeric Tolland in Pell on Friday.",
            "ended meet: Ilse Varrow, Emeric Tolland @ Pell [05-16]",
        ),
        ("Ondria pulled out of a summit with Calvenne in Pell.", "refused meet: Ondria, Calvenne @ Pell"),
        ("There will be no meeting between Ondria and Calvenne.", "not held meet: Ondria, Calvenne"),
        (
            "A third meeting between Ilse Varrow and Emeric Tolland has not been scheduled.",
            "not held meet: Ilse Varrow, Emeric Tolland",
        ),
        (
            "Ilse Varrow will not attend the summit in Brandivel.",
            "refused multilateral: Ilse Varrow @ Brandivel",
        ),
        ("Talks in Pell collapsed on Friday after Ondria refused to sign.", "ended meet: - @ Pell [05-16]"),
        ("Ilse Varrow's visit to Quellin ended on Sunday.", "ended visit: Ilse Varrow @ Quellin [05-18]"),
        (
            "The Ondrian prime minister's planned trip to Quellin was called off.",
            "called off visit: Ondrian prime minister @ Quellin",
        ),
        ("The talks had been due to begin in Pell on Friday but were postponed.", "postponed meet: - @ Pell"),
        (
            "Ilse Varrow won't meet Emeric Tolland on Friday.",
            "not held meet: Ilse Varrow, Emeric Tolland [05-23]",
        ),
        (
            "The meeting of Ilse Varrow and Emeric Tolland in Pell was brought forward to 21 May.",
            "rescheduled meet: Ilse Varrow, Emeric Tolland @ Pell [05-21]",
        ),
        (
            "Officials deny that a meeting between Ilse Varrow and Emeric Tolland took place.",
            "not held meet: Ilse Varrow, Emeric Tolland",
        ),
        ("The mediators put off talks with Ondria.", "postponed meet: mediators, Ondria"),
        ("Talks in Pell between Ondria and Calvenne failed.", "ended meet: Ondria, Calvenne @ Pell"),
        ("In May, Ilse Varrow cancelled a visit to Quellin.", "called off visit: Ilse Varrow @ Quellin"),
    ],
)
def test_what_became_of_a_plan(text: str, line: str) -> None:
    assert meeting_lines(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Dessa Morrane could meet Ilse Varrow in Saint Orlan.",
            "supposed meet: Dessa Morrane, Ilse Varrow @ Saint Orlan",
        ),
        (
            "If Ondria agrees, the two sides will meet in Saint Orlan.",
            "supposed meet: two sides @ Saint Orlan",
        ),
        (
            "Quellin proposed a summit of Ondria and Calvenne in Saint Orlan.",
            "supposed meet: Ondria, Calvenne @ Saint Orlan",
        ),
        ("Anselm Quire called for talks between Ondria and Calvenne.", "supposed meet: Ondria, Calvenne"),
        (
            "Officials hope to arrange a meeting between Dessa Morrane and Ilse Varrow.",
            "supposed meet: Dessa Morrane, Ilse Varrow",
        ),
        (
            "Did Dessa Morrane meet Ilse Varrow in Saint Orlan?",
            "supposed meet: Dessa Morrane, Ilse Varrow @ Saint Orlan",
        ),
        (
            "Quellin invited Ondria and Calvenne to talks in Saint Orlan.",
            "supposed third-party: Quellin, Ondria, Calvenne @ Saint Orlan",
        ),
        (
            "Emeric Tolland urged Ondria to attend the meeting in Saint Orlan.",
            "supposed meet: Ondria @ Saint Orlan",
        ),
        ("Direct talks between Ondria and Calvenne remain unlikely.", "supposed meet: Ondria, Calvenne"),
        ("Ondria wants talks with Calvenne to resume.", "supposed meet: Ondria, Calvenne"),
        (
            "Dessa Morrane would have met Ilse Varrow in Pell.",
            "supposed meet: Dessa Morrane, Ilse Varrow @ Pell",
        ),
        (
            "It would be the first meeting between Ilse Varrow and Emeric Tolland.",
            "supposed meet: Ilse Varrow, Emeric Tolland",
        ),
        ("Ondria demanded a meeting with the mediators.", "supposed meet: Ondria, mediators"),
        (
            "Ilse Varrow hopes to meet Emeric Tolland in Pell.",
            "supposed meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "The possible meeting of Ilse Varrow and Emeric Tolland in Pell worries the mediators.",
            "supposed meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "The mediators insist that Ilse Varrow meet Emeric Tolland in Pell.",
            "supposed meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "Ilse Varrow is unlikely to meet Emeric Tolland in Pell.",
            "supposed meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "Ondria may refuse to meet the mediators in Pell.",
            "supposed meet: Ondria, mediators @ Pell",
        ),
        (
            "Ondria did not refuse to meet the mediators in Pell.",
            "supposed meet: Ondria, mediators @ Pell",
        ),
    ],
)
def test_what_is_only_supposed(text: str, line: str) -> None:
    assert meeting_lines(text) == [line]


@pytest.mark.parametrize(
    "text",
    [
        "Marr told a news conference in Vessmar that the lock was shut.",
        "The barges met the demands of the harbour office.",
        "The plan met with resistance in Vessmar.",
        "Talks must address the locks.",
        "Marr talks about lists and locks.",
        "The hospital received 12 wounded guards on Friday.",
        "The house hosted a rally in Vessmar.",
        "Ilse Varrow received the Ambrel River Prize in Pell.",
        "The board of the bank met on Friday.",
        "A round of strikes hit Vessmar on Friday.",
        "Doctors met the families of the crews in Pell.",
        "Ilse Varrow met with reporters in Vessmar.",
        "Hundreds of residents gathered in Pell on Friday.",
        "The Ondrian team visited the scene of the shelling in Pell.",
        "The two ministers held a joint news conference in Pell.",
        "Ondria's cabinet met on Sunday to approve the accord.",
        "Ilse Varrow and Emeric Tolland did not discuss the truce.",
        "Ondria's foreign ministry called the meeting with Calvenne a success.",
        "Ilse Varrow met Emeric Tolland's demands.",
        "Ilse Varrow visited soldiers in Pell.",
        "Ilse Varrow called Emeric Tolland a coward.",
        "Ilse Varrow's visit to Quellin is a chance for the truce.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert meeting_lines(text) == []
