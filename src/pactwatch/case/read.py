"""Reading again: against an edited agreement, and with newer makers.

agreement edited --> its new text and a placing for every document, all in one transaction
maker newer      --> its reading and a placing, document by document
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from pactwatch.agreement.load import parse_agreement
from pactwatch.case.ask import Case, read_article
from pactwatch.claims.provisions import PROVISIONS_MAKER, PROVISIONS_VERSION, place_claims
from pactwatch.claims.run import makers, read_claims
from pactwatch.ids import hash_bytes
from pactwatch.ledger.base import DocumentRow, Draft
from pactwatch.ledger.drafts import draft_agreement, draft_placing, draft_reading
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim
from pactwatch.model.source import Article
from pactwatch.problems import Problem

#: The versions of the readings of a document that are in force, by maker.
Versions = Mapping[str, str]

#: Claims by key.
Claims = Mapping[str, Claim]


def draft_readings(
    article: Article, agreement: Agreement, present: Versions | None = None, amended: Claims | None = None
) -> tuple[list[Claim], list[Draft]]:
    """All claims of an article, and the drafts that record them and where they belong.

    A maker whose version is ``present`` already is not recorded again; a claim that a person amended
    (``amended``, by key) is placed as amended.
    """
    found, versions = read_claims(article), makers()
    drafts = [
        draft_reading(article.document.id, maker, versions[maker], group)
        for maker, group in found.items()
        if (present or {}).get(maker) != versions[maker]
    ]
    claims = [(amended or {}).get(claim.key, claim) for group in found.values() for claim in group]
    return claims, [*drafts, _draft_placing(article, claims, agreement)]


def find_amended(case: Case) -> Claims:
    """The claims in force that a person amended, as amended."""
    facts = case.facts()
    return {fact.claim.key: fact.claim for fact in facts if fact.judgement and fact.judgement.amended}


def draft_placing_of(case: Case, row: DocumentRow, amended: Claims) -> Draft:
    """Where the claims in force of a document belong, with some of them as a person amended them."""
    facts = [fact for fact in case.facts() if fact.claim.document == row.document.id]
    claims = [amended.get(fact.claim.key, fact.claim) for fact in facts]
    return _draft_placing(read_article(case, row), claims, case.agreement)


def _draft_placing(article: Article, claims: list[Claim], agreement: Agreement) -> Draft:
    placements = place_claims(article, claims, agreement)
    return draft_placing(
        article.document.id, agreement.hash, PROVISIONS_MAKER, PROVISIONS_VERSION, placements
    )


def take_in_agreement(case: Case, at: str) -> tuple[Case, list[Problem]]:
    """The case under the agreement file as it stands on disk, and what is wrong in that file.

    An edited text is recorded and every claim placed anew, in one transaction; where the text has an
    error, the last recorded one stays in use. Raises CannotWrite, LedgerBroken.
    """
    data = _read_edited(case)
    if data is None:
        return case, []
    agreement, problems = parse_agreement(data, case.settings.agreement)
    if agreement is None:
        return case, problems
    placings = list(_draft_placings(case, agreement))
    case.store.append([draft_agreement(data.decode("utf-8"), agreement.hash, agreement.id), *placings], at)
    return replace(case, agreement=agreement, warnings=tuple(problems)), problems


def _read_edited(case: Case) -> bytes | None:
    """The bytes of the agreement file where they are not those that the ledger holds."""
    path = case.folder / case.settings.agreement
    data = path.read_bytes() if path.is_file() else None
    return None if data is None or hash_bytes(data) == case.store.agreement_hash() else data


def _draft_placings(case: Case, agreement: Agreement) -> Iterator[Draft]:
    claims: dict[str, list[Claim]] = {}
    for fact in case.facts():
        claims.setdefault(fact.claim.document, []).append(fact.claim)
    for row in case.documents():
        if row.withdrawn is None:
            yield _draft_placing(read_article(case, row), claims.get(row.document.id, []), agreement)


def read_again(case: Case, at: Callable[[], str]) -> Iterator[DocumentRow]:
    """Read every document again for which a maker has another version than the reading in force.

    Each is recorded before it is given. Judgements stay with their claims. ``at`` gives the time in UTC.
    """
    present: dict[str, dict[str, str]] = {}
    for reading in case.store.readings():
        present.setdefault(reading.document, {})[reading.maker] = reading.version
    wanted, amended = {**makers(), PROVISIONS_MAKER: PROVISIONS_VERSION}, find_amended(case)
    for row in case.documents():
        versions = present.get(row.document.id, {})
        if row.withdrawn is None and versions != wanted:
            _, drafts = draft_readings(read_article(case, row), case.agreement, versions, amended)
            case.store.append(drafts, at())
            yield row
