"""Whatever a claim, a placement or a document holds, its bundle verifies."""

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sample_ledger import AGREEMENT_HASH, AT, Shelf, counted_salt, make_article, make_figures, make_store

from pactwatch.exports.bundle import write_bundle
from pactwatch.exports.verify_bundle import Bundle
from pactwatch.ledger.drafts import draft_document, draft_placing, draft_reading
from pactwatch.model.claim import Claim, Event, Figure, Kind, Mention, Modality, Progress, Statement, Window
from pactwatch.model.placement import Placement
from pactwatch.model.source import Span, When

TEXTS = st.text("abc ü“”\n", max_size=6)
DAYS = st.dates(date(2031, 1, 1), date(2031, 12, 31))
SPANS = st.builds(Span, st.integers(0, 60), st.integers(0, 60))
NUMBERS = st.none() | st.decimals(0, 10**6, places=1)
WHENS = st.none() | st.builds(When, DAYS, DAYS, st.sampled_from(("day", "month", "span")), TEXTS)
MENTIONS = st.builds(Mention, SPANS, TEXTS, st.none() | SPANS, st.none() | TEXTS, candidates=st.tuples(TEXTS))
WINDOWS = st.builds(Window, TEXTS, WHENS, WHENS, st.booleans(), st.none() | TEXTS)
FIGURES = st.builds(
    Figure, SPANS, TEXTS, TEXTS, NUMBERS, NUMBERS, NUMBERS, window=st.none() | WINDOWS,
    cumulative=st.booleans(), of_total=NUMBERS, per=st.none() | TEXTS, increment=st.booleans(),
    percent=st.booleans(),
)  # fmt: skip
SLOTS = st.one_of(
    FIGURES.map(lambda slots: (Kind.FIGURE, slots)),
    st.builds(Statement).map(lambda slots: (Kind.STATEMENT, slots)),
    st.builds(Event).map(lambda slots: (Kind.EVENT, slots)),
    st.builds(Progress, done=NUMBERS, owed=NUMBERS).map(lambda slots: (Kind.PROGRESS, slots)),
)


@st.composite
def filled_claims(draw: st.DrawFn, claim: Claim) -> Claim:
    """A claim with any slots, speakers, mode and days."""
    kind, slots = draw(SLOTS)
    return replace(
        claim,
        kind=kind,
        slots=slots,
        speakers=tuple(draw(st.lists(MENTIONS, max_size=2))),
        via=tuple(draw(st.lists(MENTIONS, max_size=1))),
        hedge=draw(st.none() | TEXTS),
        modality=draw(st.sampled_from(Modality)),
        happened_on=draw(WHENS),
        said_on=draw(WHENS),
    )


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), digest=st.booleans(), placement=st.builds(Placement))
def test_every_slot_goes_into_a_bundle_that_verifies(data, digest: bool, placement: Placement):
    """Windows anchored or by reference, running totals, additions, digests: nothing is taken for a hash."""
    article, words = make_article("a")
    article = replace(article, document=replace(article.document, digest=digest, rests_on=("x",)))
    claims = [data.draw(filled_claims(claim)) for claim in make_figures(article)]
    shelf, salt, document = Shelf(), counted_salt(), article.document.id
    shelf.put(words)
    drafts = [
        draft_document(article, salt),
        draft_reading(document, "figures", "1", claims, salt),
        draft_placing(
            document,
            AGREEMENT_HASH,
            "p",
            "1",
            [replace(placement, claim=claim.key) for claim in claims],
            salt,
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "b.zip"
        with make_store(Path(folder) / "ledger.sqlite") as store:
            store.append(drafts, AT)
            summary = write_bundle(store, shelf.read, file)
        with file.open("rb") as opened:
            assert list(Bundle(opened).faults()) == []
    assert summary.claims == len({claim.key for claim in claims})
