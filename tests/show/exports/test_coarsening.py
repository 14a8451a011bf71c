"""Taking out descriptions: what is left is verbatim, places stay, and nothing described is left."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span, Time, make_document, words_at
from sayso.show.exports.coarsening import (
    BAR,
    Coarse,
    coarse_claim,
    coarse_statements,
    coarse_text,
    hidden_spans,
)
from sayso.show.exports.exposure import is_exposed
from sayso.show.exports.phrases import Phrases
from sayso.show.exports.sentences import ANONYMOUS
from tests.show.exports.made import claims
from tests.show.factory import TEXT, at, document, sample, statement

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=6)
WORDS = st.lists(st.sampled_from(["a", "clerk", "of", "the", "port", "said"]), max_size=14).map(" ".join)


@given(st.text(max_size=60), SPANS)
def test_a_coarse_text_is_as_long_as_it_was_and_verbatim_elsewhere(
    text: str, pairs: list[tuple[int, int]]
) -> None:
    spans = tuple(sorted(Span(min(s, len(text)), min(s + n, len(text))) for s, n in pairs))
    left = coarse_text(text, spans)
    hidden = {place for span in spans for place in range(span.start, span.end)}
    assert len(left) == len(text)
    assert left == "".join(BAR if place in hidden else char for place, char in enumerate(text))


@given(WORDS, WORDS)
def test_a_phrase_is_found_wherever_its_words_stand_in_a_row(text: str, phrase: str) -> None:
    phrases = Phrases(least=2)
    phrases.add([phrase])
    words, wanted = text.split(), phrase.split()
    rows = [words[i : i + len(wanted)] for i in range(len(words))]
    assert bool(list(phrases.find(text))) == (len(wanted) >= 2 and wanted in rows)
    if len(wanted) >= 2:
        assert not list(phrases.find(phrases.replace(text, "…")))


def test_every_extent_that_is_left_is_verbatim_and_no_anonymous_source_is_described() -> None:
    home, found = sample()
    coarse = Coarse()
    coarse.collect(found)
    hidden = hidden_spans(home.text, found, coarse)
    for old, new in zip(found, coarse_statements(home, found, hidden), strict=True):
        assert new.id == old.id
        assert words_at(home.text, new.content.spans) == new.content.text
        assert not {"nurse", "driver"} & set(f"{new.source} {new.chain} {new.content}".split("'"))
        assert new.source.kind == old.source.kind
        assert new.propositions or not old.propositions
    nurse = coarse_statements(home, found, hidden)[1]
    assert nurse.chain == ("The Lantern", ANONYMOUS)
    assert "driver" not in nurse.content.text
    assert "nothing was unloaded in May" in nurse.content.text


def test_a_day_that_stands_inside_a_description_goes_with_it() -> None:
    text = "A clerk who left in May said that the gate is shut."
    home = document(text)
    when = Time(spans=at("in May", text), text="in May", from_="2031-05-01", to="2031-05-31")
    outer = statement("A clerk who left in May said that the gate is shut", text=text, times=(when,))
    inner = statement("that the gate is shut", source="A clerk who left in May", anonymous=True, text=text)
    hidden = hidden_spans(text, (outer, inner), Coarse())
    left, _ = coarse_statements(home, (outer, inner), hidden)
    assert left.content.text == "said that the gate is shut"
    assert left.propositions[0].times == ()


def test_a_claim_tells_its_words_as_they_were_left_and_no_description() -> None:
    home, found = sample()
    coarse = Coarse()
    coarse.collect((*found, statement("x", text="x", source="", name="clerk of the port", anonymous=True)))
    coarse.learn(found, coarse_statements(home, found, hidden_spans(home.text, found, coarse)))
    first = claims()[0]
    nurse = first.statements[0]
    member = msgspec.structs.replace(
        nurse, proposition=found[1].propositions[0].id, why=("Both name a clerk of the port.",)
    )
    claim = msgspec.structs.replace(
        first,
        gist=found[1].propositions[0].text,
        statements=(member,),
        notices=("The clerk of the port moved.",),
    )
    told = coarse_claim(claim, coarse)
    assert "driver" not in told.gist
    assert told.statements[0].why == ()
    assert told.notices == (f"The {ANONYMOUS} moved.",)
    assert told.verdicts == claim.verdicts


def test_a_description_with_a_place_and_a_day_is_exposed_and_without_either_is_not() -> None:
    def exposed(text: str, source: str, name: str, published: str | None = "2031-05-01") -> bool:
        home = make_document(text, input="x", published=published)
        return is_exposed(home, statement("it broke", source=source, name=name, anonymous=True, text=text))

    placed = "A diver from the harbour of Hest said it broke."
    assert exposed(placed, "A diver from the harbour of Hest", "diver from the harbour of Hest")
    assert not exposed(placed, "A diver from the harbour of Hest", "diver from the harbour of Hest", None)
    assert exposed("In Hest an old diver said it broke.", "an old diver", "old diver")
    assert not exposed("Then an old diver said it broke.", "an old diver", "old diver")
    assert not exposed("In Hest he said it broke.", "he", "he")


def test_a_named_source_is_not_exposed() -> None:
    named = statement("The fever is over", source="the Harbour Office", name="Harbour Office", text=TEXT)
    assert not is_exposed(document(), named)
