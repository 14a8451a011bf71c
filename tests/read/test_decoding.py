"""From probabilities to relations: holes closed, edges clean, quotation marks taken in."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.read.relation import Relation
from sayso.read.tagging.decoding import candidate_cues, decode, trim, trim_content
from sayso.text import words

LETTERS = {"-": 0, "S": 1, "C": 2, "T": 3, "M": 4}
SOURCE, HEARSAY, AUTHOR = 1, 2, 3


def decoded(text: str, labels: str, voice: int = SOURCE) -> Relation | None:
    """The relation of a text whose words carry these labels: S ource, C ue, T (content), M edium, - none."""
    places = [Span(0, 0), *words(text), Span(0, 0)]
    rows = np.full((len(places), 5), 0.05, np.float32)
    for row, letter in enumerate("-" + labels + "-"):
        rows[row, LETTERS[letter]] = 0.8
    voices = np.full(4, 0.1, np.float32)
    voices[voice] = 0.7
    cue = [row + 1 for row, letter in enumerate(labels) if letter == "C"]
    assert len(labels) == len(places) - 2, [text[a:b] for a, b in places]
    return decode(text, places, cue, rows, voices)


def printed(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[a:b] for a, b in spans]


def test_a_plain_relation_has_its_three_parts() -> None:
    text = "The ministry said that it rained ."
    relation = decoded(text, "SSCTTT-")
    assert relation is not None
    assert printed(text, relation.source) == ["The ministry"]
    assert printed(text, relation.cue) == ["said"]
    assert printed(text, relation.content) == ["that it rained"]
    assert (relation.voice, relation.medium) == ("source", ())
    assert relation.p_relation == pytest.approx(0.9)


def test_a_hole_of_a_few_pieces_in_content_is_closed() -> None:
    text = "He said that the old bridge at Orlan was closed"
    relation = decoded(text, "SCTTT---TT")
    assert relation is not None
    assert printed(text, relation.content) == ["that the old bridge at Orlan was closed"]


def test_a_hole_with_the_source_in_it_stays() -> None:
    text = "Nothing , the ministry said , was delivered"
    relation = decoded(text, "T-SSC-TT")
    assert relation is not None
    assert printed(text, relation.content) == ["Nothing", "was delivered"]


def test_a_wide_hole_stays() -> None:
    text = "He said so and then a b c d e f left us"
    relation = decoded(text, "SCT-------TTT"[:13])
    assert relation is not None
    assert printed(text, relation.content)[0] == "so"
    assert len(relation.content) == 2


def test_a_weak_second_run_is_no_part_of_the_source() -> None:
    text = "The old ministry of grain told one that it rained"
    relation = decoded(text, "SSSSSCSTTT")
    assert relation is not None
    assert printed(text, relation.source) == ["The old ministry of grain"]


def test_a_cue_of_two_near_pieces_is_one() -> None:
    text = "He has never denied that it rained"
    relation = decoded(text, "SC-CTTT")
    assert relation is not None
    assert printed(text, relation.cue) == ["has never denied"]


def test_nothing_said_by_nobody_is_no_relation() -> None:
    assert decoded("It said so", "-C-") is None


def test_a_silence_has_a_source_and_no_content() -> None:
    relation = decoded("He kept silent", "SC-")
    assert relation is not None
    assert relation.content == ()


@pytest.mark.parametrize(("voice", "name"), [(SOURCE, "source"), (HEARSAY, "hearsay"), (AUTHOR, "author")])
def test_the_voice_is_the_likeliest(voice: int, name: str) -> None:
    relation = decoded("He said so", "SCT", voice)
    assert relation is not None
    assert relation.voice == name


def test_pieces_of_a_word_become_the_whole_word() -> None:
    text = "The spokeswoman said so"
    places = [Span(0, 0), Span(0, 3), Span(4, 9), Span(9, 15), Span(16, 20), Span(21, 23), Span(0, 0)]
    labels = np.full((7, 5), 0.01, np.float32)
    for row, role in ((2, 1), (4, 2), (5, 3)):
        labels[row, role] = 0.9
    relation = decode(text, places, [4], labels, np.array([0.1, 0.7, 0.1, 0.1], np.float32))
    assert relation is not None
    assert printed(text, relation.source) == ["spokeswoman"]


@given(st.text(alphabet="ab “”\"'.,;:—-\n(", min_size=1, max_size=24), st.data())
def test_decoded_spans_are_clean_whatever_the_labels(text: str, data: st.DataObject) -> None:
    size = len(words(text))
    labels = data.draw(st.text(alphabet="-SCTM", min_size=size, max_size=size))
    if "C" not in labels:
        return
    relation = decoded(text, labels)
    if relation is None:
        return
    for spans in (relation.source, relation.cue, relation.content, relation.medium):
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert all(not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    assert not any(c.overlaps(other) for c in relation.cue for other in (*relation.content, *relation.source))


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        ("“It rained,” he said", "It rained", "“It rained,”"),
        ("“Who knows?” he said", "Who knows", "“Who knows?”"),
        ("he said “it rained”", "“it rained", "“it rained”"),
        ('he said "it rained"', '"it rained', '"it rained"'),
        ("he said that it rained.", "that it rained.", "that it rained"),
        ("he said it was in the U.S.", "it was in the U.S.", "it was in the U.S."),
        ("he called it “a lie” twice", "a lie", "“a lie”"),
        ("so, he said", "so,", "so"),
        ("it is over”, he said", "it is over", "it is over"),
    ],
)
def test_content_takes_its_marks_in_and_leaves_the_full_stop_out(text: str, inner: str, outer: str) -> None:
    start = text.index(inner)
    a, b = trim_content(text, Span(start, start + len(inner)))
    assert text[a:b] == outer


@given(st.text(max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_trimming_stays_inside_and_is_done_once(text: str, a: int, b: int) -> None:
    span = Span(min(a, b, len(text)), min(max(a, b), len(text)))
    kept = trim(text, span)
    assert span.contains(kept)
    assert trim(text, kept) == kept


def bio(*rows: tuple[float, float]) -> "np.ndarray[tuple[int, int], np.dtype[np.float32]]":
    """Probabilities of seven tags, of which the fourth begins a cue and the fifth goes on with it."""
    found = np.zeros((len(rows), 7), np.float32)
    found[:, 3:5] = rows
    return found


def test_neighbouring_pieces_are_one_candidate_and_a_sure_beginning_is_a_new_one() -> None:
    assert candidate_cues(bio((0, 0), (0.6, 0), (0, 0.4), (0, 0.1), (0.3, 0))) == [[1, 2], [4]]
    assert candidate_cues(bio((0.6, 0), (0.9, 0))) == [[0], [1]]
    assert candidate_cues(bio((0.1, 0.05))) == []


def test_a_faint_piece_is_a_candidate_alone_but_does_not_lengthen_a_clear_one() -> None:
    assert candidate_cues(bio((0, 0.3), (0.25, 0))) == [[0, 1]]
    assert candidate_cues(bio((0.9, 0), (0, 0.3), (0, 0), (0.3, 0))) == [[0], [3]]
