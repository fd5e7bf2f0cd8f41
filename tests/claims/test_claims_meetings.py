"""Who meets whom, where and when: invented sentences, each with the line that it gives."""

import pytest
from meeting_tables import meeting_lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Quellin is hosting talks between Ondria and Calvenne in Saint Orlan.",
            "held third-party: Quellin, Ondria, Calvenne @ Saint Orlan",
        ),
        (
            "Envoys of Ondria and Calvenne met in Saint Orlan on Friday.",
            "held meet: Ondria, Calvenne @ Saint Orlan [05-16]",
        ),
        (
            "Prime Minister Dessa Morrane met Ondrian Foreign Minister Ilse Varrow in Vessmar on Friday.",
            "held meet: Dessa Morrane, Ilse Varrow @ Vessmar [05-16]",
        ),
        (
            "Anselm Quire spoke by phone with Ilse Varrow on Sunday.",
            "held phone: Anselm Quire, Ilse Varrow [05-18]",
        ),
        (
            "Anselm Quire held a phone call with Dessa Morrane and Ilse Varrow.",
            "held phone: Anselm Quire, Dessa Morrane, Ilse Varrow",
        ),
        ("Ilse Varrow telephoned Dessa Morrane on Sunday.", "held phone: Ilse Varrow, Dessa Morrane [05-18]"),
        ("Ilse Varrow visited Quellin on Sunday.", "held visit: Ilse Varrow @ Quellin [05-18]"),
        (
            "Ilse Varrow arrived in Saint Orlan for talks with Emeric Tolland.",
            "held meet: Ilse Varrow, Emeric Tolland @ Saint Orlan",
        ),
        (
            "Negotiators from Ondria, Calvenne and the Tamber Islands traveled to Saint Orlan to discuss the second phase of the truce.",
            "held multilateral: Ondria, Calvenne, Tamber Islands @ Saint Orlan",
        ),
        (
            "After talks with Ilse Varrow in Vessmar, Anselm Quire said the locks would open.",
            "held meet: Anselm Quire, Ilse Varrow @ Vessmar",
        ),
        (
            "During a visit to Quellin on Sunday, Ilse Varrow said the locks would open.",
            "held visit: Ilse Varrow @ Quellin [05-18]",
        ),
        (
            "Saint Orlan is hosting a meeting between the Ondrian envoy, Lorn Castig, and officials from Calvenne, Quellin and the Tamber Islands.",
            "held multilateral: Lorn Castig, Calvenne, Quellin, Tamber Islands @ Saint Orlan",
        ),
        (
            "Ondria has been in talks with the mediators in Saint Orlan.",
            "held meet: Ondria, mediators @ Saint Orlan",
        ),
        (
            "Anselm Quire received the Ondrian foreign minister, Ilse Varrow, in Saint Orlan on Friday.",
            "held meet: Anselm Quire, Ilse Varrow @ Saint Orlan [05-16]",
        ),
        (
            "The Ondrian foreign minister was received by Anselm Quire in Saint Orlan.",
            "held meet: Anselm Quire, Ondrian foreign minister @ Saint Orlan",
        ),
        (
            "Anselm Quire sat down with both sides in Saint Orlan.",
            "held meet: Anselm Quire, both sides @ Saint Orlan",
        ),
        (
            "Ilse Varrow discussed the truce with Emeric Tolland in Saint Orlan on Friday.",
            "held meet: Ilse Varrow, Emeric Tolland @ Saint Orlan [05-16]",
        ),
        (
            "Ministers from Ondria and Calvenne conferred in Saint Orlan.",
            "held meet: Ondria, Calvenne @ Saint Orlan",
        ),
        (
            "The Quellish envoy convened a roundtable of Ondria, Calvenne and the Tamber Islands.",
            "held third-party: Quellish envoy, Ondria, Calvenne, Tamber Islands",
        ),
        (
            "On Friday, negotiators from Ondria and Calvenne met in Saint Orlan.",
            "held meet: Ondria, Calvenne @ Saint Orlan [05-16]",
        ),
        (
            "In Saint Orlan, Dessa Morrane met Ilse Varrow.",
            "held meet: Dessa Morrane, Ilse Varrow @ Saint Orlan",
        ),
        ("Ondria and Calvenne hold talks in Saint Orlan", "held meet: Ondria, Calvenne @ Saint Orlan"),
        (
            "Dessa Morrane met Ilse Varrow in 2019.",
            "held historical meet: Dessa Morrane, Ilse Varrow [01-01..12-31]",
        ),
        (
            "The Ondrian delegation arrived in Saint Orlan on Friday.",
            "held meet: Ondrian delegation @ Saint Orlan [05-16]",
        ),
        (
            "Ilse Varrow told reporters at the 12th River Commission summit in Brandivel.",
            "held multilateral: Ilse Varrow @ Brandivel",
        ),
        (
            "The leaders of Ondria and Calvenne held a video call on Friday.",
            "held phone: Ondria, Calvenne [05-16]",
        ),
        (
            "Dessa Morrane and Ilse Varrow are meeting in Saint Orlan.",
            "held meet: Dessa Morrane, Ilse Varrow @ Saint Orlan",
        ),
        (
            "Dessa Morrane, who met Ilse Varrow on Friday, said the locks would open.",
            "held meet: Dessa Morrane, Ilse Varrow [05-16]",
        ),
        (
            "Dessa Morrane had talks with Ilse Varrow on Friday in Saint Orlan about the second phase.",
            "held meet: Dessa Morrane, Ilse Varrow @ Saint Orlan [05-16]",
        ),
        (
            "On the sidelines of the summit in Brandivel, Dessa Morrane met Ilse Varrow.",
            "held meet: Dessa Morrane, Ilse Varrow",
        ),
        ("Ilse Varrow is visiting Quellin.", "held visit: Ilse Varrow @ Quellin"),
        (
            "Ilse Varrow flew to Brandivel on Friday to meet the Quellish prime minister.",
            "held meet: Ilse Varrow, Quellish prime minister @ Brandivel [05-16]",
        ),
        (
            "Ilse Varrow left Brandivel after a meeting with Anselm Quire.",
            "held meet: Ilse Varrow, Anselm Quire",
        ),
        (
            "The ministry said Ilse Varrow and Emeric Tolland had met in secret in Pell last week.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell [05-12..05-18]",
        ),
        (
            "A delegation led by Emeric Tolland arrived in Saint Orlan for talks with the Ondrian envoys.",
            "held meet: Emeric Tolland, Ondrian envoys @ Saint Orlan",
        ),
        (
            "The Tamber foreign secretary, Hanne Tressick, and Anselm Quire met Dessa Morrane separately in Port Evrin on Saturday.",
            "held multilateral: Hanne Tressick, Anselm Quire, Dessa Morrane @ Port Evrin [05-17]",
        ),
        (
            "Anselm Quire met separately with Dessa Morrane and Ilse Varrow.",
            "held multilateral: Anselm Quire, Dessa Morrane, Ilse Varrow",
        ),
        (
            "Ilse Varrow's meeting with Anselm Quire in Pell lasted four hours.",
            "held meet: Ilse Varrow, Anselm Quire @ Pell",
        ),
        (
            "The mediators' meeting in Pell on Saturday was attended by Ilse Varrow.",
            "held meet: mediators, Ilse Varrow @ Pell [05-17]",
        ),
        (
            "There were talks between Ondria and Calvenne in Pell on Friday.",
            "held meet: Ondria, Calvenne @ Pell [05-16]",
        ),
        (
            "Talks were under way in Pell between Ondrian and Calvennese negotiators.",
            "held meet: Ondrian, Calvennese negotiators @ Pell",
        ),
        (
            "Emeric Tolland hailed the outcome of his meeting with Ilse Varrow in Pell.",
            "held meet: Emeric Tolland, Ilse Varrow @ Pell",
        ),
        (
            "The contact group of Ondria, Quellin and the Tamber Islands convened in Pell.",
            "held multilateral: Ondria, Quellin, Tamber Islands @ Pell",
        ),
        (
            "In Pell on Friday, Ilse Varrow met Emeric Tolland and Anselm Quire.",
            "held multilateral: Ilse Varrow, Emeric Tolland, Anselm Quire @ Pell [05-16]",
        ),
        (
            "The meeting was held behind closed doors in Pell between Ilse Varrow and Emeric Tolland.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "Ilse Varrow, speaking after talks in Pell with Emeric Tolland, said the locks would open.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "Ondrian and Calvennese negotiators held a first round of indirect talks in Pell on Saturday, mediated by Quellin and the Tamber Islands.",
            "held third-party: Quellin, Tamber Islands, Ondrian, Calvennese negotiators @ Pell [05-17]",
        ),
        (
            "Quellin mediated talks between Ondria and Calvenne in Pell.",
            "held third-party: Quellin, Ondria, Calvenne @ Pell",
        ),
        (
            "A Quellish delegation visited Ondria on Friday.",
            "held visit: Quellish delegation @ Ondria [05-16]",
        ),
        (
            "Officials from Ondria and Calvenne are holding talks in Pell.",
            "held meet: Ondria, Calvenne @ Pell",
        ),
        (
            "Officials from Ondria and Calvenne were holding talks in Pell on Sunday when the shelling began.",
            "held meet: Ondria, Calvenne @ Pell [05-18]",
        ),
        (
            "Ilse Varrow also spoke with Emeric Tolland by telephone.",
            "held phone: Ilse Varrow, Emeric Tolland",
        ),
        ("Anselm Quire consulted with Ilse Varrow.", "held meet: Anselm Quire, Ilse Varrow"),
        (
            "Ilse Varrow has been negotiating with Emeric Tolland in Pell.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "Ilse Varrow, Emeric Tolland and Anselm Quire met in Pell to discuss the second phase of the truce.",
            "held multilateral: Ilse Varrow, Emeric Tolland, Anselm Quire @ Pell",
        ),
        ("Emeric Tolland was meeting Ilse Varrow in Pell.", "held meet: Emeric Tolland, Ilse Varrow @ Pell"),
        (
            "The meeting brought together Ondria, Calvenne and Quellin in Brandivel.",
            "held multilateral: Ondria, Calvenne, Quellin @ Brandivel",
        ),
        (
            "After meeting Ilse Varrow in Pell, Emeric Tolland flew home.",
            "held meet: Emeric Tolland, Ilse Varrow @ Pell",
        ),
        (
            "Emeric Tolland, meeting Ilse Varrow in Pell on Friday, promised calm.",
            "held meet: Emeric Tolland, Ilse Varrow @ Pell [05-16]",
        ),
        ("Talks between the two sides are going on in Pell.", "held meet: two sides @ Pell"),
        (
            "Ilse Varrow was hosted by Anselm Quire in Brandivel.",
            "held meet: Anselm Quire, Ilse Varrow @ Brandivel",
        ),
        (
            "Emeric Tolland and Ilse Varrow met for the first time in Pell in March 2029.",
            "held historical meet: Emeric Tolland, Ilse Varrow @ Pell [03-01..03-31]",
        ),
        (
            "The negotiations in Pell between Ondria and Calvenne have stalled.",
            "held meet: Ondria, Calvenne @ Pell",
        ),
        (
            "Ilse Varrow is in Pell for talks with Emeric Tolland.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        (
            "Ilse Varrow, Marr said, had met Emeric Tolland in Pell.",
            "held meet: Ilse Varrow, Emeric Tolland @ Pell",
        ),
        ("Ilse Varrow's call with Emeric Tolland lasted an hour.", "held phone: Ilse Varrow, Emeric Tolland"),
        (
            '"If they fire, they will have a problem and we will answer it," Dessa Morrane said during a meeting with Ilse Varrow in Pell.',
            "held meet: Dessa Morrane, Ilse Varrow @ Pell",
        ),
        ("Talks between Ondria and Calvenne are under way in Pell.", "held meet: Ondria, Calvenne @ Pell"),
        (
            "Ilse Varrow discussed the truce by telephone with Emeric Tolland.",
            "held phone: Ilse Varrow, Emeric Tolland",
        ),
    ],
)
def test_meetings_that_took_place(text: str, line: str) -> None:
    assert meeting_lines(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Dessa Morrane will meet Ilse Varrow in Vessmar on Friday.",
            "planned meet: Dessa Morrane, Ilse Varrow @ Vessmar [05-23]",
        ),
        (
            "Dessa Morrane is to meet Ilse Varrow later this month.",
            "planned meet: Dessa Morrane, Ilse Varrow [05-01..05-31]",
        ),
        (
            "The two sides are due to meet in Saint Orlan next week.",
            "planned meet: two sides @ Saint Orlan [05-26..06-01]",
        ),
        (
            "Talks between Ondria and Calvenne are scheduled for 29 May in Saint Orlan.",
            "planned meet: Ondria, Calvenne @ Saint Orlan [05-29]",
        ),
        (
            "A meeting between Ondria and Calvenne is expected next month.",
            "planned meet: Ondria, Calvenne [06-01..06-30]",
        ),
        (
            "Negotiators will travel to Saint Orlan on Friday for talks with the mediators.",
            "planned meet: Negotiators, mediators @ Saint Orlan [05-23]",
        ),
        (
            "Ahead of talks in Saint Orlan between Ondria and Calvenne, shells hit a quay.",
            "planned meet: Ondria, Calvenne @ Saint Orlan",
        ),
        (
            "Preparations are under way for a meeting of the mediators on Friday.",
            "planned meet: mediators [05-23]",
        ),
        (
            "Ondria and Calvenne agreed to hold talks in Saint Orlan on 29 May.",
            "planned meet: Ondria, Calvenne @ Saint Orlan [05-29]",
        ),
        (
            "Any step awaits a meeting between Dessa Morrane and Ilse Varrow later this month.",
            "planned meet: Dessa Morrane, Ilse Varrow [05-01..05-31]",
        ),
        (
            "Ilse Varrow said she would meet Emeric Tolland in Saint Orlan on Friday.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Saint Orlan [05-23]",
        ),
        ("The EU leaders meet in Brandivel on Thursday.", "planned meet: EU leaders @ Brandivel [05-22]"),
        (
            "Ondria's Ilse Varrow and Calvenne's Emeric Tolland will hold a second round of talks in Saint Orlan on 29 May.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Saint Orlan [05-29]",
        ),
        (
            "Talks were to be held in Saint Orlan on Friday between Ondria and Calvenne.",
            "planned meet: Ondria, Calvenne @ Saint Orlan [05-23]",
        ),
        ("Ilse Varrow will visit Quellin next week.", "planned visit: Ilse Varrow @ Quellin [05-26..06-01]"),
        (
            "Anselm Quire said he would travel to Vessmar on Friday to meet Ilse Varrow.",
            "planned meet: Anselm Quire, Ilse Varrow @ Vessmar [05-23]",
        ),
        (
            '"We will meet Ondria in Saint Orlan on Friday," Emeric Tolland said.',
            "planned meet: Ondria @ Saint Orlan [05-23]",
        ),
        (
            "Emeric Tolland expects to meet Ilse Varrow within days.",
            "planned meet: Emeric Tolland, Ilse Varrow",
        ),
        (
            "Marga Dunn told the Dispatch before a meeting with Ilse Varrow in Pell that the locks were shut.",
            "planned meet: Ilse Varrow @ Pell",
        ),
        (
            "Ondria, Calvenne and Quellin will hold three-way talks in Saint Orlan on 29 May, the mediators said on Friday.",
            "planned multilateral: Ondria, Calvenne, Quellin @ Saint Orlan [05-29]",
        ),
        (
            "The third round of talks between Ondria and Calvenne, mediated by Quellin, is to open in Saint Orlan on Thursday.",
            "planned third-party: Quellin, Ondria, Calvenne @ Saint Orlan [05-22]",
        ),
        (
            "Ilse Varrow is scheduled to visit Quellin on 29 May for talks with Anselm Quire.",
            "planned meet: Ilse Varrow, Anselm Quire @ Quellin [05-29]",
        ),
        (
            "The next round of talks between Ondria and Calvenne is due in Pell next month.",
            "planned meet: Ondria, Calvenne @ Pell [06-01..06-30]",
        ),
        (
            "Quellin has called a meeting of Ondria and Calvenne for Friday.",
            "planned meet: Ondria, Calvenne [05-23]",
        ),
        ("Emeric Tolland has agreed to meet Ilse Varrow.", "planned meet: Emeric Tolland, Ilse Varrow"),
        ("Envoys from five states are expected in Pell for talks.", "planned meet: five states @ Pell"),
        (
            "Ilse Varrow begins a two-day visit to Quellin on Tuesday.",
            "planned visit: Ilse Varrow @ Quellin [05-20]",
        ),
        (
            "Emeric Tolland is expected to hold talks with Ilse Varrow in Pell on Tuesday.",
            "planned meet: Emeric Tolland, Ilse Varrow @ Pell [05-20]",
        ),
        (
            "The Quellish foreign ministry announced a meeting of the guarantors in Brandivel on 29 May.",
            "planned meet: guarantors @ Brandivel [05-29]",
        ),
        (
            "The Quellish foreign ministry announced on Friday that a meeting between Ilse Varrow and Emeric Tolland would take place in Brandivel on 29 May.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Brandivel [05-29]",
        ),
        (
            "Ilse Varrow and Emeric Tolland agreed to meet again in Pell next week.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Pell [05-26..06-01]",
        ),
        ("Ilse Varrow meets Emeric Tolland tomorrow.", "planned meet: Ilse Varrow, Emeric Tolland [05-20]"),
        (
            "The summit, to be held in Brandivel on 29 May, will bring together Ondria, Calvenne and Quellin.",
            "planned multilateral: Ondria, Calvenne, Quellin @ Brandivel [05-29]",
        ),
        (
            "Before meeting Ilse Varrow in Pell, Emeric Tolland spoke to soldiers.",
            "planned meet: Emeric Tolland, Ilse Varrow @ Pell",
        ),
        ("Talks in Pell are set to resume on Tuesday.", "planned meet: - @ Pell [05-20]"),
        (
            "The mediators hope that Ondria and Calvenne will meet in Pell.",
            "planned meet: Ondria, Calvenne @ Pell",
        ),
        (
            "Marr will chair a conference in Brandivel on 29 May with Ilse Varrow and Emeric Tolland.",
            "planned multilateral: Marr, Ilse Varrow, Emeric Tolland @ Brandivel [05-29]",
        ),
        (
            "Emeric Tolland is meeting Ilse Varrow in Pell on Tuesday.",
            "planned meet: Emeric Tolland, Ilse Varrow @ Pell [05-20]",
        ),
        (
            "Ondria's envoy left for talks in Pell with the mediators.",
            "planned meet: Ondria's envoy, mediators @ Pell",
        ),
        (
            "Ilse Varrow will be in Pell for talks with Emeric Tolland on Tuesday.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Pell [05-20]",
        ),
        (
            "Tomorrow's meeting in Pell between Ilse Varrow and Emeric Tolland is decisive.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Pell [05-20]",
        ),
        (
            "Ilse Varrow said at tomorrow's meeting in Pell the locks would come up.",
            "planned meet: Ilse Varrow @ Pell",
        ),
        (
            "Talks between Ondria and Calvenne will be held in Pell, Upper Sundal, on 29 May.",
            "planned meet: Ondria, Calvenne @ Pell [05-29]",
        ),
        (
            "Ilse Varrow will meet Emeric Tolland at a summit in Brandivel on 29 May.",
            "planned meet: Ilse Varrow, Emeric Tolland @ Brandivel [05-29]",
        ),
    ],
)
def test_meetings_that_are_planned(text: str, line: str) -> None:
    assert meeting_lines(text) == [line]
