"""Behind a footnote another statement begins, of its own."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize("note", [".[31]", ".31", ".¹", ". [31]"])
def test_whoever_speaks_behind_a_note_stands_in_nobodys_words(note: str) -> None:
    text = (
        f"According to a Member State, the tanker delivered fuel to Olm in 2024{note} Another Member State "
        f"assessed that the number was closer to eleven{note} The Panel said it had seen imagery."
    )
    found = read(text, "weights")
    assert [(one.source.name, one.content.text, one.within) for one in found] == [
        ("Member State", "the tanker delivered fuel to Olm in 2024", None),
        ("Another Member State", "that the number was closer to eleven", None),
        ("Panel", "it had seen imagery", None),
    ]
