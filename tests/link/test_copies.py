"""Whether one text prints the words of another."""

import subprocess
import sys

import pytest

from sayso.link.copies import copied, in_order, lies_in, shared_places, without_detours
from sayso.link.lineage import encode
from sayso.link.sketches import Sketch, bands_of, decode_sketch, sketch_of
from sayso.model import Derivation, Span
from tests.link.made_statements import text_of

LEAD = (
    "The bridge over the Sorve was shut on Monday after two lorries broke through the railing near "
    "the northern pier, "
    "the roads office in Lorn said. Nobody was hurt, but the road to the salt works will stay "
    "closed until the middle of April."
)
SECOND = (
    "Traders on both banks have moved their stalls to the ferry landing, where a queue of forty "
    "carts stood in the rain. "
    "The ferry takes six carts at a time and does not run after dark, so that most of the fish "
    "never reached the market."
)
THIRD = (
    "The railing was last painted nine years ago, and an inspector had asked for new bolts in every "
    "spring since then. "
    "His letters were filed under weather, a clerk recalled, because the folder for bridges had been full."
)
OTHER = (
    "Teachers in the southern valleys want shorter summers and longer winters, their union wrote in "
    "a letter to the council. "
    "It did not say how the seasons might be persuaded, though it enclosed a calendar with several "
    "weeks struck out."
)


def sketch(
    text: str, publisher: str = "Norrin Wire", published: str | None = "2031-03-04", **more: str
) -> Sketch:
    return sketch_of(text_of(text, publisher, published, **more), ())


def both_ways(a: Sketch, b: Sketch) -> Derivation | None:
    found = copied(a, b)
    assert found == copied(b, a)
    return found


def test_a_text_that_is_printed_again_is_a_copy_of_the_earlier() -> None:
    wire, post = sketch(f"{LEAD}\n\n{SECOND}"), sketch(f"{LEAD}\n\n{SECOND}", "Harrow Post", "2031-03-05")
    found = both_ways(wire, post)
    assert found is not None
    assert (found.kind, found.document, found.of, found.outlet, found.share) == (
        "copies",
        post.document,
        wire.document,
        "Norrin Wire",
        1.0,
    )
    assert found.p > 0.9
    assert set(bands_of(wire)) & set(bands_of(post))


def test_one_long_paragraph_is_enough_and_its_share_is_told() -> None:
    wire, post = (
        sketch(f"{LEAD}\n\n{SECOND}"),
        sketch(f"{OTHER}\n\n{LEAD}\n\n{THIRD}", "Harrow Post", "2031-03-06"),
    )
    found = both_ways(wire, post)
    assert found is not None
    assert found.share is not None
    assert 0.2 < found.share < 0.5
    assert set(bands_of(wire)) & set(bands_of(post))


def test_texts_on_one_matter_in_other_words_are_no_copies() -> None:
    own = (
        "Lorn’s roads office has closed the Sorve bridge. Two lorries went through its railing on "
        "Monday; no one was hurt."
    )
    assert both_ways(sketch(LEAD), sketch(own, "Harrow Post", "2031-03-05")) is None


def test_what_both_quote_from_a_third_is_no_sign_of_copying() -> None:
    quote = (
        "“We shall not open the bridge before the bolts have been replaced, every one of them, "
        "and tested by a stranger,”"
    )
    one = sketch(f"{THIRD} {quote} the inspector said.")
    other = sketch(f"{SECOND} {quote} the inspector said.", "Harrow Post", "2031-03-05")
    assert both_ways(one, other) is None
    assert set(one.quotes) & set(other.quotes)
    assert set(bands_of(one)) & set(bands_of(other))


def test_of_one_day_the_one_that_credits_the_other_is_derived() -> None:
    wire = sketch(f"{LEAD}\n\n{SECOND}")
    post = sketch(f"LORN (Norrin Wire) - {LEAD}\n\n{SECOND}", "Harrow Post")
    found = both_ways(wire, post)
    assert found is not None
    assert (found.document, found.evidence[0]) == (post.document, "It credits Norrin Wire.")


