"""What opens a sentence and what closes it: joints, hedges before their speaker, ", a nurse told us."."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize("opening", ["What is more", "Moreover", "In addition", "At the same time"])
def test_what_only_joins_is_no_content(opening: str) -> None:
    found = read(f"{opening}, the sailor said, nobody had repaired the lamp for five nights.", "weights")
    (one,) = [one for one in found if one.cue and "said" in one.cue.text]
    assert one.content.text == "nobody had repaired the lamp for five nights"
    assert [p.factuality for p in one.propositions] == ["CT-"]


@needs_weights
@pytest.mark.parametrize(
    ("hedge", "factuality"),
    [("In all likelihood", "PR+"), ("Apparently", "PR+"), ("Perhaps", "PS+")],
)
def test_a_hedge_before_its_speaker_is_the_speakers(hedge: str, factuality: str) -> None:
    found = read(f"{hedge}, the sailor said, the ferry will leave the harbour.", "weights")
    assert [one.source.name for one in found] == ["sailor"]
    assert found[0].content.text.startswith(hedge)
    assert [p.factuality for p in found[0].propositions] == [factuality]


@needs_weights
def test_what_an_author_concludes_from_somebodys_words_stays_the_authors() -> None:
    found = read("Apparently the sailor said that the ferry had left the harbour.", "weights")
    assert any(one.source.kind != "person" for one in found)


@needs_weights
@pytest.mark.parametrize("hearer", ["us", "this paper", "the news agency", "Radio Tessel"])
def test_whoever_tells_at_the_end_of_a_sentence_says_it(hearer: str) -> None:
    (one,) = read(f"The families have received nothing, a relative told {hearer}.", "weights")
    assert (one.source.name, one.content.text) == ("relative", "The families have received nothing")
