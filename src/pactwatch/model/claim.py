"""What a passage says, typed, and who says it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from pactwatch.model.source import PassageKind, Span, When


class Kind(StrEnum):
    """The kinds of claim."""

    STATEMENT = "statement"
    FIGURE = "figure"
    EVENT = "event"
    POSITION = "position"
    CONDITION = "condition"
    COMMITMENT = "commitment"
    PROGRESS = "progress"
    INTERPRETATION = "interpretation"


class Modality(StrEnum):
    """In which mode something is said."""

    ASSERTED = "asserted"
    DENIED = "denied"
    PLANNED = "planned"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"


class Form(StrEnum):
    """How words are reported: quoted whole, retold, or retold with words in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Step(StrEnum):
    """Progress of a provision as reported, in rising order; stalled and reversed stand apart."""

    NOT_BEGUN = "not begun"
    DECLARED = "declared"
    ORDERED = "ordered"
    BEGUN = "begun"
    PARTLY = "partly"
    DONE = "done"
    STALLED = "stalled"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that the text names.

    ``span`` is where the text speaks of it here ("he"); ``name`` is the canonical name that
    this leads to ("Marco Rubio"), ``named_at`` where that name stands. ``affiliation`` holds
    the words around the name that tie it to an office or a group ("Hamas political bureau member").
    ``how`` is one of: named, surname, pronoun, description, unresolved; ``candidates`` are
    the names that were possible where it is unresolved.
    """

    span: Span
    name: str
    named_at: Span | None = None
    affiliation: str | None = None
    how: str = "named"
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words attributed to a speaker. ``content`` spans are joined in reading order;
    ``quotes`` are the stretches of it inside quotation marks, marks excluded.
    ``cue`` is the reporting word; it lies outside the content. ``addressee`` and ``occasion`` are
    the words for who is told and where ("a news conference in Vessmar"), None where the text has none."""

    form: Form
    cue: Span
    cue_word: str
    content: tuple[Span, ...]
    quotes: tuple[Span, ...] = ()
    addressee: str | None = None
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The time that a figure covers. ``anchored`` is True where the text names an event
    and no day ("since the cease-fire began"): the linker dates it by the agreement's anchors.
    ``refers_to`` are the words of an earlier window that "the same period" leads to."""

    words: str
    since: When | None = None
    until: When | None = None
    anchored: bool = False
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of things. ``low`` and ``high`` are the bounds that the words allow (None is
    open), ``approx`` a middle without bounds; exactly what was printed and never a mean.

    ``counted`` is the head noun in the singular ("soldier"), ``group`` the whole phrase
    ("Israeli soldiers"); ``effect`` what happened to them (killed, wounded, displaced,
    returned, entered, pledged, due ...). ``of_total`` is the size of the set it is part of;
    ``per`` the period of a rate or the thing of a ratio ("15 for each hostage"); ``increment`` an addition to
    a running total. A share has ``percent``, or as a fraction ``parts`` (a third: 1 of 3 parts).
    ``place`` are the words for where it is or happened ("in the port of Pell").
    ``part_of`` is the number in the same sentence that it is a part or a share of, by the words;
    ``all_parts`` says that the sentence lists all of them, ``siblings`` how many it lists. ``late``: counted
    later than it happened; ``former``: told as what was said before ("up from 31", "not 29").
    """

    number: Span
    counted: str
    group: str
    low: Decimal | None = None
    high: Decimal | None = None
    approx: Decimal | None = None
    effect: str | None = None
    by: str | None = None
    window: Window | None = None
    cumulative: bool = False
    of_total: Decimal | None = None
    per: str | None = None
    increment: bool = False
    percent: bool = False
    parts: int | None = None
    place: str | None = None
    part_of: Span | None = None
    all_parts: bool = False
    siblings: int | None = None
    late: bool = False
    former: bool = False


