"""Two propositions are compared by who, what, where, when and how many, whichever comes first."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.compare import compare, compare_all, probability
from sayso.link.encoder import GENERATION, SentenceEncoder
from sayso.link.features import compass_conflict
from sayso.link.mark import Mark
from sayso.link.marks import with_vectors
from sayso.link.view import view_of
from tests.link.made_marks import mark

NAMES = ["Orlan", "North Orlan", "Vessia", "Tarn", "Quillon", "Sorrel"]
WHAT = [
    "closed the dam",
    "shelled the colliery",
    "sent 40 doses",
    "arrested at least 12 miners",
    "did not come",
]
DAYS = [None, "2031-03-04", "2031-03-09", "2031-06-01"]


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    """Marks of short sentences, some with a vector, a day of the event or a place in one document."""
    text = f"{draw(st.sampled_from(NAMES))} {draw(st.sampled_from(WHAT))} at {draw(st.sampled_from(NAMES))}"
    vector = draw(st.sampled_from([b"", *(bytes(two * 192) + GENERATION for two in ([3, 250], [5, 1]))]))
    name = draw(st.sampled_from("abcdefgh"))
    day = draw(st.sampled_from(DAYS))
    return mark(
        name, text, draw(st.sampled_from(DAYS)), vector=vector, topic=vector, days=(day, day),
        document=draw(st.sampled_from(["d:1", f"d:{name}"])), target=draw(st.sampled_from([None, "p:a"])),
    )  # fmt: skip


@given(marks(), marks())
def test_a_comparison_is_the_same_whichever_comes_first(a: Mark, b: Mark) -> None:
    assert compare(a, b) == compare(b, a)
    assert probability(view_of(a), view_of(b)) == pytest.approx(probability(view_of(b), view_of(a)))


@given(st.lists(marks(), min_size=2, max_size=5, unique_by=lambda m: m.proposition))
def test_a_comparison_depends_on_the_two_alone(some: list[Mark]) -> None:
    by_id = {m.proposition: m for m in some}
    pairs = [(a, b) for a in by_id for b in by_id if a < b]
    alone = [link for a, b in pairs if (link := compare(by_id[a], by_id[b])) is not None]
    assert list(compare_all(by_id, pairs)) == [msgspec.structs.replace(link, why=()) for link in alone]


@given(marks())
def test_a_proposition_is_not_compared_with_itself(a: Mark) -> None:
    assert compare(a, a) is None


FORMS = [
    "{} closed its border with Vessia on Monday.",
    "The army of {} shelled the colliery at Tarn.",
    "{}'s army shelled the colliery at Tarn.",
    "Officials in {} confirmed an outbreak of fever in Quillon.",
    "The {}ese embassy denied that 40 doses had arrived at Tarn.",
    "Snow fell in the capital of {}, where 12 miners died at Tarn.",
    "{}",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("one", "other"),
    [("North", "South"), ("East", "West"), ("Northern", "South"), ("north", "South"), ("NORTH", "SOUTH")],
)
def test_countries_that_differ_by_a_direction_never_link(form: str, one: str, other: str) -> None:
    a, b = (mark(n, form.format(f"{point} Orlan")) for n, point in (("a", one), ("b", other)))
    assert compare(a, b) is None


@given(st.sampled_from(FORMS), st.sampled_from(FORMS))
def test_no_two_forms_link_what_differs_by_a_direction(one: str, other: str) -> None:
    a, b = mark("a", one.format("North Orlan")), mark("b", other.format("South Orlan"))
    assert compare(a, b) is None


@pytest.mark.parametrize("form", FORMS[:-1])
def test_the_same_words_of_one_country_do_link(form: str) -> None:
    a, b = mark("a", form.format("North Orlan")), mark("b", form.format("North Orlan"))
    link = compare(a, b)
    assert link is not None
    assert link.p > 0.9


def test_what_has_no_word_and_no_name_in_common_is_not_one_claim() -> None:
    assert compare(mark("a", "Snow fell on the capital."), mark("b", "Vessia sent forty doses.")) is None


FIRE = "A fire at the Tarn colliery in Quillon killed 12 miners."


@pytest.mark.parametrize(
    ("text", "published", "relation"),
    [
        ("The fire at the Tarn colliery in Quillon killed 12 miners.", "2031-03-05", "same"),
        ("The fire at the Tarn colliery in Quillon killed 57 miners.", "2031-03-09", "update"),
        ("The fire at the Tarn colliery in Quillon killed 57 miners.", "2031-03-05", "same"),
        ("A fire at the Tarn colliery in Quillon killed no miners.", "2031-03-09", "opposite"),
    ],
)
def test_a_link_says_how_the_two_relate(text: str, published: str, relation: str) -> None:
    link = compare(mark("a", FIRE), mark("b", text, published))
    assert link is not None
    assert link.relation == relation


def test_a_link_says_why_in_printed_words() -> None:
    link = compare(mark("a", FIRE), mark("b", "The Tarn colliery fire killed at least 57 miners in Quillon."))
    assert link is not None
    assert link.why == (
        "Both name Quillon and Tarn.",
        "6 of 6 content words are shared.",
        "One says “12”, the other “at least 57” (killed), for the same thing.",
    )


def test_a_link_tells_numbers_as_printed_and_what_they_count() -> None:
    link = compare(
        mark("a", "Nineteen explosions were heard at Tarn."),
        mark("b", "At Tarn nineteen explosions were heard."),
    )
    assert link is not None
    assert "Both say “nineteen” (explosions)." in link.why


def test_one_content_word_is_one() -> None:
    link = compare(mark("a", "Holm has fled."), mark("b", "Jan Holm has fled."))
    assert link is not None
    assert not any(" content words is " in each or "1 of 1 content words" in each for each in link.why)


def test_what_happened_months_apart_is_less_likely_one_claim() -> None:
    day, later = ("2031-03-03", "2031-03-03"), ("2031-09-03", "2031-09-03")
    near = compare(mark("a", FIRE, days=day), mark("b", FIRE, days=day))
    far = probability(view_of(mark("a", FIRE, days=day)), view_of(mark("b", FIRE, days=later)))
    assert near is not None
    assert far < near.p - 0.005


def test_words_that_only_point_are_linked_to_what_they_point_at_in_their_document_alone() -> None:
    denial = mark("b", "these reports", target="p:a", document="d:a")
    link = compare(mark("a", FIRE), denial)
    assert link is not None
    assert link.p == 0.97
    assert link.why[0] == f"“these reports” points at “{FIRE}” in the same document."
    assert compare(mark("a", FIRE), msgspec.structs.replace(denial, document="d:b")) is None


def test_meaning_brings_together_what_shares_few_words() -> None:
    texts = ["Rebels seized the airport of Quillon", "Insurgents have captured Quillon's airfield"]
    plain = [mark(name, text) for name, text in zip("ab", texts, strict=True)]
    meant = with_vectors(plain, texts, SentenceEncoder())
    alone, link = compare(*plain), compare(*meant)
    assert alone is not None
    assert link is not None
    assert alone.p < 0.9 < link.p
    assert link.why[0] == "Both name Quillon."
    assert "alike (0 to 1)." in link.why[-1]


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The Lower Dolm pit burned.", "The Upper Dolm pit burned, weeks after a fire at Lower Dolm.", True),
        ("Old Bramdale was flooded.", "New Bramdale was flooded.", True),
        ("New cases were found in Bramdale.", "Cases were found in Old Bramdale.", False),
        ("North Orlan shelled South Orlan.", "South Orlan was shelled by North Orlan.", False),
    ],
)
def test_places_that_a_word_tells_apart_are_told_by_the_first_that_is_named(
    one: str, other: str, apart: bool
) -> None:
    assert compass_conflict(view_of(mark("a", one)), view_of(mark("b", other))) is apart
