"""Statements on their page: each once, what stands inside another's words under it."""

from dataclasses import replace

from lake_agreement import LAKE
from lake_case import LakeCase
from lake_nested import nested
from lake_texts import WIRE

from pactwatch.display.quotes import find_quotes, group_nested
from pactwatch.display.speakers import name_outlet, name_speaker, trace_speakers
from pactwatch.model.claim import Mention


def test_a_statement_inside_another_stands_under_it_and_nowhere_else() -> None:
    inner, outer = nested()
    assert group_nested([inner, outer]) == ((outer, (inner,)),)
    assert group_nested([outer, inner]) == ((outer, (inner,)),)


def test_a_filter_that_drops_the_outer_statement_leaves_the_inner_one() -> None:
    inner, outer = nested()
    page = find_quotes([inner, outer], LAKE, speaker=name_speaker(inner, LAKE).id)
    assert page.groups == ((inner, ()),)
    assert find_quotes([inner, outer], LAKE).total == 2


def test_the_same_words_by_two_speakers_are_two_statements() -> None:
    inner, _ = nested()
    twin = replace(inner, claim=replace(inner.claim, key="t", speakers=(Mention(inner.claim.span, "X"),)))
    assert len(group_nested([inner, twin])) == 2


def test_no_statement_of_the_case_is_lost() -> None:
    page = find_quotes(LakeCase().facts(), LAKE)
    listed = [fact.claim.key for outer, inner in page.groups for fact in (outer, *inner)]
    assert sorted(listed) == sorted(fact.claim.key for fact in page.facts)


def test_a_document_without_an_outlet_is_named_by_its_agency() -> None:
    fact = next(fact for fact in LakeCase().facts() if fact.document.id == WIRE.document.id)
    document = replace(fact.document, outlet=None)
    assert name_outlet(document) == "unnamed outlet, Norrin Wire report"
    assert name_outlet(replace(document, agency=None)) == "unnamed outlet (wire-0402.txt)"
    assert trace_speakers(replace(fact, document=document), LAKE)[0] == "unnamed outlet, Norrin Wire report"
    assert not any("carrying" in step for step in trace_speakers(replace(fact, document=document), LAKE))


def test_two_unnamed_reports_of_one_agency_are_two_voices() -> None:
    own = next(
        fact
        for fact in LakeCase().facts()
        if fact.document.id == WIRE.document.id and not fact.claim.speakers
    )
    one = replace(own, document=replace(own.document, outlet=None))
    other = replace(own, document=replace(own.document, outlet=None, name="wire-2.txt"))
    assert name_speaker(one, LAKE).id != name_speaker(other, LAKE).id
