"""One claim as the evidence drawer shows it: its sentence in its context, and all that is known of it."""

from dataclasses import dataclass

from pactwatch.display.homes import Home
from pactwatch.display.published import describe_published
from pactwatch.display.slots import describe_slots, list_slots
from pactwatch.display.spans import Highlight, Piece, cut_pieces, find_focus, find_tone
from pactwatch.display.speakers import Speaker, name_outlet, name_speaker, trace_speakers
from pactwatch.display.words import describe_circumstances, format_when
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim, Figure, Statement
from pactwatch.model.placement import Relevance
from pactwatch.model.record import Decision
from pactwatch.model.source import CLAIMED, Article, Passage, PassageKind, Span
from pactwatch.model.status import Fact

RELEVANCES = {
    Relevance.AGREEMENT: "about this agreement",
    Relevance.PREHISTORY: "about the time before this agreement",
    Relevance.OTHER: "about something else",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with its words. ``pieces`` is its sentence with the claim marked, ``before``
    and ``after`` the lines around it; ``place`` says where in the page the sentence stands. ``slots`` are
    what it holds, as labelled rows, ``sides`` the provisions of the two sides of a condition."""

    claim: str
    kind: str
    says: str
    document: str
    file: str
    title: str
    outlet: str
    digest: bool
    published: str
    dated: bool
    pieces: tuple[Piece, ...]
    before: str
    after: str
    place: str
    speaker: Speaker
    chain: tuple[str, ...]
    hedge: str | None
    modality: str
    told: str | None
    said: str | None
    happened: str | None
    window: str | None
    relevance: str
    relevance_reason: str
    provisions: tuple[tuple[str, str], ...]
    maker: str
    rule: str
    state: str
    state_reason: str
    stale: bool
    home: Home | None = None
    slots: tuple[tuple[str, str], ...] = ()
    sides: tuple[tuple[str, str, str], ...] = ()


def make_evidence(fact: Fact, article: Article, agreement: Agreement, home: Home | None = None) -> Evidence:
    """A fact with its sentence cut from the article that it cites, and its story where that is known."""
    claim, document, placement = fact.claim, fact.document, fact.placement
    span = find_sentence(article, claim.span)
    before, after = _find_neighbours(article, span)
    state, reason = describe_state(fact)
    return Evidence(
        claim=claim.key,
        kind=claim.kind.value,
        says=describe_slots(claim),
        document=document.id,
        file=document.name,
        title=document.title or document.name,
        outlet=name_outlet(document),
        digest=document.digest,
        published=describe_published(document, fact.dated),
        dated=document.published is not None,
        pieces=cut_pieces(article.text, span, find_highlights(claim)),
        before=before,
        after=after,
        place="" if claim.where is PassageKind.SENTENCE else f"in the {claim.where.value}",
        speaker=name_speaker(fact, agreement),
        chain=trace_speakers(fact, agreement),
        hedge=claim.hedge,
        modality=claim.modality.value,
        told=describe_told(claim),
        said=format_when(claim.said_on) if claim.said_on else None,
        happened=format_when(claim.happened_on) if claim.happened_on else None,
        window=describe_window(fact),
        relevance=RELEVANCES[placement.relevance],
        relevance_reason=placement.relevance_reason,
        provisions=tuple((match.provision, match.reason) for match in placement.provisions),
        maker=f"{claim.maker} {claim.version}",
        rule=claim.rule,
        state=state,
        state_reason=reason,
        stale=fact.stale,
        home=home,
        slots=list_slots(claim),
        sides=list_sides(fact),
    )


def list_sides(fact: Fact) -> tuple[tuple[str, str, str], ...]:
    """The provisions of the two sides of a condition, each with its label and the reason."""
    labelled = (("Comes first", fact.placement.needs), ("Waits for it", fact.placement.wants))
    return tuple((label, match.provision, match.reason) for label, matches in labelled for match in matches)


def describe_told(claim: Claim) -> str | None:
    """To whom and on what occasion something was said, where the text tells it."""
    return describe_circumstances(claim.slots) or None if isinstance(claim.slots, Statement) else None


def find_highlights(claim: Claim) -> list[Highlight]:
    """What of a claim is marked in its sentence; a figure's whole phrase is marked more lightly."""
    tone = find_tone(claim)
    inner = [Highlight(span, tone, claim.key) for span in find_focus(claim)]
    if isinstance(claim.slots, Figure):
        inner.append(Highlight(claim.span, "claim", claim.key))
    return inner


def find_sentence(article: Article, span: Span) -> Span:
    """The sentence or sentences that a span stands in; the span itself where it stands in none."""
    lines: list[Passage] = [
        passage for passage in article.passages if passage.kind in CLAIMED and passage.span.overlaps(span)
    ]
    return Span(lines[0].begin, lines[-1].end) if lines else span


def _find_neighbours(article: Article, span: Span) -> tuple[str, str]:
    """The line before and the line after, among those that belong to the report itself."""
    own = [passage for passage in article.passages if passage.kind in CLAIMED]
    before = [passage for passage in own if passage.end <= span.begin]
    after = [passage for passage in own if passage.begin >= span.end]
    return (
        article.words(before[-1].span).strip() if before else "",
        article.words(after[0].span).strip() if after else "",
    )


def describe_state(fact: Fact) -> tuple[str, str]:
    """Where review stands on a claim, and the reviewer's reason."""
    if fact.judgement is None:
        return "unreviewed", ""
    judgement = fact.judgement
    word = {Decision.ACCEPT: "accepted", Decision.REJECT: "rejected", Decision.AMEND: "amended"}
    reason = f": {judgement.reason}" if judgement.reason else ""
    return word[judgement.decision], f"{judgement.reviewer}{reason}"


def describe_window(fact: Fact) -> str | None:
    """The time that a figure covers: the words of the text, and the days that they come to."""
    slots, placement = fact.claim.slots, fact.placement
    if not isinstance(slots, Figure):
        return None
    words = f"“{slots.window.words}”" if slots.window and slots.window.words else ""
    since = placement.since or (slots.window.since if slots.window else None)
    until = placement.until or (slots.window.until if slots.window else None)
    days = " ".join(
        part
        for part in (
            f"since {format_when(since)}" if since else "",
            f"until {format_when(until)}" if until else "",
        )
        if part
    )
    return ": ".join(part for part in (words, days) if part) or None
