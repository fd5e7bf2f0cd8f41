"""How numbers may come from others: a total and its addition, and the same number with less said."""

from collections.abc import Sequence

from sample_facts import AGREEMENT, document, figure

from pactwatch.model.status import Fact
from pactwatch.state.derivations import Change, Derivation, find_derivations

MINISTRY, SERVICE = "south-ministry", "south"


def derive(*facts: Fact) -> tuple[Derivation, ...]:
    return find_derivations(AGREEMENT, facts)


def written(found: Sequence[Derivation]) -> list[str]:
    return [one.written for one in found]


def test_a_total_and_five_more_make_the_next() -> None:
    base = figure(395, document("Halyard", 8), by=[MINISTRY], hedge="at least")
    source = document("Post", 9)
    more = figure(5, source, by=[SERVICE], measure=None, cumulative=False)
    about = figure(400, source, by=[SERVICE], hedge="around")
    (found,) = derive(base, more, about)
    assert found.written == "395 + 5 = 400"
    assert found.changes == (Change.HEDGE_CHANGED, Change.SPEAKER_CHANGED)
    assert found.ordered
    assert [term.range.low for term in found.terms] == [395, 5]


def test_a_round_number_is_the_sum_rounded() -> None:
    base = figure(393, document("Halyard", 8), by=[MINISTRY])
    source = document("Post", 9)
    more = figure(5, source, measure=None, cumulative=False)
    assert written(derive(base, more, figure(400, source, hedge="around"))) == ["393 + 5 = 398, rounded 400"]
    assert derive(base, more, figure(400, source)) == ()


def test_the_hedge_and_the_speaker_are_lost() -> None:
    about = figure(400, document("Post", 9), by=[SERVICE], hedge="around")
    bare = figure(400, document("Courant", 10))
    (found,) = derive(about, bare)
    assert found.written == "400, said again" and found.result.facts == (bare,)
    assert found.changes == (Change.HEDGE_LOST, Change.SPEAKER_LOST)


def test_days_that_are_not_known_leave_the_order_open() -> None:
    about = figure(400, document("Post", None), by=[SERVICE], hedge="around")
    (found,) = derive(about, figure(400, document("Courant", None)))
    assert not found.ordered


def test_nothing_comes_from_a_later_number_or_a_much_earlier_one() -> None:
    bare = figure(400, document("Courant", 5))
    assert derive(figure(400, document("Post", 9), by=[SERVICE], hedge="around"), bare) == ()
    late = figure(400, document("Courant", 30))
    assert derive(figure(400, document("Post", 9), by=[SERVICE], hedge="around"), late) == ()


def test_an_addition_must_stand_beside_the_result() -> None:
    base = figure(395, document("Halyard", 8), by=[MINISTRY])
    more = figure(5, document("Register", 9), measure=None, cumulative=False)
    assert derive(base, more, figure(400, document("Post", 9))) == ()


def test_two_speakers_that_say_the_same_with_the_same_hedge_owe_each_other_nothing() -> None:
    one = figure(400, document("Post", 9), by=[MINISTRY], hedge="at least")
    assert derive(one, figure(400, document("Courant", 9), by=[SERVICE], hedge="at least")) == ()


def test_the_own_voice_of_a_digest_takes_no_part() -> None:
    about = figure(400, document("Post", 9), by=[SERVICE], hedge="around")
    assert derive(about, figure(400, document("Digest", 10, digest=True))) == ()


def test_numbers_are_never_merged() -> None:
    base = figure(395, document("Halyard", 8), by=[MINISTRY], hedge="at least")
    bare = figure(395, document("Post", 9))
    (found,) = derive(base, bare)
    assert (found.terms[0].facts, found.result.facts) == ((base,), (bare,))
    assert found.terms[0].written == "at least 395" and found.result.written == "395"
