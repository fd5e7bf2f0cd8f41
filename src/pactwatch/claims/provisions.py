"""Places claims in one agreement: provisions, measure, relevance, whose words they are.

A reading of its own, keyed by the agreement's hash: an edit of the agreement places the same
claims anew and reads nothing again. ``claims/linker.py`` finds the provisions, ``claims/parts.py`` what
each kind of claim turns on and who acts in it.
"""

from collections.abc import Sequence

from pactwatch.claims.aliases import AliasTable, make_alias_table
from pactwatch.claims.linker import Doer, Linker
from pactwatch.claims.measures import anchored_window, find_like, find_measure
from pactwatch.claims.parts import find_accused, find_act, find_actor, find_cores, find_doer, find_towards
from pactwatch.claims.relevance import judge_claim, judge_document
from pactwatch.claims.speaking import is_generic, match_actors, match_speaker
from pactwatch.model.agreement import Agreement, Measure
from pactwatch.model.claim import Claim, Commitment, Condition, Figure, Interpretation, Mention, Position
from pactwatch.model.placement import Placement, ProvisionMatch, SpeakerMatch
from pactwatch.model.source import Article, Span, When

PROVISIONS_MAKER = "provisions"
PROVISIONS_VERSION = "5"

#: A claim whose figure belongs to a measure is about the measure's provision.
_BY_MEASURE = 0.9
#: Rules whose words must name what they are about.
_NEAR = ("must", "need", "condition", "noun", "legitimate", "right")


def place_claims(article: Article, claims: Sequence[Claim], agreement: Agreement) -> tuple[Placement, ...]:
    """One placement for each claim, in their order."""
    placer = _Placer(article, agreement)
    return tuple(placer.place(claim) for claim in claims)


class _Placer:
    """The tables of an agreement and the article whose claims are placed."""

    def __init__(self, article: Article, agreement: Agreement) -> None:
        self.article, self.agreement = article, agreement
        self.aliases = make_alias_table(agreement)
        self.linker = Linker(article, agreement)
        self.default = judge_document(article, agreement, self.aliases)

    def place(self, claim: Claim) -> Placement:
        """The placement of one claim."""
        since, anchors = _window(claim, self.agreement)
        published = self.article.document.published
        judged = judge_claim(
            claim.slots,
            _sentence(self.article, claim.span),
            since,
            self.default,
            self.agreement,
            published.first if published else None,
        )
        like = _find_like(claim, self.agreement, self.aliases)
        measure, why = _measure(claim, anchors, like)
        actors = self._actors(claim)
        needs, wants = self._sides(claim)
        return Placement(
            claim=claim.key,
            relevance=judged.relevance,
            relevance_reason=judged.reason,
            provisions=self._provisions(claim, measure, actors),
            measure=measure,
            measure_reason=why,
            speakers=tuple(self._match(mention) for mention in claim.speakers),
            accused=find_accused(claim, self.aliases),
            since=since,
            until=_until(claim, self.article) if isinstance(claim.slots, Figure) else None,
            counts_like=tuple(one.id for one in like),
            actors=actors,
            towards=find_towards(claim, self.aliases),
            needs=needs,
            wants=wants,
        )

    def _match(self, mention: Mention) -> SpeakerMatch:
        return match_speaker(mention, self.article.text, self.aliases, self.agreement)

    def _actors(self, claim: Claim) -> tuple[SpeakerMatch, ...]:
        """Who holds a position or makes a promise; a government that nobody names is the speaker's own."""
        mention = find_actor(claim)
        if mention is None:
            return ()
        matches = match_actors(mention, self.article.text, self.aliases, self.agreement)
        if matches[0].actor is not None or not is_generic(mention.name) or len(claim.speakers) != 1:
            return matches
        own = self._match(claim.speakers[0])
        reason = f"the speaker's own: {own.reason}"
        return (SpeakerMatch(own.actor, None, mention.name, reason),) if own.actor else matches

    def _provisions(
        self, claim: Claim, measure: str | None, actors: Sequence[SpeakerMatch]
    ) -> tuple[ProvisionMatch, ...]:
        """The provisions that a claim is about, the best first."""
        if isinstance(claim.slots, Position):
            return self.linker.link_led(claim.span, claim.slots.target, not claim.rule.startswith(_NEAR))
        strict = isinstance(claim.slots, Condition | Commitment | Interpretation)
        matches = self.linker.link(claim.span, find_cores(claim), self._doer(claim, actors), strict)
        if not matches:
            matches = self._beside(claim)
        of_measure = self.agreement.measures[measure].provision if measure else None
        if of_measure is None:
            return matches
        counted = ProvisionMatch(of_measure, _BY_MEASURE, f'counted by the measure "{measure}"')
        others = [match for match in matches if match.provision != of_measure]
        return tuple(sorted((counted, *others), key=lambda match: (-match.score, match.provision)))

    def _beside(self, claim: Claim) -> tuple[ProvisionMatch, ...]:
        """What a reading or a promise that names no provision takes up from the words around it."""
        slots = claim.slots
        if isinstance(slots, Interpretation):
            return self.linker.link_side(slots.meaning, slots.instrument)
        return self.linker.link_side(slots.action, slots.trigger) if isinstance(slots, Commitment) else ()

    def _doer(self, claim: Claim, actors: Sequence[SpeakerMatch]) -> Doer | None:
        """Who does it, where the claim is of something done or promised, with whom it belongs to."""
        doer = find_doer(claim, self.aliases)
        named = {doer} if doer else {one.actor for one in actors if one.actor and _acts(claim)}
        owners = {self.agreement.actors[one].part_of for one in named}
        act = find_act(claim, self.article.text)
        return Doer(frozenset(one for one in named | owners if one), act) if named or act else None

    def _sides(self, claim: Claim) -> tuple[tuple[ProvisionMatch, ...], tuple[ProvisionMatch, ...]]:
        slots = claim.slots
        if not isinstance(slots, Condition):
            return (), ()
        link = self.linker.link_side
        return link(slots.needs, slots.wants), link(slots.wants, slots.needs)


def _acts(claim: Claim) -> bool:
    return isinstance(claim.slots, Commitment)


def _sentence(article: Article, span: Span) -> str:
    """The passages that a claim stands in."""
    inside = [p for p in article.passages if p.begin < span.end and span.begin < p.end]
    return article.text[inside[0].begin : inside[-1].end] if inside else span.of(article.text)


def _window(claim: Claim, agreement: Agreement) -> tuple[When | None, frozenset[str]]:
    if not isinstance(claim.slots, Figure):
        return None, frozenset()
    return anchored_window(claim.slots, agreement)


def _until(claim: Claim, article: Article) -> When | None:
    """A figure without an end holds up to the day of saying, else of publication."""
    window = claim.slots.window if isinstance(claim.slots, Figure) else None
    return (window.until if window else None) or claim.said_on or article.document.published


def _find_like(claim: Claim, agreement: Agreement, aliases: AliasTable) -> list[Measure]:
    return find_like(claim.slots, agreement, aliases) if isinstance(claim.slots, Figure) else []


def _measure(claim: Claim, anchors: frozenset[str], like: Sequence[Measure]) -> tuple[str | None, str]:
    return find_measure(claim.slots, anchors, like) if isinstance(claim.slots, Figure) else (None, "")
