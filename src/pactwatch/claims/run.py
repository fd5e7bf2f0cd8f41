"""Runs the extractors over an article, in the order of the table."""

from collections.abc import Mapping

from pactwatch.claims.allegations import Allegations
from pactwatch.claims.base import Extractor
from pactwatch.claims.commitments import Commitments
from pactwatch.claims.conditions import Conditions
from pactwatch.claims.events import Events
from pactwatch.claims.figures import Figures
from pactwatch.claims.interpretations import Interpretations
from pactwatch.claims.meetings import Meetings
from pactwatch.claims.positions import Positions
from pactwatch.claims.progress import ProgressReports
from pactwatch.claims.sheet import make_sheet
from pactwatch.claims.statements import Statements
from pactwatch.model.claim import Claim
from pactwatch.model.source import Article

#: The extractors; a later one sees the claims of those before it.
EXTRACTORS: tuple[Extractor, ...] = (
    Statements(),
    Figures(),
    ProgressReports(),
    Allegations(),
    Conditions(),
    Positions(),
    Commitments(),
    Interpretations(),
    Meetings(),
    Events(),
)


def makers() -> dict[str, str]:
    """Name and version of each extractor."""
    return {extractor.name: extractor.version for extractor in EXTRACTORS}


def read_claims(article: Article) -> Mapping[str, tuple[Claim, ...]]:
    """The claims of an article by their maker, each maker's in reading order.

    A document in another language than English gives no claims: the rules are for English.
    """
    if article.document.language != "en":
        return {extractor.name: () for extractor in EXTRACTORS}
    sheet = make_sheet(article)
    known: dict[str, tuple[Claim, ...]] = {}
    for extractor in EXTRACTORS:
        known[extractor.name] = extractor.read(sheet, known)
    return known
