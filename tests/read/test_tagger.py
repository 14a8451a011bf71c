"""The learnt finder: what of the network's relations is believed, and that a window is read alone."""

import numpy as np

from sayso.model import Span
from sayso.read.relation import Relation
from sayso.read.tagging.network import Network
from sayso.read.tagging.tagger import believed, candidates
from sayso.read.tagging.windows import CLS, SEP, Window
from tests.read.readers import needs_weights, reader

TEXT = "Odmar said that Lanz promised rain."


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


SAID = Relation(source=at("Odmar"), cue=at("said"), content=at("that Lanz promised rain"), p_relation=0.98)
PROMISED = Relation(cue=at("promised"), content=at("rain"), p_relation=0.95)


def told(by: str, p_relation: float = 0.95) -> Relation:
    """`PROMISED`, by somebody printed."""
    return Relation(source=at(by), cue=PROMISED.cue, content=PROMISED.content, p_relation=p_relation)


def test_a_cue_inside_what_another_says_is_not_given_to_that_other_again() -> None:
    assert believed([SAID, told("Odmar")]) == [SAID]


def test_a_cue_inside_what_another_says_with_a_source_there_is_kept() -> None:
    assert believed([SAID, told("Lanz")]) == [SAID, told("Lanz")]


def test_a_crossing_cue_of_which_the_network_is_certain_is_kept() -> None:
    assert believed([SAID, told("Odmar", 0.995)]) == [SAID, told("Odmar", 0.995)]


def test_less_is_asked_of_what_stands_inside_another_relation() -> None:
    assert believed([SAID, told("Lanz", 0.6)]) == [SAID, told("Lanz", 0.6)]
    assert believed([told("Lanz", 0.6)]) == []


def test_a_relation_without_a_source_must_be_surer() -> None:
    assert believed([PROMISED]) == [PROMISED]
    unsure = Relation(cue=PROMISED.cue, content=PROMISED.content, p_relation=0.85)
    assert believed([unsure]) == []


def test_a_lexicon_cue_that_the_encoder_breaks_in_two_is_judged_whole_too() -> None:
    words = ("They", "categorically", "deny", "it", "flatly")
    text = " ".join(words)
    starts = [text.index(word) for word in words]
    places = tuple(Span(start, start + len(word)) for start, word in zip(starts, words, strict=True))
    window = Window(ids=(CLS, 1, 2, 3, 4, 5, SEP), places=(Span(0, 0), *places, Span(0, 0)))
    bio = np.zeros((7, 7), np.float32)
    bio[2, 3] = bio[3, 3] = 0.6

    def lexicon(_: str, __: Span) -> list[Span]:
        return [Span(places[1].start, places[2].end), places[2], places[4]]

    assert candidates(text, window, bio, None) == [[2], [3]]
    assert sorted(candidates(text, window, bio, lexicon)) == [[2], [2, 3], [3]]
    bio[5, 4] = 0.3
    assert [5] in candidates(text, window, bio, lexicon)


def network() -> Network:
    found = reader("weights").network
    assert found is not None
    return found


def window_of(text: str) -> Window:
    encoding = network().tokenizer.encode(text, add_special_tokens=False)
    places = [Span(a, b) for a, b in encoding.offsets]
    return Window(ids=(CLS, *encoding.ids, SEP), places=(Span(0, 0), *places, Span(0, 0)))


@needs_weights
def test_what_is_found_in_a_window_does_not_hang_on_the_windows_beside_it() -> None:
    one, other = window_of(TEXT), window_of("The harbour is closed, the ministry told reporters on Monday.")
    alone = network().encode([one])[0]
    beside = network().encode([other, one])[1]
    assert all(np.array_equal(a, b) for a, b in zip(alone, beside, strict=True))


@needs_weights
def test_each_candidate_gets_labels_for_every_piece_and_a_voice() -> None:
    window = window_of(TEXT)
    states, bio = network().encode([window])[0]
    judged = network().relate([states], [(0, [2]), (0, [5, 6])] * 20)
    assert bio.shape == (len(window.ids), 7)
    assert len(judged) == 40
    for labels, voices in judged:
        assert labels.shape == (len(window.ids), 5)
        assert np.allclose(labels.sum(-1), 1, atol=1e-5)
        assert np.isclose(voices.sum(), 1, atol=1e-5)
    assert network().relate([states], []) == []
