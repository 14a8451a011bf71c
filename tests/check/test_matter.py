"""Who said it is told so that a reader knows who that is."""

import pytest

from sayso.check.matter import called
from tests.link.made_statements import said, text_of


@pytest.mark.parametrize(
    ("printed", "name", "told"),
    [
        ("I", "Ilse Maart", "Ilse Maart"),
        ("Rehm", "Oskar Rehm", "Oskar Rehm"),
        ("two people at the quay", "people at the quay", "two people at the quay"),
        ("Officials", "", "Officials"),
    ],
)
def test_one_word_gives_way_to_the_name(printed: str, name: str, told: str) -> None:
    text = text_of(f"{printed} said that the plant leaked.")
    assert called(said(text, printed, "said", "that the plant leaked", name=name)) == told
