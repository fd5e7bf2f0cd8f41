"""The lake case with a payload in every field that comes from outside."""

from dataclasses import replace

from lake_agreement import LAKE
from lake_case import LakeCase
from lake_texts import ARTICLES


def infect(payload: str) -> LakeCase:
    """The lake case with a payload in titles, outlets, file names, speakers, addresses, reasons."""
    documents = {
        article.document.id: replace(
            article.document,
            name=f"{payload}{article.document.name}",
            title=f"{payload} title",
            outlet=f"{payload} outlet",
            agency=f"{payload} agency",
            url=f"javascript:{payload}",
            rests_on=(payload,),
            undated=payload,
        )
        for article in ARTICLES
    }
    articles = tuple(replace(article, document=documents[article.document.id]) for article in ARTICLES)
    facts = []
    for fact in LakeCase().facts():
        speakers = tuple(replace(match, name=payload, person=payload) for match in fact.placement.speakers)
        mentions = tuple(replace(one, name=payload, affiliation=payload) for one in fact.claim.speakers)
        placement = replace(
            fact.placement, speakers=speakers, relevance_reason=payload, measure_reason=payload
        )
        claim = replace(fact.claim, speakers=mentions, hedge=fact.claim.hedge and payload, rule=payload)
        facts.append(replace(fact, claim=claim, placement=placement, document=documents[fact.document.id]))
    provisions = {
        name: replace(provision, title=f"{payload} provision", text=payload, source=payload)
        for name, provision in LAKE.provisions.items()
    }
    actors = {name: replace(actor, name=f"{payload} {name}") for name, actor in LAKE.actors.items()}
    measures = {name: replace(measure, title=payload) for name, measure in LAKE.measures.items()}
    agreement = replace(LAKE, provisions=provisions, actors=actors, measures=measures)
    return LakeCase(articles=articles, all_facts=tuple(facts), agreement=agreement, title=f"{payload} case")
