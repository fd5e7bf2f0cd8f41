"""What differs between reports of one thing, and what only looks as if it did."""

import pytest

from pactwatch.stories.differences import Difference, Differs
from pactwatch.stories.discrepancies import find_discrepancies
from pactwatch.stories.own_voice import is_own_voice
from pactwatch.stories.quoted import find_quoted
from river_reports import tell

REST = "Rain fell on the quays all night. The bakers of Vessmar opened their shops late."


def compare(*texts: str) -> tuple[Difference, ...]:
    """The differences of some texts as reports of one story; each ends in sentences that no other has."""
    ends = (REST, "The river stood high.", "Two bridges were painted in green.")
    reports = [
        tell(f"{text}\n\n{ends[number % 3]}", f"{number}.txt", "2031-05-20")
        for number, text in enumerate(texts)
    ]
    return find_discrepancies(reports)


def say(kind: Differs, *texts: str) -> list[str]:
    """What the differences of one kind say."""
    return [found.what for found in compare(*texts) if found.differs is kind]


QUOTE = '"The locks at Corvith will stay open as long as the guns are silent," {speaker} said.'


def test_another_speaker_is_a_difference() -> None:
    one = QUOTE.format(speaker="Foreign Minister Dessa Morrane")
    other = QUOTE.format(speaker="harbour minister Anselm Quire")
    assert say(Differs.SPEAKER, one, other) == [
        "one report gives it as said by Dessa Morrane, another as said by Anselm Quire"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dessa T. Morrane", "Dessa Morrane"),
        ("Foreign Minister Dessa Morrane", "Dessa Morrane, the foreign minister,"),
        ("Ilse Varrow", "Ilse Varow"),
        ("Dessa Morrane", "a spokesman"),
        ("Dessa Morrane", "the announcement"),
        ("Dessa Morrane", "she"),
        ("Dessa Morrane", "the ministry"),
    ],
)
def test_other_words_for_one_speaker_are_none(one: str, other: str) -> None:
    """An initial, an office, a spelling, a description, a document, a pronoun, an institution."""
    assert say(Differs.SPEAKER, QUOTE.format(speaker=one), QUOTE.format(speaker=other)) == []


def test_a_title_tells_the_minister_from_his_wife() -> None:
    first = "President Marr and Ilse Marr, the first lady, came to Corvith. " + QUOTE.format(
        speaker="Mr. Marr"
    )
    second = "President Dell Marr came to Corvith. " + QUOTE.format(speaker="Marr")
    assert say(Differs.SPEAKER, first, second) == []


def test_whose_words_they_are_is_not_compared_where_both_are_named_beside_them() -> None:
    first = "Anselm Quire stood by. " + QUOTE.format(speaker="Dessa Morrane")
    assert say(Differs.SPEAKER, first, QUOTE.format(speaker="Anselm Quire")) == []


SUNK = "Shells from the hill destroyed the old ferry at the landing of Corvith"


def test_an_attribution_is_lost() -> None:
    assert say(Differs.ATTRIBUTION, f"{SUNK}, the Ondrian army said.", f"{SUNK}.") == [
        "one report has it from Ondrian army, another tells it in its own voice"
    ]


def test_an_attribution_of_a_number_is_lost() -> None:
    number = "Shells wounded five guards on the hill of Corvith"
    assert say(Differs.ATTRIBUTION, f"{number}, the Ondrian army said.", f"{number}.") == [
        "one report has the number from Ondrian army, another gives it in its own voice"
    ]


