"""An aside is somebody's, and the clause around it the author's."""

import pytest

from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(
    ("sentence", "own", "theirs"),
    [
        (
            "The convoy, which officials had said would arrive in March, never came.",
            "The convoy … never came",
            "which … would arrive in March",
        ),
        (
            "The mine, which the ministry says is safe, was closed on Friday.",
            "The mine … was closed on Friday",
            "which … is safe",
        ),
        (
            "The envoy, who told the Courier that he was ill, left on Monday.",
            "The envoy … left on Monday",
            "that he was ill",
        ),
        (
            "One of the men, who said he was a teacher, had been shot in the leg.",
            "One of the men … had been shot in the leg",
            "he was a teacher",
        ),
    ],
)
def test_the_clause_around_an_aside_is_the_author_s(sentence: str, own: str, theirs: str) -> None:
    found = {one.source.kind == "author": one.content.text for one in read(sentence, "weights")}
    assert found == {True: own, False: theirs}


@needs_weights
@pytest.mark.parametrize(
    "sentence",
    [
        "The men, who were held for a month, said they had been beaten.",
        "On Friday, the ministry said the mine, which is old, was closed.",
        "The governor, who denied the charge, said he was ill.",
    ],
)
def test_what_somebody_says_around_an_aside_is_his(sentence: str) -> None:
    assert all(one.source.kind != "author" for one in read(sentence, "weights"))
