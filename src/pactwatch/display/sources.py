"""How many articles, stories and origins stand behind something; digests are counted apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from pactwatch.display.words import count
from pactwatch.model.status import Fact


@dataclass(frozen=True, slots=True)
class Sources:
    """The evidence chip. A digest is never evidence of its own, so it has a count of its own, and no
    story or origin counts for it; ``stories`` and ``origins`` are None where nothing groups the articles.
    ``claims`` are the keys that the chip opens."""

    articles: int
    digests: int
    claims: tuple[str, ...]
    stories: int | None = None
    origins: int | None = None

    @property
    def words(self) -> str:
        """The chip in words: "5 articles in 2 stories from 1 origin", "3 articles + 2 digests"."""
        words = count(self.articles, "article")
        if self.stories is not None:
            words += f" in {count(self.stories, 'story', 'stories')}"
        if self.origins is not None:
            words += f" from {count(self.origins, 'origin')}"
        if self.digests and not self.articles:
            return f"{count(self.digests, 'digest')} only"
        return f"{words} + {count(self.digests, 'digest')}" if self.digests else words

    @property
    def short(self) -> str:
        """Articles and independent origins only: "4 articles, 2 origins"."""
        words = count(self.articles, "article")
        return words if self.origins is None else f"{words}, {count(self.origins, 'origin')}"


def count_sources(facts: Iterable[Fact]) -> Sources:
    """The chip of some facts: distinct documents, digests apart, claims in the order given."""
    listed = list(facts)
    documents = {fact.document.id: fact.document.digest for fact in listed}
    digests = sum(documents.values())
    claims = tuple(dict.fromkeys(fact.claim.key for fact in listed))
    reports = [fact for fact in listed if not fact.document.digest]
    return Sources(
        len(documents) - digests,
        digests,
        claims,
        _count_named(fact.story for fact in reports),
        _count_named(fact.origin for fact in reports),
    )


def _count_named(names: Iterable[str | None]) -> int | None:
    """How many distinct names; None where one is missing, or there is none at all."""
    known = set(names)
    return None if None in known or not known else len(known)
