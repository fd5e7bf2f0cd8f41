"""Our own gold speaks of its reports: every text stands verbatim, every report has its expectation."""

import pytest

from annotated import EFFECTS, Annotated, read_seeds
from gold import find_documents
from matching import find_lines
from pactwatch.model.claim import Step
from places import OWN_GOLD

DOCUMENTS = find_documents()


def test_every_report_has_its_expectation() -> None:
    """No report without gold, and no gold without its report."""
    reports = {path.stem for path in (OWN_GOLD / "documents").glob("*.txt")}
    assert {document.name for document in DOCUMENTS} == reports
    assert len(reports) >= 16


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_gold_stands_verbatim(document: Annotated) -> None:
    """A text that does not stand in its report can never be found."""
    for gold in (*document.quotes, *document.indirect, *document.figures, *document.progress):
        assert gold.text in document.text
    for words in (*document.debatable, *document.forbidden):
        assert words in document.text
    for line in document.silent:
        assert find_lines(document.text, line), line


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_gold_names_steps_that_exist(document: Annotated) -> None:
    """A step that the program does not know is a mistake in the gold."""
    assert {gold.step for gold in document.progress if gold.step} <= {step.value for step in Step}


def test_both_forms_of_gold_give_the_same(tmp_path) -> None:  # type: ignore[no-untyped-def]
    """A figure by its measure and one by what is counted and its effect are one form inside."""
    (tmp_path / "a.txt").write_text("Five people were killed.\n- World\n", encoding="utf-8")
    figure = {"doc": "a", "text": "Five people", "measure": "killed", "of": "people", "low": 5, "high": 5}
    tree = {
        "documents": {"a": {"file": "a.txt", "furniture": ["- World"]}},
        "figures": [figure],
        "debatable": ["a: whether", "b: other"],
    }
    (document,) = read_seeds(tree, tmp_path)
    assert document.figures[0].effect == EFFECTS["killed"]
    assert document.figures[0].counted == ("people",)
    assert (document.silent, document.debatable) == (("- World",), ("a: whether",))
