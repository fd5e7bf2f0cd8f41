"""The alignment table: its columns, its filters, its cells."""

import pytest
from test_display_differences import make_page

from pactwatch.display.labels import spell_letter
from pactwatch.display.side_by_side import FILTERS


def test_rows_of_several_reports_come_first_and_name_what_differs() -> None:
    table = make_page().table
    assert table.chosen == "several" and len(table.rows) == 3
    assert [row.flags for row in table.rows] == [
        ("judging words",),
        ("attribution differs",),
        ("attribution differs", "numbers differ"),
    ]


def test_a_cell_has_the_exact_clause_and_says_what_is_missing() -> None:
    killed = make_page().table.rows[2]
    first, second, third = killed.cells
    assert first.stretches[0].words.startswith("At least 31 people") and not first.dropped
    assert first.stretches[0].voice == "Veyl harbour office"
    assert second.dropped and not third.stretches


def test_filters_count_what_they_leave() -> None:
    counts = {one.label: one.number for one in make_page().table.filters}
    assert counts == {
        "told by several": 3,
        "attribution differs": 2,
        "numbers differ": 1,
        "judging words": 1,
        "only one outlet": 3,
    }


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_leaves_as_many_rows_as_it_counts(name: str) -> None:
    table = make_page(rows=name).table
    shown = sum(len(own) for _, own in table.singles) if name == "single" else len(table.rows)
    assert shown == next(one.number for one in table.filters if one.value == name)


def test_columns_are_chosen_by_letter() -> None:
    table = make_page(columns=("a,c",)).table
    assert [column.letter for column in table.columns] == ["A", "C"]
    assert [row.number for row in table.rows] == [1, 2]
    assert table.rows[0].also == ("B",)


@pytest.mark.parametrize("asked", [(), ("A",), ("X,Y",), ("",)])
def test_fewer_than_two_columns_are_all(asked: tuple[str, ...]) -> None:
    assert [column.letter for column in make_page(columns=asked).table.columns] == ["A", "B", "C"]


def test_an_unknown_filter_is_the_first() -> None:
    assert make_page(rows="nonsense").table.chosen == "several"


def test_letters_go_on_after_z() -> None:
    assert [spell_letter(number) for number in (0, 25, 26, 27, 51, 52)] == ["A", "Z", "AA", "AB", "AZ", "BA"]
