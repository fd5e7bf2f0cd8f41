"""Every kind of attribution: a sentence, then who (as a name), the reporting words and what is said."""

import pytest
from claim_texts import claims_of, told

from pactwatch.model.claim import Form, Statement

Rows = list[tuple[str, str, str]]


def row(name: str, text: str, *rows: tuple[str, str, str]) -> object:
    """One line of a table: its name, the text and every statement in it."""
    return pytest.param(text, list(rows), id=name)


DIRECT = [
    row(
        "before the verb",
        "“The locks must open,” Dessa Morrane said.",
        ("Dessa Morrane", "said", "“The locks must open,”"),
    ),
    row(
        "inverted",
        "“The locks must open,” said Dessa Morrane, the prime minister of Calvenne.",
        ("Dessa Morrane", "said", "“The locks must open,”"),
    ),
    row(
        "behind the verb",
        "Dessa Morrane said: “The locks must open.”",
        ("Dessa Morrane", "said", "“The locks must open.”"),
    ),
    row(
        "behind a comma",
        "Dessa Morrane told reporters, “The locks must open.”",
        ("Dessa Morrane", "told", "“The locks must open.”"),
    ),
    row(
        "a question",
        "“Who will open the locks?” Dessa Morrane asked.",
        ("Dessa Morrane", "asked", "“Who will open the locks?”"),
    ),
    row(
        "split within a sentence",
        "“The crews,” Dessa Morrane said, “are well and fed.”",
        ("Dessa Morrane", "said", "“The crews,” | “are well and fed.”"),
    ),
    row(
        "split over two sentences",
        "“The crews are well,” Dessa Morrane said. “They will be home soon.”",
        ("Dessa Morrane", "said", "“The crews are well,” | “They will be home soon.”"),
    ),
    row(
        "a paragraph that is only quotation",
        "“The crews are well,” Dessa Morrane said.\n\n“Nobody went hungry on the Ambrel.”",
        ("Dessa Morrane", "said", "“The crews are well,” | “Nobody went hungry on the Ambrel.”"),
    ),
    row(
        "open marks over paragraphs",
        "Dessa Morrane said: “The crews are well.\n\n“They were fed.\n\n“They sail on Monday.”",
        ("Dessa Morrane", "said", "“The crews are well. | “They were fed. | “They sail on Monday.”"),
    ),
    row(
        "on behind retold words",
        "Dessa Morrane said that the vote was fair. “We saw it ourselves.”",
        ("Dessa Morrane", "said", "the vote was fair"),
        ("Dessa Morrane", "said", "“We saw it ourselves.”"),
    ),
    row(
        "any verb behind speech",
        "“Not one barge has passed,” Piet Arends fumed.",
        ("Piet Arends", "fumed", "“Not one barge has passed,”"),
    ),
    row(
        "any verb inverted",
        "“Not one barge?” barked Piet Arends.",
        ("Piet Arends", "barked", "“Not one barge?”"),
    ),
    row(
        "announced by a colon",
        "Piet Arends had an answer ready: “Not one barge.”",
        ("Piet Arends", "had", "“Not one barge.”"),
    ),
    row(
        "announced in the paragraph before",
        "Piet Arends turned to the crowd:\n\n“Not one barge has passed the lock.”",
        ("Piet Arends", "turned", "“Not one barge has passed the lock.”"),
    ),
    row(
        "signed",
        "“The river is for all of us.” – Odile Fenner, harbour master",
        ("Odile Fenner", "–", "“The river is for all of us.”"),
    ),
]

