"""In which mode something is said: asserted, denied, planned, demanded, conditional, hypothetical.

A negated or refusing cue denies; else a cue that has a mode of its own (urged, hopes) decides; else the
first verb of what is said does:

    must, should                       demanded        may, might, could      hypothetical
    will not ... until, unless, if     conditional     it, she, we will ...   planned: the speaker's own acts
"""

from collections.abc import Sequence

from pactwatch.claims.grammar import LABELLED, Attribution
from pactwatch.claims.subjects import Range, clause_start
from pactwatch.language.lexicon import lemma_of, word_set
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import Token, split_tokens
from pactwatch.model.claim import Modality
from pactwatch.model.source import Span

_CONDITIONS = word_set("modes.conditions")
_OBLIGED, _POSSIBLE, _FUTURE = word_set("modes.obliged"), word_set("modes.possible"), word_set("modes.future")
_OWN = word_set("modes.own")
_REFUSING = word_set("modes.refusing")
_NEGATING = frozenset(("not", "never", "longer", "yet", "neither", "nor", "hardly"))
_ABLE = ("can", "could", "may", "might")
_DURING = ("while", "until", "till")
_NOBODY = word_set("modes.nobody")
_SUPPOSING = {
    "if": Modality.CONDITIONAL,
    "unless": Modality.CONDITIONAL,
    "whether": Modality.HYPOTHETICAL,
}
_INVERTED = ("had", "were", "should")
#: As much of a content as decides its mode (characters, tokens before the first verb).
_LOOKED_AT, _FIRST = 200, 14


def find_modality(text: str, found: Attribution, content: Sequence[Span]) -> Modality:
    """The mode of a statement, by its cue or else by the first stretch of its content."""
    own = _mode_of_cue(found)
    if own is not Modality.ASSERTED or not content:
        return own
    tokens, tags = _first_words(text, found, content[0])
    opening = next((place for place, token in enumerate(tokens) if token.text[0].isalnum()), len(tokens))
    return _mode_of_words(tokens[opening:], tags[opening:]) if tokens[opening:] else Modality.ASSERTED


def _first_words(text: str, found: Attribution, first: Span) -> tuple[Sequence[Token], str]:
    """The first words of a content with their tags; a long quotation is one token of its unit."""
    part, unit = next(iter(found.content), None), found.unit
    if part is not None and "Q" not in unit.tags[part.first : part.last]:
        return unit.tokens[part.first : part.last], unit.tags[part.first : part.last]
    tokens = split_tokens(text, first.begin, min(first.end, first.begin + _LOOKED_AT))
    return tokens, tag_tokens(tokens)


def keep_told(attributions: Sequence[Attribution]) -> Sequence[Attribution]:
    """Without what stands inside words that are denied ("denies that it asked for time" does not tell that
    it asked), and without questions to the reader ("Do you think ...?")."""
    if len(attributions) < 2:
        return [one for one in attributions if not _asks_reader(one)]
    denied = [part for one in attributions if _mode_of_cue(one) is Modality.DENIED for part in one.content]
    return [one for one in attributions if not (_is_within(one, denied) or _asks_reader(one))]


def _is_within(found: Attribution, parts: Sequence[Range]) -> bool:
    return any(part.first <= found.cue.first and found.cue.last <= part.last for part in parts)


def _asks_reader(found: Attribution) -> bool:
    """Do [you think that ...]? is nobody's statement"""
    unit, source = found.unit, found.source
    return source is not None and unit.low(source.first) == "you" and unit.tokens[-1].text == "?"


def _mode_of_clause(found: Attribution) -> Modality | None:
    """if [a doctor agreed to travel]; whether [she wanted it]; [nobody said that]"""
    unit, source = found.unit, found.source
    if source is None or source.first > found.cue.first:
        return None
    if unit.low(source.first) in _NOBODY:
        return Modality.DENIED
    start = clause_start(unit, source.first)
    return None if "," in unit.tags[start : source.first] else _SUPPOSING.get(unit.low(start - 1))


def _mode_of_cue(found: Attribution) -> Modality:
    unit, own = found.unit, found.modality
    words = [unit.low(place) for place in range(found.cue.first, found.cue.last)]
    supposed = _mode_of_clause(found)
    if supposed is not None:
        return supposed
    contracted = any(word.endswith(("n't", "cannot")) for word in words)
    before = unit.low(found.cue.first - 1)
    negated = contracted or bool(_NEGATING & set(words)) or before in ("without", "nor")
    if any(word in _ABLE for word in words) and not negated and own is Modality.ASSERTED:
        return Modality.HYPOTHETICAL
    if negated:
        return Modality.HYPOTHETICAL if own is Modality.DENIED else Modality.DENIED
    if any(lemma_of(word) in _REFUSING for word in words[:-1]):
        return Modality.DENIED
    if found.rule == LABELLED and unit.tokens[-1].text == "?":
        return Modality.HYPOTHETICAL
    if found.base == "ask" and not found.rule.endswith(("to do", "noun phrase")):
        return Modality.HYPOTHETICAL
    return own


def _mode_of_words(tokens: Sequence[Token], tags: str) -> Modality:
    if tokens[0].low in _CONDITIONS or (tokens[0].low in _INVERTED and tags[1:2] in ("D", "O", "P", "N")):
        return Modality.CONDITIONAL
    first = tags.find(",") + 1 if tags[0] == "S" else 0
    verb = next((place for place in range(first, len(tags)) if tags[place] in "MAVB"), None)
    if verb is None or verb > first + _FIRST:
        return Modality.ASSERTED
    if tags[verb] in "MB" and _is_conditional(tokens, tags, first, verb):
        return Modality.CONDITIONAL
    low = tokens[verb].low
    if low in _POSSIBLE and not (low == "could" and tags[verb + 1 : verb + 2] == "X"):
        return Modality.HYPOTHETICAL
    must = low in _OBLIGED or (lemma_of(low) in ("need", "have") and tags[verb + 1 : verb + 2] == "T")
    if must:
        return Modality.DEMANDED
    after = tokens[verb + 1].low if verb + 1 < len(tokens) else ""
    own = low in _FUTURE and verb <= 1 and tokens[0].low in _OWN and after not in ("have", "like")
    return Modality.PLANNED if own else Modality.ASSERTED


def _is_conditional(tokens: Sequence[Token], tags: str, first: int, verb: int) -> bool:
    """will not leave | until ...; will pay | if ...; no gun will move | while ..."""
    lows = [token.low for token in tokens]
    negated = (
        "X" in tags[verb : verb + 3] or lows[verb].endswith(("n't", "cannot")) or "no" in lows[first:verb]
    )
    for place in range(verb + 1, len(tokens)):
        if tags[place] in ".;" or lows[place] == "but":
            return False
        if lows[place] in _CONDITIONS or (negated and lows[place] in _DURING):
            return True
        if lows[place : place + 3] == ["as", "long", "as"]:
            return True
    return False
