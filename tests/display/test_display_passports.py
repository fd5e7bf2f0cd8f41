"""One utterance in all its wordings, with what is known of the first."""

from dataclasses import replace

from lake_case import LakeCase
from lake_story import HOLM, QUOTED, RETOLD, REWRITE, SAID, STORY_LINKS, UNDATED, make_story_case
from lake_texts import on

from pactwatch.display.homes import find_carried
from pactwatch.display.labels import label_reports
from pactwatch.display.passports import Passport, make_passport
from pactwatch.display.wordings import describe_first
from pactwatch.model.source import Article
from pactwatch.model.status import Fact
from pactwatch.stories.reports import Report


def make_report(article: Article, case: LakeCase) -> Report:
    own = [fact for fact in case.facts() if fact.document.id == article.document.id]
    return Report(article, tuple(own))


def make(fact: Fact) -> Passport:
    case = make_story_case()
    reports = [make_report(article, case) for article in (UNDATED, REWRITE, HOLM)]
    carried = find_carried(STORY_LINKS, case.facts()).get(fact.claim.key)
    own = reports if carried else [one for one in reports if one.id == fact.document.id]
    return make_passport(fact, own, STORY_LINKS, case.days(), {fact.claim.key: "an origin"}, carried)


def test_a_passport_holds_all_wordings_and_their_carriers() -> None:
    passport = make(QUOTED)
    assert passport.counts == "3 wordings in 3 articles" and not passport.alone
    (one,) = passport.utterances
    assert [(row.report.letter, row.form, row.speaker) for row in one.carriers] == [
        ("A", "quoted", "Rena Dahl"),
        ("B", "quoted", "Rena Dahl"),
        ("C", "retold", "Dahl's deputy"),
    ]
    assert [row.origin for row in one.carriers] == ["an origin", "", ""]
    assert one.speakers == ("Rena Dahl", "Dahl's deputy")


def test_common_words_stand_once_and_variants_under_their_letters() -> None:
    (one,) = make(QUOTED).utterances
    parts = [part.common or {v.letters: v.words for v in part.variants} for part in one.parts]
    assert parts[0] == '"The barges'
    assert parts[1] == {"A and B": "will", "C": "would"}
    assert parts[3] == {"A and C": "when", "B": "once"}


def test_every_carrier_of_an_utterance_has_the_same_passport() -> None:
    assert make(QUOTED).utterances[0].parts == make(RETOLD).utterances[0].parts


def test_words_that_nobody_else_has_have_a_passport_of_one_wording() -> None:
    passport = make(SAID)
    assert passport.alone and passport.counts == "1 wording in 1 article"
    (one,) = passport.utterances
    assert one.wordings == 1 and one.first == "Only A has it"


def test_a_digest_has_no_wording() -> None:
    digest = replace(SAID, document=replace(SAID.document, digest=True))
    passport = make_passport(digest, [], STORY_LINKS, {}, {}, None)
    assert passport.digest and passport.utterances == ()


def test_who_was_first_is_said_only_where_it_is_known() -> None:
    case = make_story_case()
    reports = {article.document.id: make_report(article, case) for article in (HOLM, REWRITE, UNDATED)}
    labels = label_reports(reports.values(), case.days())
    known = describe_first((HOLM.document.id, REWRITE.document.id), reports, labels)
    assert known.startswith("First in A: gazette-holm.txt credits Norrin Wire")
    assert describe_first(tuple(reports), reports, labels) == (
        "Who was first is not known; the earliest day known is A’s, 5 Apr 2031, 10:00"
    )


def test_the_earlier_day_is_the_first_appearance() -> None:
    case = make_story_case()
    later = replace(UNDATED, document=replace(UNDATED.document, published=on(2031, 4, 9)))
    reports = {article.document.id: make_report(article, case) for article in (HOLM, later)}
    labels = label_reports(reports.values(), {})
    assert describe_first(tuple(reports), reports, labels) == (
        "First in A: norrin-holm.txt is of 2031-04-05, holm-undated.txt of 2031-04-09"
    )
