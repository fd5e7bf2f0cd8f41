"""What several documents give together: full where gold and reading agree, short where they do not."""

from pathlib import Path

import pytest

import harbour
from annotated import Annotated
from pactwatch.agreement.load import load_agreement
from pactwatch.model.agreement import Agreement
from reading import Reading, read_bytes
from together import score_derivations, score_series

TEXTS = {
    "a": "The harbour office said on Monday that at least 395 people have been killed since the truce began.",
    "b": "Five people were killed on Tuesday, bringing the toll since the truce began to 400.",
}
FIGURES = [
    {"doc": "a", "text": "at least 395 people", "measure": "killed", "of": "people", "since": "2031"},
    {"doc": "b", "text": "to 400", "measure": "killed", "of": "people", "since": "2031"},
]


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    path = tmp_path / "agreement.yaml"
    path.write_text(harbour.AGREEMENT, encoding="utf-8")
    found, _ = load_agreement(path)
    assert found is not None
    return found


def read(agreement: Agreement) -> list[tuple[Annotated, Reading]]:
    pairs = []
    for name, text in TEXTS.items():
        reading = read_bytes(text.encode(), f"{name}.txt", None, agreement)
        assert isinstance(reading, Reading)
        pairs.append((Annotated(name=name, text=text, path=Path(name)), reading))
    return pairs


def test_one_series(agreement: Agreement) -> None:
    assert score_series({"figures": FIGURES}, read(agreement)).value == 100
    apart = [FIGURES[0], {**FIGURES[1], "since": "2023"}]
    assert score_series({"figures": apart}, read(agreement)).value == 0


@pytest.mark.parametrize(
    ("possible", "right"), [("395, and five more, make 400", 1), ("390, and ten more, make 400", 0)]
)
def test_a_derivation_has_these_numbers(agreement: Agreement, possible: str, right: int) -> None:
    tree = {"discrepancies": [{"kind": "figure", "possible": possible}]}
    score = score_derivations(tree, read(agreement), agreement)
    assert (score.right, score.total) == (right, 1)
