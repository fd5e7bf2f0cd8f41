"""A person's decisions: on a claim, on a link, on a document that no longer counts, on words that must go."""

from collections.abc import Mapping

from pactwatch.case.amend import amend_claim, list_amendable
from pactwatch.case.ask import Case, read_article
from pactwatch.case.link import link_documents
from pactwatch.case.read import draft_placing_of, draft_readings, find_amended
from pactwatch.errors import NotInCase, Refused
from pactwatch.ledger.drafts import draft_judgement, draft_link_judgement, draft_withdrawal
from pactwatch.model.link import OF_DOCUMENTS, Linked, LinkJudgement, LinkKind, Verdict
from pactwatch.model.record import Decision, Judgement, Record
from pactwatch.model.source import Span


def judge_claim(
    case: Case,
    claim: str,
    decision: Decision,
    *,
    reviewer: str,
    reason: str,
    changes: Mapping[str, str] | None = None,
    at: str,
) -> Judgement:
    """Record a decision on the claim whose key begins so.

    ``changes`` are the values that an amendment sets; the claim is then placed anew. Raises NotInCase,
    Ambiguous, and Refused for a decision without a reason or an amendment that does not fit.
    """
    _require_words(reason, "A decision needs its reason", "--reason")
    _require_words(reviewer, "A decision needs the name of who makes it", "--reviewer")
    fact = case.claim(claim)
    if (decision is Decision.AMEND) != bool(changes):
        names = ", ".join(list_amendable(fact.claim))
        raise Refused(
            "An amendment sets at least one value, and only an amendment does.",
            f"For example: amend --set NAME=VALUE, where NAME is one of {names}.",
        )
    judgement = Judgement(fact.claim.key, decision, reviewer.strip(), reason.strip(), changes or None)
    drafts = [draft_judgement(judgement)]
    if changes:
        amended = amend_claim(fact.claim, changes)
        drafts.append(draft_placing_of(case, case.document(fact.document.id), {amended.key: amended}))
    case.store.append(drafts, at)
    return judgement


def judge_link(
    case: Case, name: str, verdict: Verdict, *, reviewer: str, reason: str, at: str
) -> LinkJudgement:
    """Record a decision on a link: the beginning of its key, or a pair as ``Case.link`` takes it.

    A pair that nobody proposed can be judged too; the newest decision counts. Raises NotInCase,
    Ambiguous, and Refused for a decision without a reason or on what no longer counts.
    """
    _require_words(reason, "A decision needs its reason", "--reason")
    _require_words(reviewer, "A decision needs the name of who makes it", "--reviewer")
    linked = case.link(name)
    _require_ends(case, linked)
    judgement = LinkJudgement(linked.kind, linked.a, linked.b, verdict, reviewer.strip(), reason.strip())
    case.store.append([draft_link_judgement(judgement)], at)
    if linked.kind is LinkKind.SAME_STORY:
        link_documents(case, at)
    return judgement


def _require_ends(case: Case, linked: Linked) -> None:
    for end in (linked.a, linked.b):
        if linked.kind not in OF_DOCUMENTS:
            case.claim(end)
        elif (row := case.document(end)).withdrawn is not None:
            raise Refused(
                f"{row.document.name} is withdrawn, so that no link of it counts: {row.withdrawn}.",
                "Judge a link between documents that count.",
            )


def _require_words(words: str, what: str, option: str) -> None:
    if not words.strip():
        raise Refused(f"{what}.", f"Give it: {option} WORDS.")


def withdraw_document(case: Case, name: str, *, reason: str, at: str) -> Record:
    """Record that a document no longer counts; nothing is deleted. Raises NotInCase, Ambiguous, Refused."""
    _require_words(reason, "A withdrawal needs its reason", "--reason")
    row = case.document(name)
    if row.withdrawn is not None:
        raise Refused(f"{row.document.name} is withdrawn already: {row.withdrawn}.", "Nothing is left to do.")
    record = case.store.append([draft_withdrawal(row.document.id, reason.strip())], at)[0]
    link_documents(case, at)
    return record


def find_words(case: Case, name: str, words: str) -> Span:
    """Where a text stands in a document. Raises NotInCase where it does not, or more than once."""
    article = case.article(name)
    begin = article.text.find(words)
    if not words or begin < 0:
        raise NotInCase(f"{article.document.name} does not hold these words.", "Copy them from the document.")
    if article.text.find(words, begin + 1) >= 0:
        raise NotInCase(
            f"These words stand more than once in {article.document.name}.",
            "Give more words, or a stretch of characters: --span BEGIN:END.",
        )
    return Span(begin, begin + len(words))


def redact_words(case: Case, name: str, stretch: Span, *, reason: str, at: str) -> Record:
    """Remove a stretch of a document's words from ledger and archive, and read the rest again.

    The record of it, its reason and every proof stay. Raises NotInCase, Ambiguous, Refused, CannotWrite.
    """
    _require_words(reason, "A redaction needs its reason", "--reason")
    document = case.document(name).document.id
    record = case.store.redact(document, stretch, reason.strip(), at, case.archive.read, case.archive.replace)
    article = read_article(case, case.document(document))
    _, readings = draft_readings(article, case.agreement, amended=find_amended(case))
    case.store.append(readings, at)
    link_documents(case, at)
    return record