@pytest.mark.parametrize(
    "own",
    [
        f'"{SUNK}.\nWe shall count the boats again," Quire told the monitors.',
        f'"We count the boats," he said.\n{SUNK}. "',
        f"Quire wrote on the wall of the harbour office:\n{SUNK}.",
        f"{SUNK}.\n– Anselm Quire",
        f"{SUNK}, according to residents.",
        "Shells from the hill never destroyed the old ferry at the landing of Corvith.",
        "Shells from the hill reportedly destroyed the old ferry at the landing of Corvith.",
        f"We saw it all. I stood there. Our boat was near. {SUNK}.",
        "The talks went on while shells from the hill destroyed the old ferry at the landing of Corvith.",
        f"{SUNK}. Morrane said that shells from the hill destroyed the ferry at the landing.",
    ],
)
def test_words_of_somebody_are_not_the_own_voice(own: str) -> None:
    """In a quotation over lines, under a colon, above a name, with a source, hedged, in the first person, as
    a circumstance, and with its speaker elsewhere in the same report."""
    assert say(Differs.ATTRIBUTION, f"{SUNK}, the Ondrian army said.", own) == []


def test_a_sentence_of_a_report_is_its_own_voice() -> None:
    report = tell(f"{SUNK}. The army said that it had not fired.")
    first, second = report.sentences
    assert is_own_voice(report, first) and not is_own_voice(report, second)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We wait.\nThen we talk,” said Marr.", ["“We wait.", "Then we talk,”"]),
        ('Then we talk, " said Marr.', ['Then we talk, "']),
        ('" We wait, " he said, " and talk. "', ['" We wait, "', '" and talk. "']),
        ("He said: ‘We wait. It’s late.", ["‘We wait. It’s late."]),
        ("It was a “quiet” day.\nAll went home.", ["“quiet”"]),
    ],
)
def test_quotations_over_lines(text: str, quoted: list[str]) -> None:
    assert [span.of(text) for span in find_quoted(text)] == quoted


def test_a_changed_word_inside_a_quotation() -> None:
    one = '"The locks will stay open upon our word to the monitors," Dessa Morrane said.'
    other = '"The locks will stay open on our own word to the monitors," Dessa Morrane said.'
    (found,) = [found for found in compare(one, other) if found.differs is Differs.WORDING]
    assert found.what == "inside the quotation marks: “upon” or “on”; nothing or “own”"
    assert found.sides[0].value.startswith("The locks") and found.sides[0].value.endswith("monitors")


@pytest.mark.parametrize(
    "other",
    [
        '"The guards have not fired at the ferry of Corvith since Monday," Morrane said.',
        '"I know that the guards haven\'t fired at the ferry of Corvith since Monday," she said.',
        '"The guards haven’ t fired at the ferry of Corvith since Monday," Morrane said.',
        '"The guards haven\'t fired [a shot] at the ferry of Corvith since Monday," Morrane said.',
        '"THE GUARDS haven\'t fired at the ferry of Corvith ... since Monday," Morrane said.',
        '"The guards haven\'t fired ... since Monday," Morrane said.',
    ],
)
def test_a_quotation_that_is_cut_or_contracted_is_unchanged(other: str) -> None:
    one = '"The guards haven\'t fired at the ferry of Corvith since Monday," Dessa Morrane said.'
    assert say(Differs.WORDING, one, other) == []


def test_a_document_and_a_person_have_words_of_their_own() -> None:
    one = '"The raid on the ferry was an act of plain piracy at night," Dessa Morrane said.'
    other = '"The raid on the ferry was an act of sheer piracy at night," the lawsuit said.'
    assert say(Differs.WORDING, one, other) == []


def test_a_cause_is_added() -> None:
    one = "Ondria broke the truce, resulting in the death of three Calvennian river guards."
    other = "Three Calvennian river guards met their death in the same weeks."
    assert say(Differs.CAUSE, one, other) == [
        "one report makes it the result of something else (“resulting in”), another does not"
    ]


@pytest.mark.parametrize(
    "other",
    [
        "The breach led to the death of three Calvennian river guards.",
        "Three Calvennian river guards met their death after the breach.",
    ],
)
def test_a_cause_in_other_words_is_none(other: str) -> None:
    one = "Ondria broke the truce, resulting in the death of three Calvennian river guards."
    assert say(Differs.CAUSE, one, other) == []


def test_due_to_happen_is_no_cause() -> None:
    one = "The pause on the river was due to expire at midnight on the quays of Pell."
    assert say(Differs.CAUSE, one, "The pause on the river was set to expire at midnight at Pell.") == []


