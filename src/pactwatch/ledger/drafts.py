"""Drafts of the eight kinds of record: what goes into the chain, and what is sealed apart.

No words of a document enter a payload: titles, passages, claims, placements, links and what
people wrote in judgements are sealed rows, and the payload holds their digests.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pactwatch.errors import Refused
from pactwatch.ids import CANONICAL_VERSION, hash_text
from pactwatch.ledger.base import Draft, Sealed
from pactwatch.ledger.sealed import Salt, make_salt, make_sealed
from pactwatch.model.claim import Claim
from pactwatch.model.link import Link, LinkJudgement, order_ends
from pactwatch.model.placement import Placement
from pactwatch.model.record import Judgement, RecordKind
from pactwatch.model.source import Article
from pactwatch.model.wire import WIRE_VERSION, to_wire

#: The version of record hashes, sealed digests and payload shapes (docs/ledger-format.md).
LEDGER_VERSION = "2"

_SEALED_OF_DOCUMENT = "title"


def draft_case(title: str, versions: Mapping[str, str]) -> Draft:
    """The first record. ``versions`` names what else is hash-relevant (normalisation, sentences)."""
    own = {"canonical": CANONICAL_VERSION, "ledger": LEDGER_VERSION, "wire": WIRE_VERSION}
    return Draft(RecordKind.CASE, {"title": title, "versions": {**versions, **own}})


def draft_agreement(text: str, agreement_hash: str, agreement_id: str) -> Draft:
    """The full text of the agreement file. Raises Refused where the hash is not that of the text."""
    if hash_text(text) != agreement_hash:
        raise Refused(
            "The agreement's hash is not that of its text.", "Load the agreement file again, then append."
        )
    return Draft(RecordKind.AGREEMENT, {"hash": agreement_hash, "id": agreement_id, "text": text})


def draft_document(article: Article, salt: Salt = make_salt) -> Draft:
    """A document and its passages; the title and the passages' words are sealed."""
    meta = to_wire(article.document)
    title = meta.pop(_SEALED_OF_DOCUMENT, None)
    sealed: list[Sealed] = []
    if title is not None:
        meta["title_digest"] = _seal(title, salt, sealed)
    passages = [
        {**to_wire(passage), "digest": _seal(article.words(passage.span), salt, sealed)}
        for passage in article.passages
    ]
    payload = {"document": article.document.id, "meta": meta, "passages": passages}
    return Draft(RecordKind.DOCUMENT, payload, tuple(sealed))


def draft_reading(
    document: str, maker: str, version: str, claims: Sequence[Claim], salt: Salt = make_salt
) -> Draft:
    """All claims that one maker finds in one document. Of claims with one key the first stays."""
    sealed: list[Sealed] = []
    rows = [
        {
            "key": claim.key,
            "begin": claim.span.begin,
            "end": claim.span.end,
            "digest": _seal(to_wire(claim), salt, sealed),
        }
        for claim in {claim.key: claim for claim in reversed(claims)}.values()
    ]
    payload = _reading(document, maker, version, None)
    return Draft(RecordKind.READING, {**payload, "claims": rows[::-1]}, tuple(sealed))


def draft_placing(
    document: str,
    agreement_hash: str,
    maker: str,
    version: str,
    placements: Sequence[Placement],
    salt: Salt = make_salt,
) -> Draft:
    """Where the claims of one document belong in one agreement: a reading of its own."""
    sealed: list[Sealed] = []
    rows = [
        {"key": placement.claim, "digest": _seal(to_wire(placement), salt, sealed)}
        for placement in placements
    ]
    payload = _reading(document, maker, version, agreement_hash)
    return Draft(RecordKind.READING, {**payload, "placements": rows}, tuple(sealed))


def _reading(document: str, maker: str, version: str, agreement: str | None) -> dict[str, Any]:
    return {"document": document, "maker": maker, "version": version, "agreement": agreement}


def draft_linking(
    maker: str, version: str, touched: Iterable[str], links: Sequence[Link], salt: Salt = make_salt
) -> Draft:
    """What a maker of links proposes, all of it for the touched claims and documents (keys and IDs).

    It supersedes every earlier link of that maker of which one end is touched; links between two
    untouched ends stay. A mutual kind is put in the order of ``order_ends``, its places with it. Of
    two links of one kind between the same ends the first stays.
    """
    sealed: list[Sealed] = []
    ordered = {link.key: link.ordered for link in reversed(links)}
    rows = [
        {"kind": link.kind.value, "a": link.a, "b": link.b, "digest": _seal(to_wire(link), salt, sealed)}
        for link in reversed(ordered.values())
    ]
    payload = {"maker": maker, "version": version, "touched": sorted(set(touched)), "links": rows}
    return Draft(RecordKind.LINKING, payload, tuple(sealed))


def draft_judgement(judgement: Judgement, salt: Salt = make_salt) -> Draft:
    """A person's decision on a claim; the reason and the amended slots are sealed."""
    sealed: list[Sealed] = []
    words = {"reason": judgement.reason, "amended": to_wire(judgement.amended)}
    payload = {
        "claim": judgement.claim,
        "decision": judgement.decision.value,
        "reviewer": judgement.reviewer,
        "digest": _seal(words, salt, sealed),
    }
    return Draft(RecordKind.JUDGEMENT, payload, tuple(sealed))


def draft_link_judgement(judgement: LinkJudgement, salt: Salt = make_salt) -> Draft:
    """A person's decision on a link, proposed or not; the reason is sealed."""
    sealed: list[Sealed] = []
    a, b = order_ends(judgement.kind, judgement.a, judgement.b)
    payload = {
        "link": {"kind": judgement.kind.value, "a": a, "b": b},
        "decision": judgement.verdict.value,
        "reviewer": judgement.reviewer,
        "digest": _seal({"reason": judgement.reason}, salt, sealed),
    }
    return Draft(RecordKind.JUDGEMENT, payload, tuple(sealed))


def draft_withdrawal(document: str, reason: str) -> Draft:
    """A document (full ID) that no longer counts. The reason stays in the chain for good."""
    return Draft(RecordKind.WITHDRAWAL, {"document": document, "reason": reason})


def _seal(value: Any, salt: Salt, sealed: list[Sealed]) -> str:
    row = make_sealed(value, salt)
    sealed.append(row)
    return row.digest
