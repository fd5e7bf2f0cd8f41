"""Retold words in every kind of attribution: a text, then who says it, the reporting words and what is said."""

import pytest
from statement_tables import cases, told_lines

RETOLD = """
Ilse Varrow said that the locks were open.
    Ilse Varrow [said] the locks were open

Ilse Varrow said the locks were open.
    Ilse Varrow [said] the locks were open

Ilse Varrow said on Thursday, 12 May, that the locks were open.
    Ilse Varrow [said] the locks were open

The ministry spoke on Monday. Distribution would not go on, it said.
    ministry [said] Distribution would not go on

The locks are open, Ilse Varrow said.
    Ilse Varrow [said] The locks are open

Ilse Varrow said the talks were “a waste of paper” and would end.
    Ilse Varrow [said] the talks were “a waste of paper” and would end

According to Anselm Quire, two barges were held at the weir.
    Anselm Quire [According to] two barges were held at the weir

Two barges were held at the weir, according to Anselm Quire.
    Anselm Quire [according to] Two barges were held at the weir

Ilse Varrow left the hall early, saying that the talks were over.
    Ilse Varrow [saying] the talks were over

Ilse Varrow welcomed the report and said that the weir was safe.
    Ilse Varrow [welcomed] the report
    Ilse Varrow [said] the weir was safe

Boatmen laughed at Anselm Quire’s warning that the weir could fail.
    Anselm Quire [warning] the weir could fail

The crews were angered by Ondria’s refusal to open the weir.
    Ondria [refusal] to open the weir

The crews were angered by Calvenne’s call for a new survey.
    Calvenne [call for] a new survey

Piet Arends made an urgent call for calm on the river.
    Piet Arends [made an urgent call for] calm on the river

Piet Arends issued a warning that the weir could fail.
    Piet Arends [issued a warning] the weir could fail

The offer was rejected by Calvenne.
    Calvenne [was rejected] The offer

Odile Fenner was quoted as saying that the harbour was full.
    Odile Fenner [was quoted as saying] the harbour was full

The Courant quoted Odile Fenner as saying that the harbour was full.
    Odile Fenner [saying] the harbour was full

As Odile Fenner put it, the harbour was full.
    Odile Fenner [put it] the harbour was full

The harbour was full, as Odile Fenner put it.
    Odile Fenner [put it] The harbour was full

The harbour – as Odile Fenner noted in June – was full.
    Odile Fenner [noted] The harbour | was full

Odile Fenner continued to warn that the harbour was full.
    Odile Fenner [continued to warn] the harbour was full

Odile Fenner declined to say whether the harbour was full.
    Odile Fenner [declined to say] whether the harbour was full

Ondria denied that its guns had fired.
    Ondria [denied] its guns had fired

Ondria denied any link to the raid.
    Ondria [denied] any link to the raid

Ondria refused to move its guns.
    Ondria [refused] to move its guns

Piet Arends questioned whether the count was right.
    Piet Arends [questioned] whether the count was right

Piet Arends hoped the count was right.
    Piet Arends [hoped] the count was right

Piet Arends expected both sides to sign.
    Piet Arends [expected] both sides to sign

Piet Arends urged both sides to sign.
    Piet Arends [urged] both sides to sign

Calvenne accused Ondria of hiding two barges.
    Calvenne [accused] Ondria of hiding two barges

Anselm Quire described the accord as a narrow bridge.
    Anselm Quire [described] the accord as a narrow bridge

Anselm Quire called the accord “a narrow bridge”.
    Anselm Quire [called] the accord “a narrow bridge”

The video shows that two barges were on fire.
    video [shows] two barges were on fire

The accord requires that both banks be cleared.
    accord [requires] both banks be cleared

Citing the monitors, Ilse Varrow said that two barges were held.
    Ilse Varrow [Citing] the monitors
    Ilse Varrow [said] two barges were held

Ilse Varrow said the locks were open, while monitors said two were shut.
    Ilse Varrow [said] the locks were open
    monitors [said] two were shut

The locks, Ilse Varrow said, are open.
    Ilse Varrow [said] The locks | are open

If the guns leave, Ilse Varrow said, the locks will open.
    Ilse Varrow [said] If the guns leave | the locks will open

Odile Fenner is quoted as saying the harbour was full.
    Odile Fenner [is quoted as saying] the harbour was full

Odile Fenner went on to say that the harbour was full.
    Odile Fenner [went on to say] the harbour was full

Odile Fenner denied firing on the barges.
    Odile Fenner [denied] firing on the barges

Dessa Morrane called on Ondria to release the crews.
    Dessa Morrane [called on] Ondria to release the crews

Dessa Morrane called for the release of the crews.
    Dessa Morrane [called for] the release of the crews

Article 4 requires that the guns be moved.
    Article 4 [requires] the guns be moved

A letter from the ministry says the weir will open.
    A letter from the ministry [says] the weir will open

Piet Arends said that Ilse Varrow had said that the weir was open.
    Piet Arends [said] Ilse Varrow had said that the weir was open
    Ilse Varrow [had said] the weir was open
"""


@pytest.mark.parametrize(("text", "statements"), cases(RETOLD))
def test_retold_words_have_their_speaker(text: str, statements: list[str]) -> None:
    """The reporting words stand outside of what they report."""
    assert told_lines(text) == statements
