"""No source and no content begins or ends inside a number."""

import pytest

from sayso.model import Span
from sayso.read.mending.numbers import with_whole_numbers
from sayso.read.relation import Relation
from tests.read.readers import needs_weights, read


def spans(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


@pytest.mark.parametrize(
    ("text", "source", "content", "whole"),
    [
        ("At 18:50 state radio said it rained.", "50 state radio", "it rained", "state radio"),
        ("Some 2,000 miners said it rained.", "000 miners", "it rained", "2,000 miners"),
        ("Some 2,000 miners said it rained.", "Some 2,000 miners", "it rained", "Some 2,000 miners"),
        ("In 2024.31 Tarn said it rained.", "31 Tarn", "it rained", "31 Tarn"),
    ],
)
def test_a_source_begins_with_a_number_or_behind_a_time(
    text: str, source: str, content: str, whole: str
) -> None:
    relation = Relation(source=spans(text, source), cue=spans(text, "said"), content=spans(text, content))
    first = with_whole_numbers(text, relation, "en").source[0]
    assert text[slice(*first)] == whole


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        (
            "Miners said the price was 10,000 notes, and rose.",
            "the price was 10",
            "the price was 10,000 notes",
        ),
        ("The price was 10,000, miners said.", "The price was 10", "The price was 10,000"),
        ("Of 6,000 miners said nine died.", "nine died", "nine died"),
        ("Miners said nine, 10 or 11 died.", "nine, 10", "nine, 10"),
    ],
)
def test_a_content_goes_on_to_what_is_counted(text: str, content: str, whole: str) -> None:
    source = spans(text, "iners")
    relation = Relation(source=source, cue=spans(text, "said"), content=spans(text, content))
    assert [text[slice(*span)] for span in with_whole_numbers(text, relation, "en").content] == [whole]


@needs_weights
@pytest.mark.parametrize(
    ("text", "name", "what"),
    [
        ("About 9,000 workers said that the mill was shut.", "About 9,000 workers", "that the mill was shut"),
        (
            "Some 2,000 residents told Radio Tarn that it was shut.",
            "Some 2,000 residents",
            "that it was shut",
        ),
        ("300,000 people sleep in tents. The people know that nobody comes.", "people", "that nobody comes"),
        ("“They say that it cost 10,000 notes,” the source said.", "They", "that it cost 10,000 notes"),
        ("18:50 State television says that it burns.", "State television", "that it burns"),
        ("At 18:50 state television said that it burned.", "state television", "that it burned"),
        ("Around 300 residents said that it was shut.", "Around 300 residents", "that it was shut"),
        ("[18:50] State television says that it burns.", "State television", "that it burns"),
        ("9.10am The ministry said that it burned.", "ministry", "that it burned"),
    ],
)
def test_numbers_stay_whole_in_names_and_contents(text: str, name: str, what: str) -> None:
    assert (name, what) in [(one.source.name, one.content.text) for one in read(text, "weights")]
