"""Statements: who says what, in the shapes that news uses. A test's docstring is its input."""

import pytest
from claim_texts import article_of, claims_of, told

from pactwatch.claims.run import read_claims
from pactwatch.model.claim import Form, Modality, Statement


def doc(test: object) -> str:
    return test.__doc__ or ""


def test_direct_speech_before_the_verb() -> None:
    """“The barges will sail on Monday,” Harbour Minister Lena Oost said."""
    assert told(doc(test_direct_speech_before_the_verb)) == [
        ("Lena Oost", "said", "“The barges will sail on Monday,”")
    ]


def test_inverted_with_apposition() -> None:
    """“We are losing patience with this,” said Piet Arends, who leads the monitors in Sarrow."""
    assert told(doc(test_inverted_with_apposition)) == [
        ("Piet Arends", "said", "“We are losing patience with this,”")
    ]


def test_split_quotation_is_one_statement() -> None:
    """“The crews are well and they are fed,” Lena Oost told reporters. “They will be home by the end of the week.”"""
    (row,) = told(doc(test_split_quotation_is_one_statement))
    assert row[2].endswith("| “They will be home by the end of the week.”")


def test_indirect_with_that_and_a_day() -> None:
    """The northern ministry said on Friday that no barge had been turned back."""
    article, claims = claims_of(doc(test_indirect_with_that_and_a_day), "statements")
    (claim,) = claims
    assert isinstance(claim.slots, Statement)
    assert claim.slots.form is Form.INDIRECT
    assert article.words(claim.slots.content[0]) == "no barge had been turned back"
    assert claim.said_on is not None
    assert claim.said_on.first.isoformat() == "2031-05-16"


def test_content_before_and_split_around() -> None:
    """
    The lock will open on Tuesday, a harbour official told the Courant.

    If the water falls, she said, the crews could leave.
    """
    rows = told(doc(test_content_before_and_split_around))
    assert rows[0] == ("a harbour official", "told", "The lock will open on Tuesday")
    assert rows[1][2] == "If the water falls | the crews could leave"


def test_content_ends_before_a_new_subject() -> None:
    """Lena Oost said the locks were open, while southern officials said two were shut."""
    assert told(doc(test_content_ends_before_a_new_subject)) == [
        ("Lena Oost", "said", "the locks were open"),
        ("southern officials", "said", "two were shut"),
    ]


def test_participle_takes_the_main_subject() -> None:
    """Lena Oost welcomed the report, adding that her side had kept every promise."""
    assert told(doc(test_participle_takes_the_main_subject)) == [
        ("Lena Oost", "welcomed", "the report"),
        ("Lena Oost", "adding", "her side had kept every promise"),
    ]


def test_joined_verbs_share_the_subject() -> None:
    """Lena Oost acknowledged the delay but described the talks as a step forward."""
    assert [row[0] for row in told(doc(test_joined_verbs_share_the_subject))] == ["Lena Oost", "Lena Oost"]


def test_according_to_on_either_side() -> None:
    """
    According to the monitors, two barges were held at Sarrow.

    One of them was let go at night, according to a statement by the southern navy.
    """
    assert told(doc(test_according_to_on_either_side)) == [
        ("monitors", "According to", "two barges were held at Sarrow"),
        ("a statement by the southern navy", "according to", "One of them was let go at night"),
    ]


def test_noun_that_reports() -> None:
    """Lena Oost’s statement on Wednesday that the garrison would stay angered the south."""
    assert told(doc(test_noun_that_reports)) == [("Lena Oost", "statement", "the garrison would stay")]


def test_feelings_and_accusations() -> None:
    """
    Piet Arends expressed cautious hope that the south would open the lock.

    Northland has repeatedly accused Southmark of delaying the barges.
    """
    rows = told(doc(test_feelings_and_accusations))
    assert rows[0] == ("Piet Arends", "expressed", "the south would open the lock")
    assert rows[1] == ("Northland", "has repeatedly accused", "Southmark of delaying the barges")


def test_pronoun_and_surname_lead_to_the_full_name() -> None:
    """
    Harbour Minister Lena Oost said the lock was open.

    She warned that it could close again. Oost said the crews knew.
    """
    assert [row[0] for row in told(doc(test_pronoun_and_surname_lead_to_the_full_name))] == ["Lena Oost"] * 3


def test_description_named_further_on() -> None:
    """
    An analyst said the pause could end next week.

    The river was quiet on Monday. Political analyst Ruben Calder said both sides were tired.
    """
    assert [row[0] for row in told(doc(test_description_named_further_on))] == [
        "Ruben Calder",
        "Ruben Calder",
    ]


def test_two_speakers_of_one_statement() -> None:
    """Harbour chief Lena Oost and monitor Piet Arends said that the lock must open."""
    assert told(doc(test_two_speakers_of_one_statement))[0][0] == "Lena Oost; Piet Arends"


def test_unresolved_pronoun_says_so() -> None:
    """He said that the lock was open."""
    _, claims = claims_of(doc(test_unresolved_pronoun_says_so), "statements")
    assert [mention.how for mention in claims[0].speakers] == ["unresolved"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The ministry denied that the lock was shut.", Modality.DENIED),
        ("The ministry did not say that the lock was shut.", Modality.DENIED),
        ("The ministry promised that the lock would open.", Modality.PLANNED),
        ("The ministry urged the south to open the lock.", Modality.DEMANDED),
        ("The ministry said the south must open the lock.", Modality.DEMANDED),
        ("The ministry hoped that the lock would open.", Modality.HYPOTHETICAL),
        ("The ministry said the lock was open.", Modality.ASSERTED),
    ],
)
def test_modality(text: str, modality: Modality) -> None:
    _, claims = claims_of(text, "statements")
    assert [claim.modality for claim in claims] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "The talks were held in a house by the river.",
        "The report was long and the calls went on for hours.",
        "The so-called “quiet zone” runs along the bank.",
    ],
)
def test_no_statement_is_invented(text: str) -> None:
    assert told(text) == []


def test_headline_gives_claims_and_furniture_none() -> None:
    """
    Oost says lock 'must open'

    SARROW
    The lock at Sarrow stayed shut on Monday, and no barge passed it for the third day in a row.
    Lena Oost said on Monday that the lock must open before the weekend comes.
    The monitors wrote nothing about it.

    Related:
    - Minister says 40 barges are stuck
    - Arends calls for calm in the harbour
    """
    article, claims = claims_of(doc(test_headline_gives_claims_and_furniture_none), "statements")
    assert [claim.where.value for claim in claims] == ["headline", "sentence"]
    assert not any("calm" in claim.words for claim in claims), article.passages


def test_another_language_gives_no_claims() -> None:
    article = article_of(
        "Die Ministerin sagte am Montag, dass die Schleuse wieder offen sei und die Boote nach Hause fahren. "
        "Der Sprecher des Südens sagte, dass er davon nichts wisse und auf eine Antwort warte."
    )
    assert all(claims == () for claims in read_claims(article).values())
