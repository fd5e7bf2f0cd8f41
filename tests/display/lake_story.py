"""A story of the lake case: an agency report, a rewrite of it, one without a day, another one, a digest."""

from dataclasses import replace

from lake_case import LakeCase
from lake_facts import DAHL, OFFICE, OSKE, figure, make_fact, statement
from lake_texts import make_article, on

from pactwatch.case.stories import place_in_stories
from pactwatch.model.claim import Form
from pactwatch.model.link import Link, Linked, LinkJudgement, LinkKind, Reason, Verdict, order_ends
from pactwatch.model.source import Article, When
from pactwatch.model.status import Fact
from pactwatch.stories.story import find_stories

_GUNS = '"The barges will pass when the guns on the hill are moved,"'
_ONCE = '"The barges will pass once the guns on the hill have moved,"'
_TOLD = "the barges would pass when the guns on the hill were moved"

HOLM = make_article(
    "norrin-holm.txt",
    f"""
h Monitors count nine barges at Holm
s {_GUNS} harbour minister Rena Dahl said on Friday.
s At least 31 people have been killed on the lake since March, the harbour office said.
s The monitors of the accord counted nine barges at the narrows of Holm on Friday.
s Soldiers went on guarding the narrows of Holm through the night of rain.
""",
    title="Monitors count nine barges at Holm",
    outlet="Norrin Wire",
    agency="Norrin Wire",
    published=on(2031, 4, 5),
    published_at="2031-04-05T10:00",
)

REWRITE = make_article(
    "gazette-holm.txt",
    f"""
h Barges wait at Holm
s {_ONCE} Dahl said.
s Some 30 people have been killed on the lake since March.
s The monitors of the accord counted nine barges at the narrows of Holm on Friday morning.
""",
    title="Barges wait at Holm",
    outlet="Lake Gazette",
    agency="Norrin Wire",
    published=on(2031, 4, 6),
)

UNDATED = make_article(
    "holm-undated.txt",
    f"""
s Dahl's deputy said that {_TOLD}.
s The terror of the narrows of Holm is nine barges, the monitors of the accord counted on Friday.
s Ilmar Oske told AFP that no gun had moved.
""",
    undated="no day is printed and the manifest gives none",
)

NOTE = make_article(
    "holm-digest.txt",
    "\nh Barges at Holm in April\ns Nine barges were counted at the narrows of Holm.\n",
    title="Barges at Holm in April",
    outlet="Pactwatch",
    published=on(2031, 4, 7),
    digest=True,
)

STORY_ARTICLES = (HOLM, REWRITE, UNDATED, NOTE)

DEPUTY = {"who": "Dahl's deputy", "side": "veyl"}


def _quote(article: Article, words: str, cue: str, **who: object) -> Fact:
    slots = statement(article, cue, words, quotes=[words[1:-1]], form=Form.DIRECT)
    return make_fact(article, words, slots, **who)  # type: ignore[arg-type]


QUOTED = _quote(HOLM, _GUNS, "Rena Dahl said", **DAHL)
REQUOTED = _quote(REWRITE, _ONCE, "Dahl said", **DAHL)
RETOLD = make_fact(
    UNDATED,
    f"Dahl's deputy said that {_TOLD}.",
    statement(UNDATED, "deputy said", _TOLD),
    **DEPUTY,  # type: ignore[arg-type]
)
KILLED = make_fact(
    HOLM,
    "At least 31 people have been killed on the lake since March",
    figure(HOLM, "31", "people", "killed", low=31),
    hedge="at least",
    measure="dead",
    **OFFICE,
)
KILLED_AGAIN = make_fact(
    REWRITE,
    "Some 30 people have been killed on the lake since March",
    figure(REWRITE, "30", "people", "killed", approx=30),
    hedge="some",
    measure="dead",
)
SAID = make_fact(
    UNDATED,
    "Ilmar Oske told AFP that no gun had moved.",
    replace(statement(UNDATED, "Oske told", "no gun had moved"), addressee="AFP"),
    **OSKE,
)


def link(kind: LinkKind, a: str, b: str, *reasons: Reason, verdict: Verdict | None = None) -> Linked:
    """A proposed link, judged where a verdict is given."""
    proposed = Link(kind, *order_ends(kind, a, b), 0.83, reasons, "by-hand", "1")
    judgement = (
        LinkJudgement(kind, proposed.a, proposed.b, verdict, "K. Lind", "read both") if verdict else None
    )
    return Linked(proposed.key, kind, proposed.a, proposed.b, proposed, judgement)


def _same_words(a: Fact, b: Fact) -> Linked:
    return link(LinkKind.SAME_UTTERANCE, a.claim.key, b.claim.key)


_BOTH = Reason("quote", "both quote “The barges will pass …”", (REQUOTED.claim.span,), (QUOTED.claim.span,))

STORY_LINKS = (
    link(LinkKind.SAME_STORY, HOLM.document.id, REWRITE.document.id, verdict=Verdict.SAME),
    link(LinkKind.SAME_STORY, HOLM.document.id, UNDATED.document.id),
    link(LinkKind.SAME_STORY, HOLM.document.id, NOTE.document.id),
    link(LinkKind.DERIVED_FROM, REWRITE.document.id, HOLM.document.id, _BOTH),
    link(LinkKind.DATES, HOLM.document.id, UNDATED.document.id),
    _same_words(QUOTED, REQUOTED),
    _same_words(QUOTED, RETOLD),
)

STORY_DAYS: tuple[tuple[str, When], ...] = (
    (UNDATED.document.id, on(2031, 4, 5, "dated by its story: as norrin-holm.txt")),
)


def make_story_case() -> LakeCase:
    """The lake case with the story of Holm, every fact of it placed in its story."""
    articles = (*LakeCase().articles, *STORY_ARTICLES)
    stories = find_stories([article.document for article in STORY_ARTICLES], STORY_LINKS)
    own = (QUOTED, REQUOTED, RETOLD, KILLED, KILLED_AGAIN, SAID)
    facts = place_in_stories(own, stories, dict(STORY_DAYS))
    return LakeCase(
        articles=articles,
        all_facts=(*LakeCase().facts(), *facts),
        all_links=STORY_LINKS,
        story_days=STORY_DAYS,
    )
