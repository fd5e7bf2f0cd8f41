"""Attributions that readers of other reports found missing or given to the wrong one."""

import pytest
from statement_tables import cases, told_lines

FOUND = """
The prime minister of Calvenne, Dessa Morrane, said that the weir was open.
    Dessa Morrane [said] the weir was open

On Wednesday Dessa Morrane said that the weir was open.
    Dessa Morrane [said] the weir was open

Dessa Morrane, Ilse Varrow and Anselm Quire said that the weir was open.
    Dessa Morrane; Ilse Varrow; Anselm Quire [said] the weir was open

Ms Ilse Varrow met Mr Anselm Quire in Pell. He said that the weir was open.
    Anselm Quire [said] the weir was open

An analyst who has followed the river for years thinks the knot is tight.
    An analyst [thinks] the knot is tight

A farmer I met on the road told me that the guns had gone.
    A farmer I met on the road [told] the guns had gone

The World Health Office (WHO) counted 12 barges. WHO said that the count was complete.
    World Health Office [said] the count was complete

The agency, citing two officials, reported that 20 barges had passed.
    agency [citing] two officials
    agency [reported] 20 barges had passed

Another said the guns had gone.
    Another [said] the guns had gone

Two shells landed near Pell, Ilse Varrow said.
    Ilse Varrow [said] Two shells landed near Pell

The weir – Piet Arends called it a ruin – was closed.
    Piet Arends [called] it a ruin

Two barges, according to Anselm Quire, were held at the weir.
    Anselm Quire [according to] Two barges | were held at the weir

Ilse Varrow said that according to the monitors two barges were held.
    Ilse Varrow [said] according to the monitors two barges were held
    monitors [according to] two barges were held

Ondria’s refusal to open the weir drew boos.
    Ondria [refusal] to open the weir

Ondria was accused by Calvenne of hiding two barges.
    Calvenne [was accused] Ondria | of hiding two barges

Saying that the talks were over, Ilse Varrow left the hall.
    Ilse Varrow [Saying] the talks were over

Ilse Varrow rebutted the claim.
    Ilse Varrow [rebutted] the claim

Calvenne undertook to open the locks.
    Calvenne [undertook] to open the locks

Budapest calls for calm.
    Budapest [calls for] calm

Article 6 states that the guns must go.
    Article 6 [states] the guns must go

Ilse Varrow has made clear that the list is complete.
    Ilse Varrow [has made clear] the list is complete

The ministry remains deeply concerned that the truce may fail.
    ministry [remains deeply concerned] the truce may fail

Ondria is opposed to the plan.
    Ondria [is opposed to] the plan

Dorrund denies that it asked for more time.
    Dorrund [denies] it asked for more time

A senior official disputed that.
    A senior official [disputed] that

The council condemns the attack and stresses that those responsible must answer.
    council [condemns] the attack
    council [stresses] those responsible must answer

The minister denied on Friday that anyone had been hit and said talks would go on.
    minister [denied] anyone had been hit
    minister [said] talks would go on

Ilse Varrow was quick to point out that the weir was open.
    Ilse Varrow [was quick to point out] the weir was open

Ilse Varrow condemned in the strongest terms the shelling of the town.
    Ilse Varrow [condemned] the shelling of the town

“We waited at the weir. ¶
“Nobody came,” Piet Arends said.
    Piet Arends [said] “We waited at the weir. | “Nobody came,”

“The weir is open”, Piet Arends said.
    Piet Arends [said] “The weir is open”

But, said Piet Arends, “I know the river and I will not leave it.”
    Piet Arends [said] “I know the river and I will not leave it.”

Piet Arends said in a statement. “There are no papers left to recount.”
    Piet Arends [said] “There are no papers left to recount.”

“Wait for the boats.” – Odile Fenner, harbour master
    Odile Fenner [–] “Wait for the boats.”

Boatmen welcomed the news.
    Boatmen [welcomed] the news

Friends of Dessa Morrane say that she will stay.
    Friends of Dessa Morrane [say] she will stay

A pilot who asked not to be named said the barges had gone.
    A pilot [asked] not to be named
    A pilot [said] the barges had gone
"""


@pytest.mark.parametrize(("text", "expected"), cases(FOUND))
def test_attributions_that_readers_found(text: str, expected: list[str]) -> None:
    assert told_lines(text) == expected
