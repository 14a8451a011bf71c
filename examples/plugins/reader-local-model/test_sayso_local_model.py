"""What holds without any model: verbatim words only, and no address off this machine unasked."""

import pytest
from sayso.errors import UsageError
from sayso.model import Span, words_at
from sayso_local_model import make
from sayso_local_model.asking import objects
from sayso_local_model.verbatim import relation_of

TEXT = "The envoy said that rice was dear. Nobody said more."
WHOLE = [Span(0, len(TEXT))]


def test_an_address_off_this_machine_is_refused() -> None:
    with pytest.raises(UsageError, match="another machine"):
        make({"endpoint": "https://models.example/v1/chat/completions", "model": "m"})


def test_printed_words_have_their_places_and_others_have_none() -> None:
    answer = {"source": "The envoy", "cue": "said", "content": "that rice was dear"}
    found = relation_of(answer, TEXT, WHOLE, ())
    assert found is not None
    assert words_at(TEXT, found.content) == "that rice was dear"
    assert relation_of({**answer, "source": "The President"}, TEXT, WHOLE, ()) is None


def test_objects_are_taken_out_of_whatever_stands_around_them() -> None:
    answer = 'Sure!\n```json\n{"attributions": [{"cue": "said"}, {"cue": "to'
    assert list(objects(answer)) == [{"cue": "said"}]
