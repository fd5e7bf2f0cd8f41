"""An invented case in memory, with the calls that the pages make of a case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lake_agreement import LAKE
from lake_facts import make_breaches, make_figures, make_progress, make_statements
from lake_texts import ARTICLES, AS_OF, LEAFLET

from pactwatch.case.question import Question
from pactwatch.errors import NotInCase
from pactwatch.ledger.base import DocumentRow, Head, Verification
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Progress, Step
from pactwatch.model.link import Linked
from pactwatch.model.placement import Relevance
from pactwatch.model.record import Decision, Record, RecordKind
from pactwatch.model.source import Article, When
from pactwatch.model.status import Breaches, CaseStatus, Fact, LeftOut, Mark, ProvisionStatus, Tally
from pactwatch.problems import Level, Problem
from pactwatch.stories.reports import Report
from pactwatch.stories.standing import Standing, compute_standings
from pactwatch.stories.story import Story, find_stories
from pactwatch.stories.telling import Telling, tell_story


@dataclass(frozen=True)
class LakeCase:
    """The case, with the calls that the pages make. Statuses are worked out by hand, roughly."""

    articles: tuple[Article, ...] = ARTICLES
    all_facts: tuple[Fact, ...] = field(
        default_factory=lambda: (*make_statements(), *make_figures(), *make_breaches(), *make_progress())
    )
    all_links: tuple[Linked, ...] = ()
    story_days: tuple[tuple[str, When], ...] = ()
    agreement: Agreement = LAKE
    name: str = "lake"
    title: str = "Lake Accord"
    as_of: date = AS_OF

    def agreement_at(self, known: str | None = None) -> Agreement:
        return self.agreement

    def documents(self, known: str | None = None) -> list[DocumentRow]:
        return [
            DocumentRow(article.document, None, len(article.passages), self._count(article))
            for article in self.articles
        ]

    def _count(self, article: Article) -> int:
        return sum(fact.document.id == article.document.id for fact in self.all_facts)

    def article(self, name: str) -> Article:
        for article in self.articles:
            if article.document.id == name:
                return article
        raise NotInCase(f"There is no document {name}.")

    def facts(self, known: str | None = None) -> list[Fact]:
        return list(self.all_facts)

    def select(self, question: Question) -> list[Fact]:
        return [fact for fact in self.all_facts if self._counts(fact, question)]

    def _counts(self, fact: Fact, question: Question) -> bool:
        if fact.judgement and fact.judgement.decision is Decision.REJECT:
            return False
        if question.reviewed_only and fact.judgement is None:
            return False
        if question.without_digests and fact.document.digest:
            return False
        return self._speaks(fact, question.view)

    def _speaks(self, fact: Fact, view: str) -> bool:
        sides = {match.actor for match in fact.placement.speakers}
        match view:
            case "outlets":
                return not fact.claim.speakers
            case "mediators":
                return "norrin" in sides
            case "any-allegation" | "uncontested":
                return True
        return view.removeprefix("party:") in sides

    def status(self, question: Question | None = None) -> CaseStatus:
        question = question or Question()
        facts = self.select(question)
        return CaseStatus(
            view=question.view,
            on=question.on or self.as_of,
            known=question.known or "newest",
            provisions=tuple(self._stand(provision, facts) for provision in self.agreement.provisions),
            documents=len(self.articles),
            claims=len(self.all_facts),
            unreviewed=sum(fact.judgement is None for fact in self.all_facts),
            left_out=(LeftOut(LEAFLET.document.id, LEAFLET.document.name, "has no date", 4),),
            expectations_failed=(
                "crews on 20 Apr 2031 under any-allegation: expected 48 of 48, is 47 of 48",
            ),
        )

    def _stand(self, provision: str, facts: Sequence[Fact]) -> ProvisionStatus:
        own = [
            fact for fact in facts if provision in [match.provision for match in fact.placement.provisions]
        ]
        own = [fact for fact in own if fact.placement.relevance is Relevance.AGREEMENT]
        steps = [fact for fact in own if isinstance(fact.claim.slots, Progress)]
        latest = max(steps, key=lambda fact: _day_of(fact), default=None)
        breaches = self._breaches(own, facts)
        mark, cycle, why = _judge(latest, breaches)
        tally = _tally(steps)
        scale = {Mark.PARTLY_DONE: (2, 2), Mark.IN_PROGRESS: (1, 1), Mark.STALLED: (0, 1)}.get(mark)
        low, high = scale or (None, None)
        return ProvisionStatus(
            provision=provision,
            mark=mark,
            life_cycle=cycle,
            why=why,
            tally=tally,
            latest=latest,
            reported_by=latest.claim.speakers[0].name if latest and latest.claim.speakers else None,
            breaches=breaches,
            facts=tuple(own),
            low_scale=low,
            high_scale=high,
        )

    def _breaches(self, own: Sequence[Fact], facts: Sequence[Fact]) -> tuple[Breaches, ...]:
        rows = []
        for party, other in (("aldra", "veyl"), ("veyl", "aldra")):
            alleged = [fact for fact in own if fact.placement.accused == other]
            reports = [fact for fact in facts if not fact.document.digest]
            side = {
                fact.document.id
                for fact in reports
                if party in {one.actor for one in fact.placement.speakers}
            }
            if alleged:
                carried = {fact.document.id for fact in alleged if not fact.document.digest}
                rows.append(Breaches(party, other, tuple(alleged), len(carried), len(side)))
        return tuple(rows)

    def stories(self, known: str | None = None) -> tuple[Story, ...]:
        return find_stories([article.document for article in self.articles], self.all_links)

    def tell(self, story: Story, known: str | None = None) -> Telling:
        reports = [
            Report(article, tuple(fact for fact in self.all_facts if fact.document.id == article.document.id))
            for article in self.articles
        ]
        return tell_story(story, reports, self.all_links)

    def links(self, known: str | None = None) -> list[Linked]:
        return list(self.all_links)

    def days(self, known: str | None = None) -> dict[str, When]:
        return dict(self.story_days)

    def standings(self, known: str | None = None) -> Mapping[str, Standing]:
        return compute_standings(self.all_facts, self.all_links)

    def problems(self) -> list[Problem]:
        return [
            Problem(
                "no-date",
                "leaflet.txt has no date.",
                "leaflet.txt",
                hint="Write one into sources.csv.",
                level=Level.WARNING,
            ),
            Problem("unknown-actor", "No actor “norin”.", "agreement.yaml", 33, 9, nearest="norrin"),
        ]

    def head(self) -> Head:
        return Head(14, "9f" * 32, "2031-04-20T09:30:00Z")

    def records(self, after: int = 0) -> list[Record]:
        kinds = [RecordKind.CASE, RecordKind.AGREEMENT, *[RecordKind.DOCUMENT, RecordKind.READING] * 6]
        listed = [
            Record(number, "2031-04-20T09:30:00Z", "K. Lind", kind, {}, "00" * 32, f"{number:02x}" * 32)
            for number, kind in enumerate(kinds, start=1)
        ]
        return [record for record in listed if record.number > after]

    def verify(self) -> Verification:
        return Verification(True, 14, 80, len(self.articles), len(self.all_facts), 0, ())


def _day_of(fact: Fact) -> date:
    return fact.document.published.last if fact.document.published else date.min


def _tally(steps: Sequence[Fact]) -> Tally | None:
    numbers = [(fact, fact.claim.slots.done) for fact in steps if isinstance(fact.claim.slots, Progress)]
    counted = [(fact, int(done)) for fact, done in numbers if done is not None]
    if not counted:
        return None
    best = max(done for _, done in counted)
    return Tally(best, 48, "crew members", tuple(fact for fact, done in counted if done == best))


def _judge(latest: Fact | None, breaches: Sequence[Breaches]) -> tuple[Mark, str, str]:
    if breaches:
        number = sum(len(row.facts) for row in breaches)
        return (
            Mark.BREACHES,
            "in effect",
            f"A standing duty: {number} sentences allege a breach, so it stays in effect.",
        )
    if latest is None or not isinstance(latest.claim.slots, Progress):
        return Mark.NOT_DUE, "dormant", "Nobody reports any progress, and what it waits for has not happened."
    marks = {
        Step.PARTLY: (Mark.PARTLY_DONE, "partly performed"),
        Step.BEGUN: (Mark.IN_PROGRESS, "in effect"),
        Step.STALLED: (Mark.STALLED, "in effect"),
        Step.ORDERED: (Mark.DECLARED, "in effect"),
    }
    mark, cycle = marks[latest.claim.slots.step]
    return mark, cycle, f"The newest report says “{latest.claim.slots.step.value}”."
