"""Conflicting values of a claim: supported by origins, not by reports."""

from sayso.link.reasons import UNRECORDED
from sayso.model import Claim, ClaimValue, OriginGroup, Origins, Quantity
from sayso.pipeline.valuing import with_support, within
from sayso.show.values import support_words


def exact(amount: float) -> Quantity:
    return Quantity(low=amount, high=amount, unit="dead")


def claim(*values: tuple[Quantity, tuple[str, ...]], origins: dict[str, tuple[str, ...]]) -> Claim:
    groups = tuple(
        OriginGroup(origin=name, documents=(f"d:{name}",), why="told", statements=statements)
        for name, statements in origins.items()
    )
    return Claim(
        id="c:1", gist="The ferry sank.", status="corroborated", as_of=None, statements=(),
        values=tuple(ClaimValue(slot="dead", value=v, statements=s) for v, s in values),
        origins=Origins(count=len(groups), low=len(groups), high=len(groups), groups=groups),
    )  # fmt: skip


def shares(made: Claim) -> dict[float | None, float | None]:
    return {value.value.low: value.probability for value in with_support(made).values}


def test_two_origins_outweigh_one() -> None:
    found = shares(
        claim((exact(9), ("s:1", "s:2")), (exact(40), ("s:3",)),
              origins={"A": ("s:1",), "B": ("s:2",), "C": ("s:3",)})
    )  # fmt: skip
    assert (found[9] or 0) > 0.8 > (found[40] or 0)


def test_copies_of_one_origin_are_one_voice() -> None:
    origins = {"A": ("s:1", "s:2", "s:4"), "C": ("s:3",)}
    many = shares(claim((exact(9), ("s:1", "s:2", "s:4")), (exact(40), ("s:3",)), origins=origins))
    one = shares(claim((exact(9), ("s:1",)), (exact(40), ("s:3",)), origins=origins))
    assert many == one


def test_at_least_does_not_gainsay_more() -> None:
    assert within(exact(50), Quantity(low=40, unit="dead"))
    assert not within(Quantity(low=40, unit="dead"), exact(50))
    assert not within(exact(50), exact(50))


def test_one_value_conflicts_with_nothing() -> None:
    made = with_support(claim((exact(9), ("s:1",)), origins={"A": ("s:1",)}))
    assert made.values[0].probability is None
    assert made.values[0].origins == ("A",)
    assert support_words(made.values[0], [0.0]) == ""


def test_a_claim_without_values_stays_as_it_is() -> None:
    made = claim(origins={"A": ("s:1",)})
    assert with_support(made) is made


def test_a_value_that_only_a_denier_gives_has_no_probability() -> None:
    found = shares(claim((exact(9), ("s:1",)), (exact(0), ("s:9",)), origins={"A": ("s:1",)}))
    assert found[0] is None


def test_the_number_is_on_demand_and_the_words_say_which_has_most_support() -> None:
    made = with_support(
        claim((exact(9), ("s:1", "s:2")), (exact(40), ("s:3",)),
              origins={"A": ("s:1",), "B": ("s:2",), "C": ("s:3",)})
    )  # fmt: skip
    given = [value.probability or 0.0 for value in made.values]
    said = [support_words(value, given) for value in made.values]
    assert said == ["goes back to A, B; best supported", "goes back to C; less supported"]


def test_values_of_alike_support_are_said_to_be_alike() -> None:
    made = with_support(
        claim((exact(9), ("s:1",)), (exact(40), ("s:3",)), origins={"A": ("s:1",), "C": ("s:3",)})
    )
    given = [value.probability or 0.0 for value in made.values]
    assert all("as well supported" in support_words(value, given) for value in made.values)


def test_what_has_no_recorded_origin_weighs_less_than_a_recorded_one() -> None:
    found = shares(
        claim((exact(9), ("s:1",)), (exact(40), ("s:3",)),
              origins={UNRECORDED: ("s:1",), "C": ("s:3",)})
    )  # fmt: skip
    assert (found[40] or 0) > (found[9] or 0)
