"""The benches of weighing: how public sets are read, how peers and scores behave."""

from bench.assess.data import authors, minutes
from bench.assess.peers import accu, accucopy, crh, truthfinder, vote
from bench.assess.peers.crh import crh_amounts
from bench.assess.population import known
from bench.assess.rumours import Rumour, checks, day_of, forecast, lines_of
from bench.assess.scoring import first_values, interval, scored
from sayso.assess.told import Told

TOLD = [
    Told(item=f"i{n}", source=source, value=value)
    for n in range(4) for source, value in (("a", "x"), ("b", "x"), ("c", "y"))
]  # fmt: skip


def test_authors_are_one_however_they_are_printed() -> None:
    assert authors("Conklin, Art; Davis, Roger") == authors("ART CONKLIN, Roger Davis") == "conklin davis"
    assert authors("Not Available") == ""


def test_times_are_minutes_of_the_day() -> None:
    assert (minutes("12:05 a.m."), minutes("7:10 p.m. Dec 02"), minutes("")) == ("5", "1150", "")


def test_every_peer_puts_the_value_of_most_first() -> None:
    for peer in (vote, truthfinder, accu, accucopy, crh):
        shares = peer(TOLD)["i0"]
        assert shares["x"] > shares["y"]
    assert crh_amounts([("i", "a", 5.0), ("i", "b", 5.0), ("i", "c", 9.0)]) == {"i": 5.0}


def test_an_item_of_which_nothing_is_told_counts_as_wrong() -> None:
    assert first_values({}, {"i": "x"}) == [(1.0, False)]


def test_scores_have_intervals_around_them() -> None:
    pairs = [(0.9, True), (0.8, True), (0.6, False), (0.7, True)]
    low, high = interval(pairs, lambda some: sum(h for _, h in some) / len(some))
    assert low <= 0.75 <= high
    assert scored(pairs)["accuracy"] == 0.75


def test_populations_are_read_by_place_and_year() -> None:
    assert known("hest, velmark, 2030, 1200\n") == {"hest, velmark_2030": 1200.0}


def test_checkers_and_odd_days_are_left_out() -> None:
    assert checks("https://www.snopes.com/x")
    assert not checks("https://radio-hest.example/x")
    assert (day_of("2929-03-01"), day_of("2020-02-31"), day_of(None)) == (None, None, None)


def test_a_denied_rumour_is_less_likely() -> None:
    said = Rumour(id="1", day=1, holds=True, sites={"supports": frozenset({"a"})})
    denied = Rumour(id="2", day=1, holds=False, sites={"denies": frozenset({"a"})})
    weights = (0.0, 0.5, 0.5, 0.5, 0.5, 0.5)
    assert forecast(denied, weights) < 0.5 < forecast(said, weights)
    assert len(lines_of(said)) == len(weights)
