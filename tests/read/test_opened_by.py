"""Who speaks behind an opening phrase that names somebody; the words prove themselves."""

import pytest

from sayso.lang import abbreviations, load
from sayso.read.mending.completion import Attribution
from sayso.read.turns.opened_by import with_subject_behind
from sayso.text import sentences
from tests.read.readers import needs_weights, read
from tests.read.relations import relation
from tests.stopwatch import cpu_seconds, here, timed


@needs_weights
@pytest.mark.parametrize(("text", "cue", "name"), load("en", "opened_by")["proofs"])
def test_whoever_stands_behind_by_does_not_speak(text: str, cue: str, name: str) -> None:
    found = [one for one in read(text, "weights", publisher="Brisk Radio") if one.cue]
    (one,) = [one for one in found if one.cue and one.cue.text == cue]
    assert (one.source.name, one.chain) == (name, ("Brisk Radio", name))
    assert all(other.chain[1] == name for other in found)


@needs_weights
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Asked by the judge whether he knew, the witness said that he did.", "whether he knew"),
        ("Accused by the minister, Olaf Rein, of theft, the clerk said that he had lied.", "of theft"),
    ],
)
def test_what_is_asked_or_alleged_stays(text: str, said: str) -> None:
    assert any(said in one.content.text for one in read(text, "weights"))


@timed
def test_openings_are_found_in_time_that_grows_with_the_text() -> None:
    def seconds(text: str) -> float:
        spans = sentences(text, abbreviations("en"))
        found = [Attribution(relation=relation(text, "by", "Asked", "the"), cue=None)]
        return cpu_seconds(lambda: len(with_subject_behind(text, spans, found, "en")), times=1)

    assert seconds("Asked a a a a by " + "the a " * 20_000) < here(0.5)
    assert seconds("Asked by the a, " + "A a " * 20_000) < here(0.5)
