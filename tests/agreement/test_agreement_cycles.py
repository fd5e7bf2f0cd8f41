"""Circles in a graph of names."""

from pactwatch.agreement.cycles import find_cycles


def test_a_chain_has_none() -> None:
    assert find_cycles({"a": ["b"], "b": ["c"]}) == []


def test_a_circle_begins_with_its_first_member() -> None:
    assert find_cycles({"a": ["c"], "b": ["a"], "c": ["b"]}) == [("a", "c", "b")]


def test_a_name_that_points_at_itself() -> None:
    assert find_cycles({"a": ["a"]}) == [("a",)]


def test_circles_that_share_a_name_are_told_apart() -> None:
    assert find_cycles({"a": ["b", "c"], "b": ["a"], "c": ["a"]}) == [("a", "b"), ("a", "c")]


def test_two_circles_apart_and_a_way_into_one() -> None:
    graph = {"x": ["a"], "a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"]}
    assert find_cycles(graph) == [("a", "b"), ("c", "d")]


def test_a_circle_may_be_as_long_as_the_file() -> None:
    graph = {f"p{n}": [f"p{(n + 1) % 20_000}"] for n in range(20_000)}
    assert [len(cycle) for cycle in find_cycles(graph)] == [20_000]