def test_of_one_day_and_without_credit_the_cut_text_is_derived() -> None:
    whole, cut = sketch(f"{LEAD}\n\n{SECOND}\n\n{THIRD}"), sketch(f"{LEAD}\n\n{SECOND}", "Harrow Post")
    assert in_order(whole, cut) == in_order(cut, whole) == (whole, cut)


def test_a_text_without_a_day_is_the_later() -> None:
    dated, undated = sketch(LEAD, published="2031-03-09"), sketch(LEAD, "Harrow Post", None)
    found = both_ways(dated, undated)
    assert found is not None
    assert found.document == undated.document


def test_a_marked_translation_is_one_without_a_word_in_common() -> None:
    original = sketch(LEAD, url="https://example.org/bridge")
    later = sketch(OTHER, "Harrow Reader", "2031-03-08", translation_of="https://example.org/bridge")
    found = both_ways(original, later)
    assert found is not None
    assert (found.kind, found.of) == ("translates", original.document)


def test_an_outlets_own_phrases_do_not_make_its_texts_copies() -> None:
    frame = (
        "You are listening to Radio Vell with the news of the day from both banks of the river "
        "and from the hills beyond them."
    )
    one, other = (
        sketch(f"{frame}\n\n{LEAD}\n\n{SECOND}", "Radio Vell"),
        sketch(f"{frame}\n\n{OTHER}\n\n{THIRD}", "Radio Vell", "2031-03-05"),
    )
    assert both_ways(one, other) is None


@pytest.mark.parametrize("text", ["", "Rain.", "One two three four", "é" * 10, "비가 왔다"])
def test_a_text_of_a_few_words_has_no_bands_and_no_copies(text: str) -> None:
    assert bands_of(sketch(text)) == ()
    assert copied(sketch(text), sketch(text, "Harrow Post")) is None


def test_a_document_is_no_copy_of_itself() -> None:
    assert copied(sketch(LEAD), sketch(LEAD)) is None


def test_shared_places_are_the_words_that_stand_in_both() -> None:
    mine = f"{OTHER}\n\n{LEAD}"
    places = shared_places(mine, f"{LEAD}\n\n{SECOND}")
    assert [mine[start:end] for start, end in places] == [LEAD.rstrip(".")]
    assert lies_in((Span(len(OTHER) + 2, len(OTHER) + 60),), places)
    assert not lies_in((Span(0, 40),), places)
    assert shared_places("", LEAD) == ()
    assert not lies_in((), places)


def test_a_copy_of_a_copy_is_led_back_to_the_original() -> None:
    texts = [
        sketch(f"{LEAD}\n\n{SECOND}", name, day)
        for name, day in (
            ("Norrin Wire", "2031-03-04"),
            ("Harrow Post", "2031-03-05"),
            ("Lorn Gazette", "2031-03-06"),
        )
    ]
    edges = [found for i, a in enumerate(texts) for b in texts[:i] if (found := copied(a, b))]
    assert len(edges) == 3
    assert {edge.of for edge in without_detours(edges)} == {texts[0].document}


def test_a_sketch_is_the_same_in_another_process_and_survives_its_packing() -> None:
    made = sketch(f"{LEAD}\n\n{SECOND}")
    program = (
        "import sys\nfrom sayso.link.sketches import sketch_of, bands_of\nfrom sayso.model import "
        "make_document\n"
        "d = make_document(sys.argv[1], input='made.txt', publisher='Norrin Wire', "
        "published='2031-03-04', language='en')\n"
        "s = sketch_of(d, ())\nprint(s.minhash.hex(), bands_of(s))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, f"{LEAD}\n\n{SECOND}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"{made.minhash.hex()} {bands_of(made)}"
    assert decode_sketch(encode(made)) == made
    assert all(-(1 << 63) <= band < 1 << 63 for band in bands_of(made))
