"""Where a claim belongs beyond its document: its story, the origin it goes back to, its other wordings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pactwatch.display.origins import describe_origin, is_order_known
from pactwatch.display.segments import plain_word
from pactwatch.display.speakers import name_outlet
from pactwatch.display.stories import Stand, count_story, group_utterances
from pactwatch.display.words import count
from pactwatch.model.claim import Claim, Statement
from pactwatch.model.link import Linked
from pactwatch.model.source import Document, Span
from pactwatch.model.status import Fact
from pactwatch.stories.standing import Standing
from pactwatch.stories.story import Origin, Story


@dataclass(frozen=True, slots=True)
class Carried:
    """The claims that carry one utterance, digests left out: how many wordings in how many articles."""

    claims: tuple[str, ...]
    wordings: int
    articles: int

    @property
    def words(self) -> str:
        """The count in words: "3 wordings in 3 articles"."""
        return f"{count(self.wordings, 'wording')} in {count(self.articles, 'article')}"


@dataclass(frozen=True, slots=True)
class Home:
    """``story`` names the story's page, ``event`` what its first report calls it, ``sources`` its chip in
    words; ``wordings`` is empty where nobody else has the same utterance, ``standing`` where no claim
    is asked for."""

    story: str
    event: str
    sources: str
    origin: str
    wordings: str
    standing: str


def find_carried(linked: Iterable[Linked], facts: Iterable[Fact]) -> dict[str, Carried]:
    """What carries the utterances of each claim, where several articles do, by the links in force."""
    known = {fact.claim.key: fact for fact in facts if not fact.document.digest}
    between = [one for one in linked if one.a in known and one.b in known]
    by_claim: dict[str, list[Stand]] = {}
    for group in group_utterances(between):
        for key in {key for key, _ in group}:
            by_claim.setdefault(key, []).extend(group)
    return {key: _make_carried(own, known) for key, own in by_claim.items()}


def _make_carried(places: Sequence[Stand], known: Mapping[str, Fact]) -> Carried:
    """One wording for each article: two statements may hold what another article has in one."""
    wordings: dict[str, tuple[str, ...]] = {}
    for key, span in sorted(places, key=lambda place: place[1] or known[place[0]].claim.span):
        document = known[key].document.id
        wordings[document] = wordings.get(document, ()) + _fold(known[key].claim, span)
    claims = tuple(dict.fromkeys(key for key, _ in places))
    return Carried(claims, len(set(wordings.values())), len(wordings))


def _fold(claim: Claim, span: Span | None) -> tuple[str, ...]:
    """The words of a stretch of a claim, else of what it says, without capitals and marks."""
    begin = claim.span.begin
    content = claim.slots.content if isinstance(claim.slots, Statement) else (claim.span,)
    parts = [claim.words[part.begin - begin : part.end - begin] for part in ((span,) if span else content)]
    return tuple(filter(None, (plain_word(word) for part in parts for word in part.split())))


def make_home(
    document: Document,
    story: Story,
    documents: Mapping[str, Document],
    event: str,
    fact: Fact | None = None,
    carried: Carried | None = None,
    standing: Standing | None = None,
) -> Home:
    """The home of a document, or of a fact in it, in its story; ``event`` is what the story is called."""
    own = [documents[one] for one in story.documents if one in documents]
    return Home(
        story=story.id,
        event=event,
        sources=count_story(story, own).words,
        origin=describe_origin_of(document, story, documents, fact.origin if fact else None),
        wordings=carried.words if carried else "",
        standing=standing.words if standing else "",
    )


def describe_origin_of(
    document: Document, story: Story, documents: Mapping[str, Document], told: str | None = None
) -> str:
    """What a document goes back to, in words: "own reporting", "AFP report"; ``told`` is the origin of a
    fact in it, where that may be another: "goes back to AFP, which was told this"."""
    if document.digest:
        return "none: a digest is never an origin"
    own = next((origin for origin in story.origins if document.id in origin.documents), None)
    if own is not None and told in (own.id, None):
        return _describe_own(own, document.id, documents)
    named = next((origin.agency for origin in story.origins if origin.id == told), None)
    agency = named or (told or "").partition(":")[2]
    return f"goes back to {agency}, which was told this" if agency else "another report of the story"


def _describe_own(origin: Origin, document: str, documents: Mapping[str, Document]) -> str:
    """The origin as one of its own articles says it: the first of several needs no name."""
    root = next(rewrite.document for rewrite in origin.rewrites if rewrite.parent is None)
    if origin.agency is None and is_order_known(origin):
        return "own reporting" if root == document else f"reporting of {name_outlet(documents[root])}"
    return describe_origin(origin)
