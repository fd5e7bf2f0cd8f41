"""The lake case with a payload in every field that comes from outside."""

from dataclasses import replace

from lake_agreement import LAKE
from lake_case import LakeCase

from pactwatch.model.link import Linked


def infect(payload: str, case: LakeCase | None = None) -> LakeCase:
    """A case, else the lake case, with a payload in titles, outlets, file names, speakers, addresses,
    reasons and judgements."""
    case = case or LakeCase()
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
        for article in case.articles
    }
    articles = tuple(replace(article, document=documents[article.document.id]) for article in case.articles)
    facts = []
    for fact in case.facts():
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
    return replace(
        case,
        articles=articles,
        all_facts=tuple(facts),
        all_links=tuple(_infect_link(one, payload) for one in case.all_links),
        agreement=agreement,
        title=f"{payload} case",
    )


def _infect_link(linked: Linked, payload: str) -> Linked:
    """A link whose reasons and whose judge are a payload."""
    judgement = linked.judgement and replace(linked.judgement, reviewer=payload, reason=payload)
    if linked.link is None:
        return replace(linked, judgement=judgement)
    reasons = tuple(replace(reason, words=payload) for reason in linked.link.reasons)
    return replace(linked, link=replace(linked.link, reasons=reasons), judgement=judgement)
