"""Who is named in a cited headline, or in a paper that passes for his, says no more than that."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "wanted"), load("en", "titles")["proofs"])
def test_a_cited_headline_says_what_stands_in_it(text: str, wanted: list[list[str]]) -> None:
    found = [[one.source.name, one.content.text] for one in read(text, "weights") if one.cue]
    assert found == wanted


@needs_weights
@pytest.mark.parametrize(("text", "who", "what"), load("en", "purported")["proofs"])
def test_a_paper_that_only_passes_for_somebodys_speaks_for_itself(text: str, who: str, what: str) -> None:
    found = [one for one in read(text, "weights") if one.content.text == what]
    assert [one.source.name for one in found] == [who]
