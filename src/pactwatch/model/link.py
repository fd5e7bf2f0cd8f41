"""A proposed relation between two claims or two documents, and what a person decides of it.

A link never edits either of the two. Its key is made of what it relates and how, not of its maker,
so that a decision outlives a newer maker, and a link that nobody proposed can be judged too.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from pactwatch.ids import hash_value
from pactwatch.model.source import Span

KEY_LENGTH = 24


class LinkKind(StrEnum):
    """What one of the two is to the other; from ``same_story`` on the two are documents."""

    SAME_UTTERANCE = "same_utterance"
    SAME_INCIDENT = "same_incident"
    DENIES = "denies"
    CORRECTS = "corrects"
    SAME_STORY = "same_story"
    SAME_ORIGIN = "same_origin"
    DERIVED_FROM = "derived_from"
    COPIED_FROM = "copied_from"
    DATES = "dates"


#: Kinds that say the same read from either side: the smaller name stands first.
MUTUAL = frozenset(
    {LinkKind.SAME_UTTERANCE, LinkKind.SAME_INCIDENT, LinkKind.SAME_STORY, LinkKind.SAME_ORIGIN}
)

#: Kinds that relate documents; the others relate claims.
OF_DOCUMENTS = frozenset(
    {
        LinkKind.SAME_STORY,
        LinkKind.SAME_ORIGIN,
        LinkKind.DERIVED_FROM,
        LinkKind.COPIED_FROM,
        LinkKind.DATES,
    }
)


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for a link: ``kind`` is one of quote, figure, actor, place, day, passage, words, order,
    agency, first; ``words`` say it; ``a`` and ``b`` are where it stands in the two documents."""

    kind: str
    words: str
    a: tuple[Span, ...] = ()
    b: tuple[Span, ...] = ()

    @property
    def turned(self) -> "Reason":
        """The same, seen from the other document."""
        return Reason(self.kind, self.words, self.b, self.a)


@dataclass(frozen=True, slots=True)
class Link:
    """``a`` and ``b`` are claim keys or document IDs (``a`` is derived from ``b``, denies ``b``, dates
    ``b``); ``score`` runs from 0 to 1; ``maker`` and ``version`` name what proposed it."""

    kind: LinkKind
    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]
    maker: str
    version: str

    @property
    def key(self) -> str:
        return compute_link_key(self.kind, self.a, self.b)

    @property
    def ordered(self) -> "Link":
        """The same, its ends in the order in which its kind names them; the reasons turn with them."""
        a, b = order_ends(self.kind, self.a, self.b)
        if a == self.a:
            return self
        return replace(self, a=a, b=b, reasons=tuple(reason.turned for reason in self.reasons))


class Verdict(StrEnum):
    """What a person decides on a link."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class LinkJudgement:
    """A person's decision on a link; the newest one on a link counts."""

    kind: LinkKind
    a: str
    b: str
    verdict: Verdict
    reviewer: str
    reason: str

    @property
    def key(self) -> str:
        return compute_link_key(self.kind, self.a, self.b)


@dataclass(frozen=True, slots=True)
class Linked:
    """A link with what a person decided of it. ``link`` is None where nothing proposes it (any more)
    and only the decision stands."""

    key: str
    kind: LinkKind
    a: str
    b: str
    link: Link | None
    judgement: LinkJudgement | None = None

    @property
    def holds(self) -> bool:
        """Whether it counts: judged the same, or proposed and not judged different or unsure."""
        return self.link is not None if self.judgement is None else self.judgement.verdict is Verdict.SAME


def compute_link_key(kind: LinkKind, a: str, b: str) -> str:
    """The key of a link: 24 hexadecimal characters, the same from either side of a mutual kind."""
    return hash_value([kind.value, *order_ends(kind, a, b)])[:KEY_LENGTH]


def order_ends(kind: LinkKind, a: str, b: str) -> tuple[str, str]:
    """The two in the order in which the kind names them."""
    return (b, a) if kind in MUTUAL and b < a else (a, b)
