"""The sample ledgers of the ledger's tests, and a small case to make bundles of."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "ledger"))

from sample_ledger import AT, Shelf, counted_salt, draft_all, make_article, make_figures, make_store

from pactwatch.ledger.drafts import draft_judgement
from pactwatch.model.record import Decision, Judgement


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def store(tmp_path: Path, shelf: Shelf):
    """Two documents in two encodings, a judgement."""
    salt = counted_salt()
    with make_store(tmp_path / "ledger.sqlite") as store:
        for name, encoding in (("a", "utf-8"), ("bb", "utf-16")):
            article, data = make_article(name, encoding=encoding)
            shelf.put(data)
            store.append(draft_all(article, salt), AT)
        judgement = Judgement(make_figures(article)[0].key, Decision.ACCEPT, "ben", "seen")
        store.append([draft_judgement(judgement, salt)], AT)
        yield store
