"""Scores of statements: quotes, indirect statements, and what stands beyond the gold."""

from collections.abc import Sequence

from annotated import Annotated, GoldStatement
from matching import (
    OVERLAP,
    content_text,
    equal_speakers,
    holds_quote,
    names_of,
    overlap,
    plain,
    quoted_texts,
)
from pactwatch.model.claim import Claim, Form, Statement
from reading import Reading
from scores import Found, Miss, is_debatable, make_claim_miss, make_miss


def find_quotes(document: Annotated, reading: Reading) -> Found:
    """Each gold quote whole and with its speaker."""
    misses = [miss for gold in document.quotes if (miss := _miss_quote(gold, document, reading))]
    return len(document.quotes), misses


def _miss_quote(gold: GoldStatement, document: Annotated, reading: Reading) -> Miss | None:
    text = reading.article.text
    claims = [claim for claim in reading.of(Statement) if holds_quote(statement_of(claim), text, gold)]
    if any(equal_speakers(gold.speakers, names_of(claim)) for claim in claims):
        return None
    reason = _wrong_speaker(gold, claims[0]) if claims else _near_quote(gold, reading)
    return make_miss("quotes", document, reading, gold.text, _wanted(gold), reason)


def _near_quote(gold: GoldStatement, reading: Reading) -> str:
    text = reading.article.text
    pieces = [" ".join(quoted_texts(statement_of(claim), text)) for claim in reading.of(Statement)]
    best = max(pieces, key=lambda piece: overlap(piece, gold.text), default="")
    return f'cut differently: "{best}"' if overlap(best, gold.text) > 0.5 else "not found"


def find_invented_quotes(document: Annotated, reading: Reading) -> Found:
    """Quoted words that no gold statement of the document holds."""
    allowed = [plain(gold.text) for gold in (*document.quotes, *document.indirect)]
    allowed += [plain(words) for words in document.debatable]
    misses = []
    for claim in reading.of(Statement):
        for words in quoted_texts(statement_of(claim), reading.article.text):
            if words and not any(words in text for text in allowed):
                misses.append(make_claim_miss("quotes invented", document, reading, claim, f'"{words}"'))
    return None, misses


def find_indirect(document: Annotated, reading: Reading) -> Found:
    """Each indirect statement with its speaker and at least 80 % of its words."""
    misses = [miss for gold in document.indirect if (miss := _miss_indirect(gold, document, reading))]
    return len(document.indirect), misses


def _miss_indirect(gold: GoldStatement, document: Annotated, reading: Reading) -> Miss | None:
    ranked = _rank(gold, reading)
    near = [claim for share, claim in ranked if share >= OVERLAP]
    if any(equal_speakers(gold.speakers, names_of(claim)) for claim in near):
        return None
    reason = _wrong_speaker(gold, near[0]) if near else _near_content(ranked, reading.article.text)
    return make_miss("indirect", document, reading, gold.text, _wanted(gold), reason)


def _rank(gold: GoldStatement, reading: Reading) -> list[tuple[float, Claim]]:
    """The statements by the words they share with the gold, the nearest first."""
    text = reading.article.text
    shares = [
        (overlap(content_text(statement_of(claim), text), gold.text), claim)
        for claim in reading.of(Statement)
    ]
    return sorted(shares, key=lambda pair: -pair[0])


def _near_content(ranked: Sequence[tuple[float, Claim]], text: str) -> str:
    if not ranked or ranked[0][0] <= 0.4:
        return "not found"
    share, claim = ranked[0]
    return f'content {share:.2f}: "{content_text(statement_of(claim), text)}"'


def find_extra_statements(document: Annotated, reading: Reading) -> Found:
    """Statements that share less than half their words with any in the gold."""
    text = reading.article.text
    allowed = [gold.text for gold in (*document.quotes, *document.indirect)]
    misses = []
    for claim in reading.of(Statement):
        words = content_text(statement_of(claim), text)
        if not is_debatable(claim.span, document, reading) and not _is_near(words, allowed):
            misses.append(
                make_claim_miss("statements beyond the gold", document, reading, claim, f'"{words}"')
            )
    return None, misses


def _is_near(words: str, allowed: Sequence[str]) -> bool:
    return any(overlap(words, gold) >= 0.5 for gold in allowed)


def find_direct_without_marks(document: Annotated, reading: Reading) -> Found:
    """Quotes in a document in which nobody is quoted."""
    if document.quotes:
        return None, []
    measure = "direct without marks"
    claims = [claim for claim in reading.of(Statement) if _is_quoted(statement_of(claim))]
    return None, [make_claim_miss(measure, document, reading, claim, claim.words) for claim in claims]


def _is_quoted(statement: Statement) -> bool:
    return statement.form is Form.DIRECT or bool(statement.quotes)


def statement_of(claim: Claim) -> Statement:
    """The slots of a claim that is known to be a statement."""
    assert isinstance(claim.slots, Statement)
    return claim.slots


def _wanted(gold: GoldStatement) -> str:
    return f"{'; '.join(gold.speakers)} {gold.cue}"


def _wrong_speaker(gold: GoldStatement, claim: Claim) -> str:
    mentions = [f"{mention.name} ({mention.how})" for mention in claim.speakers]
    via = f", here {gold.via!r}" if gold.via else ""
    return f"speaker is {'; '.join(mentions) or 'nobody'}{via}"
