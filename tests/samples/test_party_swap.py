"""The two parties of the river accord change names, in the file and in every report: the same is read, with
the names changed."""

import re
from pathlib import Path

import pytest

from pactwatch.agreement.load import parse_agreement
from pactwatch.claims.provisions import place_claims
from pactwatch.claims.run import read_claims
from pactwatch.documents.make import make_article
from pactwatch.model.agreement import Agreement
from pactwatch.model.claim import Claim
from pactwatch.model.placement import Placement
from pactwatch.model.wire import to_wire

CASE = Path(__file__).parents[2] / "agreements" / "river-accord"
REPORTS = sorted((CASE / "documents").glob("*.txt"))
#: Every name and alias of the two parties; each stands for the other.
PAIRS = (
    ("Republic of Ondria", "Republic of Calvenne"),
    ("Ondrian", "Calvennese"),
    ("Ondria", "Calvenne"),
    ("Vessmar", "Port Evrin"),
    ("northern side", "southern side"),
    ("north bank", "south bank"),
)
SWAPS = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}
PATTERN = re.compile("|".join(re.escape(name) for name in sorted(SWAPS, key=len, reverse=True)))


def swap(text: str) -> str:
    """The text with each name of a party in the place of the other's; "an Ondrian" stays grammatical."""
    swapped = PATTERN.sub(lambda found: SWAPS[found.group()], text)
    swapped = re.sub(r"\b([Aa])n (?=Calven)", r"\1 ", swapped)
    return re.sub(r"\b([Aa]) (?=Ondri)", r"\1n ", swapped)


def load(text: str) -> Agreement:
    agreement, problems = parse_agreement(text.encode("utf-8"), "agreement.yaml")
    assert agreement is not None, problems
    return agreement


@pytest.fixture(scope="module")
def agreements() -> tuple[Agreement, Agreement]:
    """The agreement as it is, and with the names of its parties changed."""
    text = (CASE / "agreement.yaml").read_text(encoding="utf-8")
    return load(text), load(swap(text))


def read(text: str, agreement: Agreement) -> list[str]:
    """What is read in a report, claim by claim, without offsets and keys."""
    article = make_article(text.encode("utf-8"), "report.txt").article
    assert article is not None
    claims = [claim for found in read_claims(article).values() for claim in found]
    placed = place_claims(article, claims, agreement)
    return [describe(claim, placement, article.text) for claim, placement in zip(claims, placed, strict=True)]


def describe(claim: Claim, placement: Placement, text: str) -> str:
    """A claim as one line: every slot with the words at its offsets, and where it is placed."""
    slots = {name: words_of(value, text) for name, value in to_wire(claim.slots).items() if name != "harm"}
    speakers = [mention.name for mention in claim.speakers]
    placement_ = {
        name: value for name, value in to_wire(placement).items() if name not in ("claim", "speakers")
    }
    matches = [match.actor for match in placement.speakers]
    return (
        f"{claim.kind} {claim.modality} {claim.rule} {speakers} {claim.words} {slots} {matches} {placement_}"
    )


def words_of(value: object, text: str) -> object:
    """Offsets as the words that they lead to."""
    match value:
        case [int() as begin, int() as end]:
            return text[begin:end]
        case list():
            return [words_of(item, text) for item in value]
        case dict():
            return {key: words_of(item, text) for key, item in value.items()}
    return value


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_with_the_names_changed_the_same_is_read(path: Path, agreements: tuple[Agreement, Agreement]) -> None:
    """No rule knows a party: each claim of the changed report is the report's, with the names changed."""
    plain, changed = agreements
    text = path.read_bytes().decode("utf-8-sig")
    before = [swap(line) for line in read(text, plain)]
    after = read(swap(text), changed)
    assert [plain_words(line) for line in after] == [plain_words(line) for line in before]


def plain_words(line: str) -> str:
    """Without the case of letters, which a name's folded form has not, nor the article before a name."""
    return re.sub(r"\ban? ", "", swap_small(line))


def swap_small(line: str) -> str:
    """Names stand in capitals in words and folded in reasons: both as capitals."""
    return line.casefold()


def test_the_swap_turns_back() -> None:
    """Twice changed, a text is itself: the test compares like with like."""
    text = "An Ondrian barge left Port Evrin for the north bank of Calvenne."
    assert swap(swap(text)) == text
    assert swap(text) == "A Calvennese barge left Vessmar for the south bank of Ondria."
