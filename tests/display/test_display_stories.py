"""The list of stories, and where a claim belongs: counts of articles and origins, days, links, homes."""

from dataclasses import replace

from lake_case import LakeCase
from lake_story import (
    HOLM,
    KILLED,
    NOTE,
    QUOTED,
    REQUOTED,
    RETOLD,
    REWRITE,
    SAID,
    STORY_LINKS,
    UNDATED,
    make_story_case,
)
from lake_texts import DIGEST, LEAFLET, on

from pactwatch.display.evidence import make_evidence
from pactwatch.display.homes import Home, find_carried, make_home
from pactwatch.display.published import describe_published
from pactwatch.display.stories import StoryRow, describe_days, make_story_rows
from pactwatch.model.link import Linked, LinkKind
from pactwatch.model.status import Fact
from pactwatch.stories.story import Story


def make_rows(case: LakeCase) -> dict[str, StoryRow]:
    """The rows of a case by the first file of each."""
    documents = {article.document.id: article.document for article in case.articles}
    rows = make_story_rows(case.stories(), documents, case.days(), case.links(), case.facts())
    return {row.files[0]: row for row in rows}


def find_story(case: LakeCase) -> Story:
    return next(story for story in case.stories() if HOLM.document.id in story.documents)


def make_fact_home(fact: Fact, case: LakeCase) -> Home:
    documents = {article.document.id: article.document for article in case.articles}
    placed = next(one for one in case.facts() if one.claim.key == fact.claim.key)
    carried = find_carried(case.links(), case.facts()).get(fact.claim.key)
    standing = case.standings()[fact.claim.key]
    return make_home(placed.document, find_story(case), documents, "Holm", placed, carried, standing)


def test_a_story_counts_articles_and_origins_and_leaves_its_digest_apart() -> None:
    row = make_rows(make_story_case())["norrin-holm.txt"]
    assert row.sources.words == "3 articles in 1 story from 2 origins + 1 digest"
    assert row.event == "Monitors count nine barges at Holm" and row.first == HOLM.document.id
    assert (row.when, row.dating) == ("5 to 7 Apr 2031", "1 of 4 dated by their story")
    assert row.outlets == ("Norrin Wire", "Lake Gazette", "Pactwatch", "unnamed outlet (holm-undated.txt)")


def test_a_story_counts_what_a_person_judged_and_what_several_reports_quote() -> None:
    row = make_rows(make_story_case())["norrin-holm.txt"]
    assert row.links == "7 links, 1 judged"
    assert row.utterances == 1


def test_the_list_counts_as_many_utterances_as_the_story_tells() -> None:
    case = make_story_case()
    telling = case.tell(find_story(case))
    assert make_rows(case)["norrin-holm.txt"].utterances == len(telling.utterances)


def test_the_newest_story_stands_first_and_the_undated_last() -> None:
    rows = list(make_rows(make_story_case()))
    assert rows[0] == DIGEST.document.name and rows[-1] == LEAFLET.document.name


def test_a_digest_alone_is_no_origin() -> None:
    row = make_rows(LakeCase())[DIGEST.document.name]
    assert row.sources.words == "1 digest only" and row.sources.origins is None


def test_days_are_said_as_a_reader_says_them() -> None:
    assert describe_days([]) == "day unknown"
    assert describe_days([on(2031, 4, 5)]) == "5 Apr 2031"
    assert describe_days([on(2031, 4, 5), on(2031, 4, 7)]) == "5 to 7 Apr 2031"
    assert describe_days([on(2031, 4, 30), on(2031, 5, 1)]) == "30 Apr 2031 to 1 May 2031"


def test_a_document_that_its_story_dates_says_both() -> None:
    words = describe_published(UNDATED.document, make_story_case().days()[UNDATED.document.id])
    assert words == (
        "about 5 Apr 2031, dated by its story (as norrin-holm.txt); "
        "undated: no day is printed and the manifest gives none"
    )


def test_wordings_are_counted_for_each_claim_that_carries_them() -> None:
    case = make_story_case()
    carried = find_carried(case.links(), case.facts())
    assert {one.words for one in carried.values()} == {"3 wordings in 3 articles"}
    assert set(carried) == {QUOTED.claim.key, REQUOTED.claim.key, RETOLD.claim.key}


def test_a_link_that_a_person_refused_carries_nothing() -> None:
    refused = [one for one in STORY_LINKS if one.kind is not LinkKind.SAME_UTTERANCE]
    assert find_carried(refused, make_story_case().facts()) == {}
    unproposed = Linked("k", LinkKind.SAME_UTTERANCE, QUOTED.claim.key, RETOLD.claim.key, None)
    assert find_carried([unproposed], make_story_case().facts()) == {}


def test_the_origin_of_a_claim_is_said_in_words() -> None:
    case = make_story_case()
    assert make_fact_home(QUOTED, case).origin == "Norrin Wire report"
    assert make_fact_home(RETOLD, case).origin == "own reporting"
    assert make_fact_home(SAID, case).origin == "goes back to AFP, which was told this"


def test_without_an_agency_the_first_report_of_a_known_order_is_named() -> None:
    case = make_story_case()
    articles = tuple(
        replace(one, document=replace(one.document, agency=None)) for one in (HOLM, REWRITE, UNDATED, NOTE)
    )
    plain = replace(case, articles=articles)
    story = find_story(plain)
    documents = {one.document.id: one.document for one in articles}
    assert make_home(REWRITE.document, story, documents, "Holm").origin == "reporting of Norrin Wire"
    assert make_home(HOLM.document, story, documents, "Holm").origin == "own reporting"
    assert make_home(NOTE.document, story, documents, "Holm").origin == "none: a digest is never an origin"


def test_evidence_tells_its_story_and_its_other_wordings() -> None:
    case = make_story_case()
    home = make_fact_home(REQUOTED, case)
    row = make_evidence(REQUOTED, REWRITE, case.agreement, home)
    assert row.home is not None and row.home.story == HOLM.document.id
    assert row.home.sources == "3 articles in 1 story from 2 origins + 1 digest"
    assert row.home.wordings == "3 wordings in 3 articles"
    assert row.home.standing == "corroborated by 2 independent origins"
    assert make_fact_home(KILLED, case).wordings == ""
    assert make_fact_home(KILLED, case).standing == "reported by one origin"
