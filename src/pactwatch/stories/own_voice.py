"""Whether a report tells something in its own voice: a plain assertion, nobody's words and hedged by nobody.

Five people were killed at the ferry.              its own voice
Five people were killed, according to the navy.    the navy's
Five people reportedly died.                       somebody's, though nobody is named
while hosting the minister at Pell                 a circumstance that asserts nothing by itself
"""

import regex

from pactwatch.language.lexicon import word_set
from pactwatch.language.tagging import tag_tokens
from pactwatch.language.tokens import split_tokens
from pactwatch.model.source import PassageKind, Span
from pactwatch.stories.alikeness import find_stems
from pactwatch.stories.reports import Clause, Report, is_first_person

#: As many words may stand in quotation marks in a clause that is the report's own.
MOST_QUOTED = 2

_WORD = regex.compile(r"\p{L}[\p{L}'’-]*")
_MARKS = " \"“”‘’'«»`—–-"
_JOINING = ("and", "but", "so", "yet", "while", "whereas")


def is_own_voice(report: Report, span: Span) -> bool:
    """Whether nobody but the report tells a stretch: no speaker, no quotation, no word of reporting."""
    sentence = report.find_sentence(span)
    return (
        report.find_kind(span) in (PassageKind.SENTENCE, PassageKind.DECK)
        and not report.is_spoken
        and not any(fact.claim.span.overlaps(span) for fact in report.statements)
        and not _is_reported(report.words(sentence))
        and not _is_quoted(report, span)
    )


def is_assertion(report: Report, clause: Clause) -> bool:
    """Whether a clause says something by itself: it has a verb, and opens its sentence or is joined to what
    does."""
    words = [match.group().lower() for match in _WORD.finditer(clause.words)]
    if len(words) < 2 or clause.words[:1] in _MARKS:
        return False
    span, sentence = clause.place.span, report.find_sentence(clause.place.span)
    if span.begin == sentence.begin:
        told = _skip_opening(clause.told)
        return _has_verb(told) or (bool(told) and report.words(sentence) == clause.words)
    return words[0] in _JOINING and not _hangs_on(words[1]) and _has_verb(clause.told)


def _skip_opening(words: str) -> str:
    """A sentence without the circumstance that opens it: Before the truce, | the ferry ran."""
    first = words.partition(" ")[0].lower()
    return words.partition(", ")[2] if first in word_set("own-voice.hanging") else words


def _has_verb(words: str) -> bool:
    return bool(set("AMVE") & set(_tag(words)))


def find_verbs(words: str) -> set[str]:
    """The stems of the verbs of a clause, auxiliaries apart."""
    tokens = split_tokens(words, 0, len(words))
    verbs = (token.text for token, tag in zip(tokens, _tag(words), strict=True) if tag in "VEG")
    return {stem for verb in verbs for stem in find_stems(verb)}


def _tag(words: str) -> str:
    return tag_tokens(split_tokens(words, 0, len(words)))


def _hangs_on(word: str) -> bool:
    return word in word_set("own-voice.hanging") or (word.endswith("ing") and len(word) > 5)


def _is_reported(sentence: str) -> bool:
    """Whether a sentence has a word of reporting anywhere."""
    words = [match.group().lower() for match in _WORD.finditer(sentence)]
    return any(word in word_set("own-voice.reporting") for word in words) or is_first_person(sentence)


def _is_quoted(report: Report, span: Span) -> bool:
    """Whether a stretch begins inside quotation marks, or has several words inside them."""
    own = [quote for quote in report.quoted if quote.overlaps(span)]
    inside = (Span(max(span.begin, q.begin), min(span.end, q.end)) for q in own)
    words = sum(1 for part in inside for _ in _WORD.finditer(part.of(report.article.text)))
    return words > MOST_QUOTED or any(quote.begin <= span.begin < quote.end for quote in own)