RETOLD = [
    row(
        "with that",
        "Ilse Varrow said that the locks were open.",
        ("Ilse Varrow", "said", "the locks were open"),
    ),
    row(
        "without that", "Ilse Varrow said the locks were open.", ("Ilse Varrow", "said", "the locks were open")
    ),
    row(
        "behind its words",
        "The locks are open, Ilse Varrow said.",
        ("Ilse Varrow", "said", "The locks are open"),
    ),
    row(
        "with quoted words",
        "Ilse Varrow said the talks were “a waste of paper” and would end.",
        ("Ilse Varrow", "said", "the talks were “a waste of paper” and would end"),
    ),
    row(
        "according to in front",
        "According to Anselm Quire, two barges were held at the weir.",
        ("Anselm Quire", "According to", "two barges were held at the weir"),
    ),
    row(
        "according to behind",
        "Two barges were held at the weir, according to Anselm Quire.",
        ("Anselm Quire", "according to", "Two barges were held at the weir"),
    ),
    row(
        "according to inside a that-clause",
        "Ilse Varrow said that according to the monitors two barges were held.",
        ("Ilse Varrow", "said", "according to the monitors two barges were held"),
        ("monitors", "according to", "two barges were held"),
    ),
    row(
        "participle",
        "Ilse Varrow left the hall early, saying that the talks were over.",
        ("Ilse Varrow", "saying", "the talks were over"),
    ),
    row(
        "participle in front",
        "Calling the offer a trick, Ilse Varrow left the hall.",
        ("Ilse Varrow", "Calling", "the offer a trick"),
    ),
    row(
        "shared subject",
        "Ilse Varrow welcomed the report and said that the weir was safe.",
        ("Ilse Varrow", "welcomed", "the report"),
        ("Ilse Varrow", "said", "the weir was safe"),
    ),
    row(
        "noun that",
        "His colleagues dismissed Anselm Quire’s warning that the weir could fail.",
        ("His colleagues", "dismissed", "Anselm Quire’s warning that the weir could fail"),
        ("Anselm Quire", "warning", "the weir could fail"),
    ),
    row(
        "noun to do",
        "Ondria’s refusal to open the weir angered the crews.",
        ("Ondria", "refusal", "to open the weir angered the crews"),
    ),
    row(
        "noun and phrase",
        "Calvenne’s call for a new survey found no echo.",
        ("Calvenne", "call", "a new survey"),
    ),
    row(
        "carried noun",
        "Piet Arends made an urgent call for calm on the river.",
        ("Piet Arends", "made", "calm on the river"),
    ),
    row(
        "carried noun that",
        "Piet Arends issued a warning that the weir could fail.",
        ("Piet Arends", "issued", "the weir could fail"),
    ),
    row(
        "passive",
        "The offer was rejected by Calvenne.",
        ("Calvenne", "was rejected", "The offer"),
    ),
    row(
        "was quoted as saying",
        "Odile Fenner was quoted as saying that the harbour was full.",
        ("Odile Fenner", "was quoted as saying", "the harbour was full"),
    ),
    row(
        "quoted somebody as saying",
        "The Courant quoted Odile Fenner as saying that the harbour was full.",
        ("Odile Fenner", "saying", "the harbour was full"),
    ),
    row(
        "as told in front",
        "As Odile Fenner put it, the harbour was full.",
        ("Odile Fenner", "put it", "the harbour was full"),
    ),
    row(
        "as told behind",
        "The harbour was full, as Odile Fenner put it.",
        ("Odile Fenner", "put it", "The harbour was full"),
    ),
    row(
        "as told within",
        "The harbour, as Odile Fenner noted, was full.",
        ("Odile Fenner", "noted", "The harbour | was full"),
    ),
    row(
        "dashes around an aside",
        "The harbour – as Odile Fenner noted in June – was full.",
        ("Odile Fenner", "noted", "The harbour | was full"),
    ),
    row(
        "continued to warn",
        "Odile Fenner continued to warn that the harbour was full.",
        ("Odile Fenner", "continued to warn", "the harbour was full"),
    ),
    row(
        "declined to say",
        "Odile Fenner declined to say whether the harbour was full.",
        ("Odile Fenner", "declined to say", "whether the harbour was full"),
    ),
    row(
        "denied",
        "Ondria denied that its guns had fired.",
        ("Ondria", "denied", "its guns had fired"),
    ),
    row("denied doing", "Ondria denied firing on the barges.", ("Ondria", "denied", "firing on the barges")),
    row("refused", "Ondria refused to move its guns.", ("Ondria", "refused", "to move its guns")),
    row(
        "questioned",
        "Piet Arends questioned whether the count was right.",
        ("Piet Arends", "questioned", "whether the count was right"),
    ),
    row("hoped", "Piet Arends hoped the count was right.", ("Piet Arends", "hoped", "the count was right")),
    row(
        "expected to do",
        "Piet Arends expected both sides to sign.",
        ("Piet Arends", "expected", "both sides to sign"),
    ),
    row("urged", "Piet Arends urged both sides to sign.", ("Piet Arends", "urged", "both sides to sign")),
    row(
        "accused",
        "Calvenne accused Ondria of hiding two barges.",
        ("Calvenne", "accused", "Ondria of hiding two barges"),
    ),
    row(
        "described as",
        "Anselm Quire described the accord as a narrow bridge.",
        ("Anselm Quire", "described", "the accord as a narrow bridge"),
    ),
    row(
        "called",
        "Anselm Quire called the accord a narrow bridge.",
        ("Anselm Quire", "called", "the accord a narrow bridge"),
    ),
    row(
        "a document shows",
        "The video shows that two barges were on fire.",
        ("video", "shows", "two barges were on fire"),
    ),
    row(
        "the accord requires",
        "The accord requires that both banks be cleared.",
        ("accord", "requires", "both banks be cleared"),
    ),
]


@pytest.mark.parametrize(("text", "rows"), DIRECT)
def test_quoted_words_have_their_speaker(text: str, rows: Rows) -> None:
    """Wherever the marks stand, the words inside them are one statement of one speaker."""
    assert told(text) == rows


@pytest.mark.parametrize(("text", "rows"), RETOLD)
def test_retold_words_have_their_speaker(text: str, rows: Rows) -> None:
    """The reporting words stand outside of what they report."""
    assert told(text) == rows


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The locks are open,” Ilse Varrow said.", Form.DIRECT),
        ("Ilse Varrow said the locks were “wide open”.", Form.MIXED),
        ("Ilse Varrow said the locks were open.", Form.INDIRECT),
        ("“The locks,” Ilse Varrow said, “are open.”", Form.DIRECT),
        ("Ilse Varrow dismissed “this paper” as a trick.", Form.MIXED),
    ],
)
def test_form_follows_the_marks(text: str, form: Form) -> None:
    """Quoted whole, retold, or retold with some words in marks."""
    _, claims = claims_of(text, "statements")
    assert [claim.slots.form for claim in claims if isinstance(claim.slots, Statement)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        "The “lantern truce” of last winter held for nine days on the Ambrel.",
        "The ferry “Odile” lay at the quay, and the “silent mile” was empty.",
        "Boatmen call at the weir every morning.",
        "The barges reported for duty at the weir.",
        "It appears that the weir is closed.",
    ],
)
def test_scare_quotes_and_other_senses_are_no_speech(text: str) -> None:
    """Nobody says these words."""
    assert told(text) == []
