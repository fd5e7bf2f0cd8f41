"""The twins of the pages: plain tables that no spreadsheet runs as a formula."""

import csv
import io

import pytest
from lake_agreement import LAKE
from lake_case import LakeCase

from pactwatch.display.board import make_board
from pactwatch.display.figures import make_series
from pactwatch.display.tables import Table, format_csv, list_objects, make_board_table, make_figures_table


def test_the_board_as_a_table() -> None:
    table = make_board_table(make_board(LAKE, LakeCase().status(), {}))
    crews = next(row for row in list_objects(table) if row["provision"] == "crews")
    assert crews["tally"] == "47 of 48"
    assert crews["status"] == "partly done"
    assert (crews["articles"], crews["digests"]) == (4, 1)


def test_figures_keep_bounds_and_words() -> None:
    series = [make_series(measure, LakeCase().facts(), LAKE) for measure in LAKE.measures.values()]
    rows = list_objects(make_figures_table(series))
    first = next(row for row in rows if row["printed"] == "at least 12")
    assert (first["low"], first["high"], first["bound"]) == (12.0, None, "at least")
    assert first["words"].startswith("At least 12 people")
    assert make_figures_table([]).rows == ()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "＝1", " =1", "\ufeff=1"])
def test_a_cell_that_looks_like_a_formula_is_disarmed(cell: str) -> None:
    read = list(csv.reader(io.StringIO(format_csv(Table("t", ("a",), ((cell,),))))))
    assert read == [["a"], [f"'{cell}"]]


def test_numbers_and_plain_words_stay_as_they_are() -> None:
    table = Table("t", ("a", "b"), ((-5, "a - b"), (None, 'said "no"')))
    assert format_csv(table) == 'a,b\r\n-5,a - b\r\n,"said ""no"""\r\n'