def test_a_number_that_one_report_leaves_out() -> None:
    one = "Quellin has pledged up to 20,000 river monitors for the locks."
    other = "Quellin has pledged river monitors for the locks."
    assert say(Differs.SINGLE, one, other) == ["only one report gives a number: up to 20,000"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The treaty ended the 1950-53 war on the river.", "The treaty ended the war on the river."),
        ("The guards of the river had 12-9 wins this year.", "The guards of the river had wins this year."),
        ("The guard served 4 1/2 months on the river.", "The guard served months on the river."),
        ("The landing lies 24 km north of Corvith.", "The landing lies 15 miles north of Corvith."),
        ("One guard keeps the lock and a second guard sleeps.", "One guard keeps the lock; a guard sleeps."),
    ],
)
def test_a_number_that_counts_nothing_is_not_missed(one: str, other: str) -> None:
    """A range of years, a score, a fraction, a distance, a number that both print."""
    assert say(Differs.SINGLE, one, other) == []


def test_other_numbers_for_one_thing() -> None:
    one = "Divers found 41 rifles in the old barge at Corvith."
    other = "Divers found 45 rifles in the old barge at Corvith."
    assert say(Differs.FIGURE, one, other) == ["the number is given as 41, 45"]


@pytest.mark.parametrize(
    "other",
    [
        "In all five searches divers found 310 rifles and 20 pumps at Corvith.",
        "Divers found 45 rifles in the old barge at Corvith, and 41 rifles in the mill.",
    ],
)
def test_numbers_of_other_things_are_no_difference(other: str) -> None:
    """A number of several searches; a number that the report gives as well."""
    assert say(Differs.FIGURE, "Divers found 41 rifles in the old barge at Corvith.", other) == []


def test_an_office_that_is_limited() -> None:
    one = "The former harbour minister Anselm Quire came to the talks."
    other = "The harbour minister Anselm Quire came to the talks."
    assert say(Differs.OFFICE, one, other) == ["the office is given as former harbour minister / minister"]


@pytest.mark.parametrize(
    "other",
    [
        "The former R.B.A. minister Anselm Quire came late.",
        "Then-minister Anselm Quire had signed it.",
        "His former harbour minister Anselm Quire came late.",
    ],
)
def test_an_office_limited_in_other_words_is_the_same(other: str) -> None:
    assert say(Differs.OFFICE, "The former minister Anselm Quire came to the talks.", other) == []


def test_a_judging_word_by_a_name() -> None:
    one = "The tyrant Osgathe met the monitors at the landing of Pell on the river."
    other = "The chairman Osgathe met the monitors at the landing of Pell on the river."
    assert say(Differs.LABEL, one, other) == [
        "one report has “tyrant Osgathe”, another tells of “Osgathe” without the word"
    ]


def test_a_judging_word_of_another_thing_is_none() -> None:
    one = "The monitors met at the landing of Pell, where the militants sleep."
    assert say(Differs.LABEL, one, "The monitors met at the landing of Pell on the river.") == []


def test_how_far_a_thing_reaches() -> None:
    one = "Ondria is to withdraw from Corvith in the second phase of the accord."
    other = "Ondria is to withdraw from posts in Corvith in the second phase of the accord."
    assert len(say(Differs.SCOPE, one, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Anselm Quire returned from Corvith last week to the talks of the accord.",
        "Anselm Quire returned from Corvith Island to the talks of the accord.",
    ],
)
def test_more_words_for_a_place_reach_no_further(other: str) -> None:
    assert say(Differs.SCOPE, "Anselm Quire returned from Corvith to the talks of the accord.", other) == []


def test_spellings_are_of_one_word() -> None:
    one = "The R.B.A. and the harbour programme were told to us. They're open."
    other = "The RBA and the harbor program were told in the US. They were open."
    found = {difference.about for difference in compare(one, other) if difference.differs is Differs.SPELLING}
    assert found == {"R.B.A. / RBA", "harbour / harbor", "programme / program"}
