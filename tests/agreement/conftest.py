"""The example of docs/agreement-file.md, which the tests break on purpose."""

import pytest
from agreement_page import read_example


@pytest.fixture(scope="session")
def example() -> str:
    return read_example()
