"""Subtitles become running text; what is no subtitle does not become a document."""

import pytest
from sayso.plugins.contract import check_format
from sayso_subtitles import make

BROADCAST = """1
00:00:01,000 --> 00:00:03,500
<i>The governor told River Radio</i>
on Tuesday

2
00:00:03,600 --> 00:00:06,000
that the ferry was full.

3
00:00:07,000 --> 00:00:09,000
Nobody else confirmed it.
"""


def test_captions_run_on_to_the_end_of_a_sentence() -> None:
    (found,) = make({}).extracts(BROADCAST.encode(), "a.srt")
    assert found.text == (
        "The governor told River Radio on Tuesday that the ferry was full.\nNobody else confirmed it."
    )


def test_a_file_without_captions_is_told() -> None:
    with pytest.raises(ValueError, match="no caption"):
        list(make({}).extracts(b"The ferry was full.", "a.srt"))


def test_the_contract_holds() -> None:
    assert check_format(make({}), [("a.srt", BROADCAST.encode())]) == []
