"""A ledger in a fresh folder, and an archive beside it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sample_ledger import Shelf, counted_salt, make_store

from pactwatch.ledger.base import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with make_store(path) as opened:
        yield opened


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def salt() -> Callable[[], str]:
    return counted_salt()
