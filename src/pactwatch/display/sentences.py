"""Facts by the sentence that they stand in: each sentence once, with all that was read in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pactwatch.display.evidence import describe_state, find_highlights, find_sentence
from pactwatch.display.published import describe_published
from pactwatch.display.spans import Highlight, Piece, cut_pieces
from pactwatch.display.speakers import Speaker, name_outlet, name_speaker
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Modality
from pactwatch.model.source import Article
from pactwatch.model.status import Fact

FindArticle = Callable[[str], Article]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence. ``speakers`` are those of its claims, ``modes`` their modes but for the plain
    one, ``states`` where review stands on them: each once, in the order of the text."""

    pieces: tuple[Piece, ...]
    claims: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    modes: tuple[str, ...]
    states: tuple[str, ...]
    stale: bool
    outlet: str
    published: str
    digest: bool

    @property
    def own_voice(self) -> bool:
        """Whether the report itself says all of it."""
        return all(speaker.own_voice for speaker in self.speakers)


def make_sentences(
    facts: Sequence[Fact], find_article: FindArticle, agreement: Agreement
) -> tuple[SentenceRow, ...]:
    """The sentences of some facts, in the order of their first facts."""
    groups: dict[tuple[str, int], list[Fact]] = {}
    for fact in facts:
        span = find_sentence(find_article(fact.document.id), fact.claim.span)
        groups.setdefault((fact.document.id, span.begin), []).append(fact)
    return tuple(_make_sentence(own, find_article(own[0].document.id), agreement) for own in groups.values())


def _make_sentence(facts: Sequence[Fact], article: Article, agreement: Agreement) -> SentenceRow:
    ordered = sorted(facts, key=lambda fact: (fact.claim.span, fact.claim.key))
    spans = [find_sentence(article, fact.claim.span) for fact in ordered]
    widest = max(spans, key=lambda span: span.end)
    highlights: list[Highlight] = [mark for fact in ordered for mark in find_highlights(fact.claim)]
    speakers = {speaker.id: speaker for speaker in (name_speaker(fact, agreement) for fact in ordered)}
    modes = [fact.claim.modality for fact in ordered]
    return SentenceRow(
        pieces=cut_pieces(article.text, widest, highlights),
        claims=tuple(fact.claim.key for fact in ordered),
        speakers=tuple(speakers.values()),
        modes=tuple(dict.fromkeys(mode.value for mode in modes if mode is not Modality.ASSERTED)),
        states=tuple(dict.fromkeys(describe_state(fact)[0] for fact in ordered)),
        stale=any(fact.stale for fact in ordered),
        outlet=name_outlet(ordered[0].document),
        published=describe_published(ordered[0].document, ordered[0].dated),
        digest=ordered[0].document.digest,
    )
