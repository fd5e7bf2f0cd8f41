"""What is proposed of a story: the same in any order, each link once, with the words that speak for it."""

import re
from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pactwatch.model.link import OF_DOCUMENTS, Link, LinkKind
from pactwatch.stories.groups import connect
from pactwatch.stories.linking import ALL_PAIRS, NEAREST, Group, propose_links
from pactwatch.stories.reports import Report
from river_reports import find, share, tell

WORD = "“We have kept our word, and we expect the locks to open,” Foreign Minister Ilse Varrow said."
GUNS = "“The guns have not moved and they have not spoken,” Colonel Tobin Hask, the spokesman, said."
TOLL = "At least 31 people have been killed since the truce took hold."
MAN = "The man who was freed on Monday crossed the pontoon on foot before the market opened that day."

HALYARD = tell(f"{WORD}\n\n{TOLL}\n\n{GUNS}\n\n{MAN}", "halyard.txt", "2031-05-19", "Halyard", "Halyard")
COURANT = tell(
    f"The crews are home. {MAN}\n\n{GUNS}\n\n{WORD}",
    "courant.txt",
    "2031-05-20",
    "The Vessmar Courant",
    "Halyard",
)
POST = tell(f"{GUNS}\n\nIt rained. {WORD}", "post.txt", "2031-05-20", "The Tamber Post", "Halyard")
UNDATED = tell(
    f"{TOLL} It was Monday.\n\n{MAN}\n\n{GUNS}\n\n{WORD}", "undated.txt", None, "Port Evrin Dispatch"
)
LATER = tell("Nobody at Corvith heard a shot.", "later.txt", "2031-05-21", "Halyard")
DIGEST = tell(f"{TOLL}\n\n{MAN}", "digest.txt", "2031-05-19", "Pactwatch", digest=True)
ALL = (HALYARD, COURANT, POST, UNDATED, LATER, DIGEST)


def propose(*reports: Report) -> list[Link]:
    return propose_links(Group(reports, share(reports)))


def pairs_of(links: list[Link], kind: LinkKind) -> list[tuple[str, str]]:
    """The names of the documents of the links of a kind; those of a mutual kind by name."""
    names = {report.id: report.document.name.removesuffix(".txt") for report in ALL}
    pairs = [(names[link.a], names[link.b]) for link in links if link.kind is kind]
    mutual = kind in (LinkKind.SAME_STORY, LinkKind.SAME_ORIGIN)
    return sorted(tuple(sorted(pair)) if mutual else pair for pair in pairs)  # type: ignore[type-var]


LINKS = propose(*ALL)


@settings(max_examples=20, deadline=None)
@given(st.permutations(ALL))
def test_the_order_of_the_reports_does_not_matter(order: list[Report]) -> None:
    """The same links with the same reasons in the same order, wherever the copies were found."""
    assert propose(*order) == LINKS


def test_a_rewrite_is_derived_from_the_agencys_report() -> None:
    """Two outlets that carry it share an origin: neither is derived from the other."""
    assert pairs_of(LINKS, LinkKind.DERIVED_FROM) == [("courant", "halyard"), ("post", "halyard")]
    assert pairs_of(LINKS, LinkKind.COPIED_FROM) == [("courant", "halyard")]
    assert pairs_of(LINKS, LinkKind.SAME_ORIGIN) == [
        ("courant", "post"),
        ("courant", "undated"),
        ("halyard", "undated"),
        ("post", "undated"),
    ]
    first = next(link for link in LINKS if link.kind is LinkKind.DERIVED_FROM)
    assert first.reasons[0].words.endswith("credits Halyard, whose report halyard.txt is")


def test_of_two_that_carry_one_agency_the_earlier_is_no_source() -> None:
    """Nor where the agency's report is not there."""
    late = replace(POST.document, published=LATER.document.published)
    post = Report(replace(POST.article, document=late), POST.facts)
    links = propose(COURANT, post)
    assert Counter(link.kind for link in links if link.kind in OF_DOCUMENTS) == {
        LinkKind.SAME_STORY: 1,
        LinkKind.SAME_ORIGIN: 1,
    }


def test_the_links_hold_the_story_together() -> None:
    """Each report but the first with one before it, digests too."""
    pairs = pairs_of(LINKS, LinkKind.SAME_STORY)
    assert len(pairs) == len(ALL) - 1
    assert len(connect({name for pair in pairs for name in pair}, pairs)) == 1


