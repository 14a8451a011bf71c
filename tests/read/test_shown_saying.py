"""Who is shown saying something says it; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read

WORDS = load("en", "shown_saying")


@needs_weights
@pytest.mark.parametrize(("text", "who"), [*WORDS["proofs"], *WORDS["silent"]])
def test_who_is_shown_saying_something_says_it(text: str, who: str) -> None:
    told = text[text.rindex("that ") : -1]
    found = [one.source.name for one in read(text, "weights") if one.content.text == told]
    assert found == [who]