class Auxiliary(StrEnum):
    """PLOVER's auxiliary modes: how an event stands to what happens now."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


@dataclass(frozen=True, slots=True)
class Event:
    """An occurrence in PLOVER's vocabulary: root ("ACCUSE"), mode ("allege"), who, whom.

    ``auxiliary`` is empty for what happened as told. ``others`` take part beside actor and recipient
    (talks), ``about`` are the words for what it is about, ``place`` those for where; ``harm`` are the keys
    of the figures that say who came to harm. ``breach``: a speaker calls it a breach of what was agreed.
    """

    root: str
    mode: str | None
    actor: str | None
    recipient: str | None
    trigger: Span
    auxiliary: tuple[Auxiliary, ...] = ()
    others: tuple[str, ...] = ()
    about: str | None = None
    place: str | None = None
    harm: tuple[str, ...] = ()
    breach: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """A step on something that was agreed. ``subject`` is the doer as the text names it,
    ``object`` what it is about; ``done`` of ``owed`` where the words give a tally.
    ``confirms``: its speaker is said to confirm or verify it."""

    step: Step
    trigger: Span
    subject: str | None
    object: str | None
    done: Decimal | None = None
    owed: Decimal | None = None
    confirms: bool = False


class Stance(StrEnum):
    """How an actor stands to something that was agreed or proposed."""

    DEMANDS = "demands"
    SUPPORTS = "supports"
    OFFERS = "offers"
    CONSIDERS = "considers"
    OPPOSES = "opposes"
    REJECTS = "rejects"
    AWAITS = "awaits"


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands. ``actor`` is who holds it, which need not be who says so ("Marr said that Tamber
    was considering a role"); ``target`` the words for what it is about, ``about`` those for whom in it
    ("Ondria's part in the mission"), ``quantity`` how much ("up to 20,000")."""

    actor: Mention
    stance: Stance
    trigger: Span
    target: Span
    about: str | None = None
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must come first, and for what. ``needs`` are the words for what must be, ``wants`` those for what
    waits for it; ``unless``: what waits comes to pass only where ``needs`` does not hold ("the process would
    collapse if they keep their guns"). ``connective`` is the word that binds them ("until")."""

    trigger: Span
    connective: str
    needs: Span
    wants: Span
    unless: bool = False


class Fate(StrEnum):
    """What is reported of a promise."""

    MADE = "made"
    KEPT = "kept"
    BROKEN = "broken"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise. ``promiser`` makes it, ``to`` whom as the text names them; ``action`` are the words for
    what is promised, ``due`` when it is to be done (``due_words`` as printed), ``condition`` what it hangs
    on."""

    promiser: Mention
    trigger: Span
    action: Span
    fate: Fate = Fate.MADE
    to: str | None = None
    due: When | None = None
    due_words: str | None = None
    condition: Span | None = None


class Force(StrEnum):
    """What a clause does by somebody's reading of it."""

    REQUIRES = "requires"
    ALLOWS = "allows"
    FORBIDS = "forbids"
    DOES_NOT_REQUIRE = "does not require"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What somebody says that the agreement or a clause of it means. ``instrument`` are the words for what
    is read ("the deal", "article 7"), ``meaning`` those for what it requires, allows, forbids or means."""

    trigger: Span
    force: Force
    instrument: Span
    meaning: Span


Slots = Statement | Figure | Event | Progress | Position | Condition | Commitment | Interpretation


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says. ``span`` is the passage's stretch that holds it, ``words`` the
    words themselves; ``speakers`` who says it (empty: the outlet in its own voice),
    ``via`` the speaker's own sources ("according to a statement by ...").

    ``maker``, ``version`` and ``rule`` name what made it. ``key`` is computed by
    ``pactwatch.model.keys``.
    """

    key: str
    kind: Kind
    document: str
    span: Span
    words: str
    where: PassageKind
    slots: Slots
    maker: str
    version: str
    rule: str
    speakers: tuple[Mention, ...] = ()
    via: tuple[Mention, ...] = ()
    hedge: str | None = None
    modality: Modality = Modality.ASSERTED
    happened_on: When | None = None
    said_on: When | None = None

    def with_key(self, key: str) -> "Claim":
        """The same claim under its key."""
        return replace(self, key=key)

    @property
    def alleges_breach(self) -> bool:
        """Whether it says that somebody broke what was agreed. Readings before events had that mark are known
        by their maker."""
        return isinstance(self.slots, Event) and (self.slots.breach or self.maker == "allegations")
