"""Quoted words, labels and headlines: a text, then who says it, the reporting words and what is said."""

import pytest
from claim_texts import claims_of, told
from statement_tables import cases, told_lines

from pactwatch.model.claim import Form, Statement

QUOTED = """
“The locks must open,” Dessa Morrane said.
    Dessa Morrane [said] “The locks must open,”

“The locks must open,” said Dessa Morrane, the prime minister of Calvenne.
    Dessa Morrane [said] “The locks must open,”

Dessa Morrane said: “The locks must open.”
    Dessa Morrane [said] “The locks must open.”

Dessa Morrane told reporters, “The locks must open.”
    Dessa Morrane [told] “The locks must open.”

“Who will open the locks?” Dessa Morrane asked.
    Dessa Morrane [asked] “Who will open the locks?”

“The crews,” Dessa Morrane said, “are well and fed.”
    Dessa Morrane [said] “The crews,” | “are well and fed.”

“The crews are well,” Dessa Morrane said. “They will be home soon.”
    Dessa Morrane [said] “The crews are well,” | “They will be home soon.”

“The crews are well,” Dessa Morrane said. ¶ “Nobody went hungry.” ¶ The barges lay at the quay.
    Dessa Morrane [said] “The crews are well,” | “Nobody went hungry.”

Dessa Morrane said: “The crews are well. ¶ “They were fed. ¶ “They sail on Monday.” ¶ “So be it.”
    Dessa Morrane [said] “The crews are well. | “They were fed. | “They sail on Monday.”

Dessa Morrane said that the vote was fair. “We saw it ourselves.”
    Dessa Morrane [said] the vote was fair
    Dessa Morrane [said] “We saw it ourselves.”

“We waited,” Piet Arends said. “Nobody came.” ¶ Odile Fenner disagreed. “They came at noon,” she said.
    Piet Arends [said] “We waited,” | “Nobody came.”
    Odile Fenner [said] “They came at noon,”

“Not one barge has passed,” Piet Arends fumed. “Not in my time.”
    Piet Arends [fumed] “Not one barge has passed,” | “Not in my time.”

“Not one barge?” barked Piet Arends.
    Piet Arends [barked] “Not one barge?”

Piet Arends had an answer ready: “Not one barge.”
    Piet Arends [had] “Not one barge.”

Piet Arends turned to the crowd: ¶ “Not one barge has passed the lock.”
    Piet Arends [turned] “Not one barge has passed the lock.”

“The weir is open,” Odile Fenner said, adding: “It is safe.”
    Odile Fenner [said] “The weir is open,”
    Odile Fenner [adding] “It is safe.”

“Two barges were held,” according to Anselm Quire.
    Anselm Quire [according to] “Two barges were held,”

Piet Arends listed what was missing: ¶ The guns have not gone.
    Piet Arends [listed] The guns have not gone.
"""

LABELLED = """
Varrow: locks must open ¶ The locks stayed shut on Monday, and no barge passed. ¶
Ilse Varrow said the crews were well.
    Ilse Varrow [:] locks must open
    Ilse Varrow [said] the crews were well

Ondrian minister: ‘The locks must open’ ¶ The locks stayed shut on Monday, and no barge passed. ¶
Ilse Varrow, the foreign minister of Ondria, said the crews were well.
    Ilse Varrow [:] ‘The locks must open’
    Ilse Varrow [said] the crews were well

Varrow Says Locks Must Open ¶ The locks stayed shut on Monday, and no barge passed. ¶
Ilse Varrow said the crews were well.
    Ilse Varrow [Says] Locks Must Open
    Ilse Varrow [said] the crews were well

Anselm Quire spoke on Monday. ¶ Q: Are the guns there? ¶ A: They are. I counted nine. ¶ Q: Will they go?
    Q [:] Are the guns there?
    Anselm Quire [:] They are. I counted nine.
    Q [:] Will they go?

River accord: what we know ¶ The locks stayed shut on Monday, and no barge passed. ¶ Update: The weir is
open. ¶ Correction: An earlier version gave the wrong day. ¶ Update: The weir is shut again.

Anselm Quire said it was late. ¶ Odile Fenner said it was early. ¶ Quire: We counted nine guns. ¶
Fenner: They are old. ¶ Quire: The guns will go.
    Anselm Quire [said] it was late
    Odile Fenner [said] it was early
    Anselm Quire [:] We counted nine guns.
    Odile Fenner [:] They are old.
    Anselm Quire [:] The guns will go.

Anselm Quire: “The weir is open.”
    Anselm Quire [:] “The weir is open.”

Piet Arends said: ¶ - the guns have gone ¶ - the weir is open ¶ The crews are home.
    Piet Arends [said] the guns have gone | the weir is open
"""


@pytest.mark.parametrize(("text", "statements"), cases(QUOTED))
def test_quoted_words_have_their_speaker(text: str, statements: list[str]) -> None:
    """Wherever the marks stand, the words inside them are one statement of one speaker."""
    assert told_lines(text) == statements


@pytest.mark.parametrize(("text", "statements"), cases(LABELLED))
def test_label_names_the_speaker(text: str, statements: list[str]) -> None:
    """Headlines and transcripts; a label that is nobody's name gives no statement."""
    assert told_lines(text) == statements


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“The locks are open,” Ilse Varrow said.", Form.DIRECT),
        ("“The locks,” Ilse Varrow said, “are open.”", Form.DIRECT),
        ("Ilse Varrow said the locks were “wide open”.", Form.MIXED),
        ("Ilse Varrow said the locks were open.", Form.INDIRECT),
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
        "Odile Fenner walked the “quiet mile” to the weir.",
        "Boatmen call at the weir every morning.",
        "The barges reported for duty at the weir.",
    ],
)
def test_scare_quotes_and_other_senses_are_no_speech(text: str) -> None:
    """Nobody says these words."""
    assert told(text) == []
