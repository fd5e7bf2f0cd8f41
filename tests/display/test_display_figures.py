"""Numbers in series, and their plot: a lane for each speaker, hedges drawn, nothing averaged."""

import json
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from lake_agreement import LAKE
from lake_case import LakeCase
from lake_texts import AS_OF

from pactwatch.display.charts import SIGNS, describe_chart, make_chart
from pactwatch.display.figures import Series, find_apart, find_unmeasured, make_figure, make_series
from pactwatch.display.layout import SIZES, find_anchor_lines, label_anchors, make_frame, place_points
from pactwatch.model.claim import Figure


def series(measure: str) -> Series:
    return make_series(LAKE.measures[measure], LakeCase().facts(), LAKE)


def data(spec: Any) -> list[dict[str, Any]]:
    """All points that a specification draws as marks, in order."""
    found: list[dict[str, Any]] = []
    if isinstance(spec, dict):
        mark = spec.get("mark")
        if isinstance(mark, dict) and mark.get("type") in ("point", "rule") and "data" in spec:
            found += [value for value in spec["data"]["values"] if "claim" in value]
        for key in spec:
            found += data(spec[key])
    if isinstance(spec, list):
        for part in spec:
            found += data(part)
    return found


def test_every_number_is_a_row_with_its_speaker_and_day() -> None:
    rows = series("dead").rows
    assert [(row.printed, row.speaker.name, row.day_words) for row in rows] == [
        ("at least 12", "Veyl harbour office", "16 Mar 2031"),
        ("14", "Rena Dahl", "2 Apr 2031"),
        ("some 15", "Eastern Shore", "3 Apr 2031"),
        ("16", "Veyl harbour office", "18 Apr 2031"),
        ("13", "He", "day unknown"),
    ]
    assert [row.day_source for row in rows][-1] == "no day is printed and the manifest gives none"


def test_a_lane_for_each_speaker() -> None:
    assert [(speaker.words, len(rows)) for speaker, rows in series("dead").lanes] == [
        ("Veyl harbour office (Veyl)", 2),
        ("Rena Dahl (Veyl)", 1),
        ("Eastern Shore", 1),
        ("He", 1),
    ]


def test_numbers_of_another_negotiation_enter_no_series() -> None:
    printed = {row.printed for one in LAKE.measures for row in series(one).rows}
    assert "more than 900" not in printed and "200" not in printed
    apart = find_apart(LakeCase().facts(), LAKE)
    assert [(row.printed, reason.split(":")[0]) for row, reason in apart] == [
        ("200", "not about this agreement"),
        ("more than 900", "before this agreement"),
    ]


def test_numbers_without_a_measure_say_why() -> None:
    rows = find_unmeasured(LakeCase().facts(), LAKE)
    assert {row.printed: row.reason for row in rows} == {
        "up to 60 a day": "due, not passed",
        "120": "no measure counts monitors",
    }


def test_a_part_is_marked_and_no_step_of_the_line() -> None:
    """Of one speaker's numbers in one report for one day the highest is the running total."""
    facts = [fact for fact in LakeCase().facts() if fact.placement.measure == "dead"]
    slots = facts[0].claim.slots
    assert isinstance(slots, Figure)
    part = replace(facts[0], claim=replace(facts[0].claim, key="part", slots=replace(slots, low=Decimal(3))))
    rows = make_series(LAKE.measures["dead"], [*LakeCase().facts(), part], LAKE).rows
    assert [row.printed for row in rows if row.part] == ["at least 3"]


def test_a_fact_without_a_figure_is_no_row() -> None:
    with pytest.raises(TypeError, match="holds no figure"):
        make_figure(LakeCase().facts()[0], LAKE)


@pytest.mark.parametrize("measure", ["dead", "returned", "passed", "soldiers"])
def test_one_mark_for_each_number(measure: str) -> None:
    spec = make_chart(series(measure), LAKE, AS_OF, "light", "wide")
    shown = {point["claim"] for point in data(spec)}
    assert shown == {row.claim for row in series(measure).rows}


def test_hedges_are_drawn() -> None:
    points = data(make_chart(series("dead"), LAKE, AS_OF, "light", "wide"))
    signs = {(point["label"], point["shape"]) for point in points if point["shape"] in SIGNS.values()}
    assert signs == {("at least 12", SIGNS["at least"]), ("some 15", SIGNS["around"])}
    filled = {point["label"] for point in points if point["fill"] == point["ink"]}
    assert filled == {"14", "13", "16 (digest)"}


def test_a_range_is_a_bar_without_a_middle() -> None:
    spec = make_chart(series("soldiers"), LAKE, AS_OF, "light", "wide")
    assert [(point["low"], point["high"]) for point in data(spec)] == [(300.0, 350.0)]
    assert "325" not in json.dumps(spec)


def test_nothing_is_averaged() -> None:
    for measure in LAKE.measures:
        text = json.dumps(make_chart(series(measure), LAKE, AS_OF, "dark", "narrow"))
        assert "mean" not in text and "aggregate" not in text and "median" not in text


def test_the_digest_wears_its_badge_in_the_plot() -> None:
    points = data(make_chart(series("returned"), LAKE, AS_OF, "light", "wide"))
    assert {point["label"] for point in points if point["digest"]} == {"47 of 48 (digest)"}
    assert len({point["ink"] for point in points}) == 2


def test_anchors_are_rules_and_rival_days_are_dashed() -> None:
    lines = find_anchor_lines(LAKE, make_frame(series("dead"), AS_OF))
    assert [(line.number, line.day.isoformat(), line.rival) for line in lines] == [
        (1, "2031-03-04", False),
        (2, "2031-03-05", True),
        (3, "2031-03-20", False),
    ]


def test_rules_too_close_share_a_number() -> None:
    frame = make_frame(series("dead"), AS_OF)
    assert [words for _, words in label_anchors(find_anchor_lines(LAKE, frame), frame, 640)] == ["1–2", "3"]


def test_equal_numbers_of_one_day_stand_side_by_side_under_one_label() -> None:
    row = series("soldiers").rows[0]
    points = place_points([row, row, row], make_frame(series("soldiers"), AS_OF), SIZES["wide"], True)
    assert [point.shift for point in points] == [0, 13, 26]
    assert [point.side is not None for point in points] == [False, False, True]


def test_the_plot_is_the_same_each_time() -> None:
    first = make_chart(series("dead"), LAKE, AS_OF, "light", "wide")
    assert json.dumps(first) == json.dumps(make_chart(series("dead"), LAKE, AS_OF, "light", "wide"))


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(KeyError):
        make_chart(series("dead"), LAKE, AS_OF, "sepia", "wide")


def test_the_plot_in_words_names_every_speaker_and_number() -> None:
    words = describe_chart(series("dead"))
    assert words.startswith("People killed on the lake since the shelling stopped. 5 numbers by 4 speakers.")
    assert "Veyl harbour office (Veyl): at least 12, 16 Mar 2031; 16, 18 Apr 2031" in words


@pytest.mark.parametrize("size", SIZES)
def test_vega_draws_the_plot_with_every_number(size: str) -> None:
    import vl_convert

    spec = make_chart(series("dead"), LAKE, AS_OF, "light", size)
    svg = vl_convert.vegalite_to_svg(spec)
    for row in series("dead").rows:
        assert row.printed in svg
    assert "style=" not in svg and "<script" not in svg and 'href="http' not in svg
