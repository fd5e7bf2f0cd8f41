"""Names the event that ties a source to a target in a sentence: root and quad, as the older files do.

The same lexicon and grammar as the program's own extractor; here every sentence is answered, by the event
that joins the two, else by the likeliest one.
"""

from dataclasses import dataclass

from answers import ANSWER, parse_object
from pactwatch.claims.event_frames import Found, find_demands, find_events
from pactwatch.claims.event_modes import YIELDING
from pactwatch.claims.sheet import Sheet, Unit, make_sheet
from pactwatch.claims.subjects import Range
from pactwatch.documents.make import make_article
from pactwatch.model.source import Span

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
TASK = "events"
#: The commonest kind of event between two parties, where nothing at all is found.
_ELSE = "ACCUSE"


@dataclass(frozen=True)
class Pair:
    """A sentence with the words for the two whom an event of it ties."""

    id: str
    sentence: str
    source: str
    target: str


def parse_pair(line: str) -> Pair:
    """One line of input; raises ValueError where it is no JSON object or a field is no string."""
    tree = parse_object(line, ("id", "sentence", "source", "target"))
    return Pair(tree["id"], tree["sentence"], tree["source"], tree["target"])


def name_event(pair: Pair) -> ANSWER:
    """The answer to one line."""
    root = _choose(pair)
    return {"id": pair.id, "root": root, "quad": QUADS[root]}


def _choose(pair: Pair) -> str:
    made = make_article(pair.sentence.encode("utf-8", "replace"), "sentence")
    best, best_score = _ELSE, 0.0
    if made.article is None:
        return best
    sheet = make_sheet(made.article)
    for unit in map(sheet.flat, sheet.units):
        source, target = _place(sheet, unit, pair.source), _place(sheet, unit, pair.target)
        before = None
        for found in (*find_demands(unit), *find_events(unit)):
            score = _score(unit, found, source, target, before)
            before = found
            if score > best_score:
                best, best_score = older_root(found), score
    return best


def older_root(found: Found) -> str:
    """YIELD stands for CONCEDE and RETREAT; an act that is refused by "not" is a rejection there."""
    root = found.act.older
    return "YIELD" if root in YIELDING else root


def _place(sheet: Sheet, unit: Unit, words: str) -> Range | None:
    """The tokens of a unit that some words cover."""
    begin = sheet.text.find(words, unit.begin, unit.end)
    if begin < 0:
        return None
    span = Span(begin, begin + len(words))
    inside = [at for at, token in enumerate(unit.tokens) if token.begin < span.end and token.end > span.begin]
    return Range(inside[0], inside[-1] + 1) if inside else None


def _overlap(one: Range | None, other: Range | None) -> bool:
    return one is not None and other is not None and one.first < other.last and other.first < one.last


def _score(
    unit: Unit, found: Found, source: Range | None, target: Range | None, before: Found | None
) -> float:
    """How well an act ties the two: its own parties first, then where its words stand between theirs."""
    score = 1.0
    if _overlap(found.actor, source):
        score += 4
    elif source is not None and source.first <= found.trigger.first:
        score += 1
    if _overlap(found.recipient, target):
        score += 3
    elif _overlap(found.scope, target) or (target is not None and _reaches(unit, found, target)):
        score += 2
    score += found.kind != "noun"
    if source is not None and source.first <= found.place < source.last:
        score -= 3
    if target is not None and target.first <= found.place < target.last:
        score -= 1.5
    if found.purpose:
        score += 5 if before is not None and before.act.mode == "phone" else -3
    if found.participle or found.aside:
        score -= 1.5
    if found.weak:
        score -= 0.5
    return score - found.place / 1000


def _reaches(unit: Unit, found: Found, target: Range) -> bool:
    """Whether the target stands behind the act in the same clause."""
    between = unit.tags[found.place : target.first]
    return found.place < target.first and not set(between) & set(".;:WS")
