"""A clause in front of its denial is denied by nobody in print; the words prove themselves."""

import pytest

from sayso.lang import load
from tests.read.readers import needs_weights, read


@needs_weights
@pytest.mark.parametrize(("text", "act", "content"), load("en", "that_denied")["proofs"])
def test_the_clause_before_its_denial_is_denied(text: str, act: str, content: str) -> None:
    found = [one for one in read(text, "weights") if one.source.kind == "unspecified"]
    assert [(one.act, one.content.text) for one in found] == ([(act, content)] if act else [])


@needs_weights
@pytest.mark.parametrize(("text", "content"), load("en", "that_denied")["open_proofs"])
def test_the_clause_before_its_doubt_is_left_open_and_nobody_says_it(text: str, content: str) -> None:
    [found] = read(text, "weights")
    assert (found.act, found.source.kind, found.content.text) == ("unconfirmed", "author", content)
    assert {one.factuality for one in found.propositions} == {"U"}


@needs_weights
def test_who_denies_it_is_named_where_he_is() -> None:
    [found] = read("That the war was over was denied by the ministry.", "weights")
    assert (found.source.name, found.act) == ("ministry", "deny")