def test_a_digest_ties_nothing_to_an_origin() -> None:
    """Though it has a passage and a figure of a report: it belongs to the story and to nothing else."""
    kinds = {link.kind for link in LINKS if DIGEST.id in (link.a, link.b)}
    assert kinds == {LinkKind.SAME_STORY}


def test_an_undated_report_is_dated_once() -> None:
    assert pairs_of(LINKS, LinkKind.DATES) == [("halyard", "undated")]


def test_an_outlets_second_report_is_no_rewrite_of_its_first() -> None:
    again = tell(f"{WORD}\n\n{TOLL}\n\n{GUNS}\n\n{MAN} More follows.", "again.txt", "2031-05-20", "Halyard")
    kinds = {link.kind for link in propose(HALYARD, again)}
    assert kinds == {LinkKind.SAME_UTTERANCE, LinkKind.SAME_STORY}


_WORD = re.compile(r"\w+")


def test_the_reasons_cut_the_right_words() -> None:
    """The first stretches of a reason stand in the link's first document, the others in its second."""
    homes = {report.id: report for report in ALL}
    homes |= {fact.claim.key: report for report in ALL for fact in report.facts}
    shared = []
    for link in LINKS:
        for reason in link.reasons:
            one = [homes[link.a].words(span) for span in reason.a]
            other = [homes[link.b].words(span) for span in reason.b]
            if reason.kind in ("quote", "passage") or link.kind is LinkKind.SAME_UTTERANCE:
                shared.append((_WORD.findall(one[0]), _WORD.findall(other[0])))
    assert len(shared) > 15
    assert all(one == other for one, other in shared)


def test_a_passage_stands_where_it_is_on_both_sides() -> None:
    (link,) = [link for link in LINKS if link.kind is LinkKind.COPIED_FROM]
    reason = next(reason for reason in link.reasons if reason.kind == "passage")
    assert find(COURANT, "crossed the pontoon").begin in range(reason.a[0].begin, reason.a[0].end)
    assert find(HALYARD, "crossed the pontoon").begin in range(reason.b[0].begin, reason.b[0].end)


def test_each_link_is_proposed_once() -> None:
    """Under one key, with a score from 0 to 1."""
    assert max(Counter(link.key for link in LINKS).values()) == 1
    assert all(0 <= link.score <= 1 for link in LINKS)
    assert propose() == [] and {link.kind for link in propose(LATER)} == set()


def test_in_a_large_story_each_is_compared_with_those_most_like_it() -> None:
    """Twelve reports in two camps of words: all are of the story, and few pairs are looked at."""
    camps = (f"{WORD} {MAN}", f"{GUNS} {TOLL}")
    reports = [
        tell(f"Report {number} of {number * 7}.\n\n{camps[number % 2]}", f"{number}.txt", outlet=f"{number}")
        for number in range(ALL_PAIRS + 4)
    ]
    links = propose(*reports)
    stories = [(link.a, link.b) for link in links if link.kind is LinkKind.SAME_STORY]
    assert len(stories) == len(reports) - 1
    assert len(connect([report.id for report in reports], stories)) == 1
    claims = {fact.claim.key: number for number, own in enumerate(reports) for fact in own.facts}
    told = {frozenset((claims[x.a], claims[x.b])) for x in links if x.kind is LinkKind.SAME_UTTERANCE}
    assert all(len({number % 2 for number in pair}) == 1 for pair in told)
    assert len(reports) <= len(told) <= len(reports) * NEAREST
    assert propose(*reports[::-1]) == links


def test_who_is_named_for_words_kept_is_said_as_the_reports_name_them() -> None:
    """Two of one body are said to be of one side, and no others are."""
    told = [
        tell(WORD.replace("Foreign Minister Ilse Varrow", who), "told.txt", "2031-05-20", "The Tamber Post")
        for who in ("Ms Varrow", "Lorn Castig", "Colonel Tobin Hask", "Prime Minister Dessa Morrane")
    ]
    said = [
        reason.words.rpartition("; ")[2]
        for report in told
        for link in propose(HALYARD, report)
        if link.kind is LinkKind.SAME_UTTERANCE
        for reason in link.reasons
    ]
    other = "other speakers named, or none"
    assert said == ["one speaker", "speakers of one side", other, other]
