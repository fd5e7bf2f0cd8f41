"""Odd text: marks of many kinds and none, capitals, lists, hidden characters, broken lines, great length."""

import pytest
from claim_texts import claims_of, time_reading, told
from statement_tables import told_lines

from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article
from pactwatch.model.claim import Form, Statement


@pytest.mark.parametrize(
    "quotation",
    [
        "“The weir is open,”",
        '"The weir is open,"',
        "‘The weir is open,’",
        "'The weir is open,'",
        "«The weir is open,»",
        "« The weir is open, »",
        "»The weir is open,«",
        "„The weir is open,“",
        "``The weir is open,''",
        "''The weir is open,''",
        "“ The weir is open, ”",
        "‘It’s the boatmen’s weir,’",
        "'It's the boatmen's weir,'",
        "“He called it ‘a ruin’ and left,”",
        "‘He called it “a ruin” and left,’",
        "“The weir is open!”",
        "“The weir is open –”",
        "“The weir is open ...,”",
    ],
)
def test_every_pair_of_marks_quotes(quotation: str) -> None:
    """A quotation is direct speech in whatever marks, with those inside it."""
    _, (claim,) = claims_of(f"{quotation} Piet Arends said.", "statements")
    assert isinstance(claim.slots, Statement)
    assert claim.slots.form is Form.DIRECT
    assert told(f"{quotation} Piet Arends said.") == [("Piet Arends", "said", quotation)]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Piet Arends said, “The weir is open.", ["Piet Arends [said] “The weir is open."]),
        ("The weir is open,” Piet Arends said.", ["Piet Arends [said] The weir is open"]),
        ("“The weir, ‘open’ as it is, leaks,” Piet Arends said.",
         ["Piet Arends [said] “The weir, ‘open’ as it is, leaks,”"]),
        ("PIET ARENDS SAID THAT THE WEIR WAS OPEN.", ["PIET ARENDS [SAID] THE WEIR WAS OPEN"]),
        ("piet arends said that the weir was open", ["piet arends [said] the weir was open"]),
        ("Piet Arends said that the weir was open and that it leaked",
         ["Piet Arends [said] the weir was open and that it leaked"]),
        ("\u202ePiet Arends said that the weir was open.\u202c",
         ["Piet Arends [said] the weir was open"]),
        ("Piet\xa0Arends said\xa0that the weir was\xa0open.",
         ["Piet Arends [said] the weir was\xa0open"]),
        ("Piet Arends sa\u200bid that the weir was open.",
         ["Piet Arends [sa\u200bid] the weir was open"]),
        ("Piet Arends said that Ilse Varrow said Anselm Quire said the weir was open.", [
            "Piet Arends [said] Ilse Varrow said Anselm Quire said the weir was open",
            "Ilse Varrow [said] Anselm Quire said the weir was open",
            "Anselm Quire [said] the weir was open"]),
    ],
)  # fmt: skip
def test_unbalanced_unmarked_and_hidden(text: str, statements: list[str]) -> None:
    """What is said is found, and nothing is taken out of it."""
    assert told_lines(text) == statements


@pytest.mark.parametrize(
    "text",
    [
        "“The weir is open. The crews are home. Nobody was hurt.”",
        "“The weir is open.”\n\n“The crews are home.”",
        "“” Piet Arends was in Pell.",
        "said Piet Arends",
        "- - -\n\n* * *",
    ],
)
def test_words_of_nobody_give_no_claims(text: str) -> None:
    """Quotations alone have no speaker, and none is made up."""
    assert told(text) == []


@pytest.mark.parametrize("point", ["-", "–", "•", "*", "·"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_list_behind_said(point: str, gap: str) -> None:
    """Each point of a list is a part of what is said; the paragraph behind it is not."""
    points = gap.join(f"{point} {words}" for words in ("the weir is open", "the crews are home"))
    text = f"The monitors said:{gap}{points}{gap}\nThe barges lay at the quay."
    assert told_lines(text) == ["monitors [said] the weir is open | the crews are home"]


def test_transcript_of_turns() -> None:
    """Every turn is somebody's words, and "A" is the one whom the text names."""
    text = (
        "Anselm Quire spoke to the Register.\n\n"
        "Q: Are the guns there?\n\nA: They are. I counted nine.\n\nQ: Will they go?\n\nA: They will."
    )
    assert told_lines(text)[1::2] == [
        "Anselm Quire [:] They are. I counted nine.",
        "Anselm Quire [:] They will.",
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_hard_wrapped_lines(newline: str) -> None:
    """A line break within a quotation or a sentence ends neither."""
    text = newline.join(
        (
            "“The weir is open and the barges",
            "are on their way,” Piet Arends said.",
            "",
            "Ilse Varrow said that the weir was",
            "shut and that no barge could",
            "pass.",
        )
    )
    assert [" ".join(line.split()) for line in told_lines(text)] == [
        "Piet Arends [said] “The weir is open and the barges are on their way,”",
        "Ilse Varrow [said] the weir was shut and that no barge could pass",
    ]


def test_another_language_is_a_problem_and_gives_no_claims() -> None:
    """The rules are for English: the reader is told, and nothing is read."""
    text = (
        "Die Ministerin sagte am Montag, dass die Schleuse wieder offen sei und die Boote nach Hause fahren. "
        "„Der Fluss ist frei“, sagte Ilse Varrow, und die Boote liegen am Kai und warten auf das Wasser."
    )
    made = make_article(text.encode(), "wehr.txt", None)
    assert made.article is not None
    assert made.article.document.language == "und"
    assert [problem for problem in made.problems if "English" in f"{problem}"]
    assert all(claims == () for claims in read_claims(made.article).values())


@pytest.mark.parametrize(
    "part",
    [
        "Piet Arends said that the weir was open and ",
        "“open,” Piet Arends said, and ",
        "as Piet Arends put it, ",
        "his warning that the weir, ",
        "the weir was opened by Ondria and ",
        "«open» „shut“ ‘old’ ",
        "who, like Odile Fenner, told them to ask ",
        "Piet Arends’s deputy’s deputy, ",
    ],
)
def test_twice_the_length_takes_about_twice_the_time(part: str) -> None:
    """One sentence of 20,000 characters against one of 10,000."""
    time_reading(part * 20)
    short, long = (
        min(time_reading(part * (size // len(part)) + ".") for _ in range(2)) for size in (10_000, 20_000)
    )
    assert long < 3 * short + 0.3


@pytest.mark.parametrize(
    "part", ["“Open,” Piet Arends said.\n\n", "Q: Is it open?\n\nA: It is.\n\n", "“Open. ", "- open\n"]
)
def test_twice_as_many_paragraphs_take_about_twice_the_time(part: str) -> None:
    """Speech that goes on and turns of a transcript do not look back to the beginning."""
    time_reading(part * 20)
    short, long = (
        min(time_reading(part * (size // len(part))) for _ in range(2)) for size in (10_000, 20_000)
    )
    assert long < 3 * short + 0.3
