"""Which documents and claims are about the agreement, by the invented accord of the samples."""

from functools import cache
from pathlib import Path

from claim_texts import article_of

from pactwatch.agreement.load import load_agreement
from pactwatch.claims.aliases import make_alias_table
from pactwatch.claims.provisions import place_claims
from pactwatch.claims.relevance import judge_document
from pactwatch.claims.run import read_claims
from pactwatch.model.agreement import Agreement
from pactwatch.model.placement import Relevance

FILE = Path(__file__).parents[2] / "agreements/river-accord/agreement.yaml"


@cache
def agreement() -> Agreement:
    loaded, problems = load_agreement(FILE)
    assert loaded is not None and problems == []
    return loaded


def judge(text: str, published: str = "2031-05-19") -> Relevance:
    article = article_of(text, published)
    return judge_document(article, agreement(), make_alias_table(agreement())).relevance


def test_a_report_on_the_parties_is_about_the_agreement() -> None:
    assert judge("Ondria and Calvenne said that the River Accord was holding.") is Relevance.AGREEMENT


def test_another_conflict_is_not_even_where_it_names_the_parties() -> None:
    text = (
        "Ceasefire on the Sarrow plateau breaks down. Fighters on the Sarrow plateau and in Kesmere said that "
        "the Sarrow truce was over. Ondria and Calvenne have sent no one to Sarrow."
    )
    assert judge(text) is Relevance.OTHER


def test_what_was_published_before_is_prehistory() -> None:
    assert judge("Ondria and Calvenne met for talks.", "2031-01-10") is Relevance.PREHISTORY


def test_news_of_neither_is_something_else() -> None:
    assert judge("The harvest was good this year, the farmers said.") is Relevance.OTHER


def test_people_held_since_before_are_held_now() -> None:
    """A number that lasts is not of another time because it began then; a toll counted from then is."""
    text = (
        "Ondria and Calvenne keep the River Accord. Ondria has held 48 crew members since February 2031. "
        "At least 90 people have been killed since February 2031."
    )
    article = article_of(text)
    claims = read_claims(article)["figures"]
    placed = place_claims(article, claims, agreement())
    found = {int(claim.slots.low): place.relevance for claim, place in zip(claims, placed, strict=True)}  # type: ignore[union-attr]
    assert found == {48: Relevance.AGREEMENT, 90: Relevance.PREHISTORY}
