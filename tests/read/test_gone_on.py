"""What goes on behind who says it without a subject of its own is said, too."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "who", "what"), load("en", "gone_on")["proofs"])
def test_what_goes_on_behind_the_speaker_is_said(text: str, who: str, what: str) -> None:
    found = [one for one in read(text, "weights") if one.source.name == who and one.act != "decline"]
    assert [one.content.text for one in found] == [what]
