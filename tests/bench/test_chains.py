"""Chains are scored level by level, with the author's own voice left out."""

from collections import Counter
from typing import Any

from bench.read.chains import add, levels
from sayso.model import Cue, Extent, Source, Span, Statement
from sayso.model.source import SourceKind

TEXT = "The radio reported that a minister said the port was shut."


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def statement(
    name: str, source: str, cue: str, within: str | None = None, kind: SourceKind = "media"
) -> Statement:
    return Statement(
        id=name, document="d:1", input="-", sentence=0, reading="en-1",
        source=Source(spans=at(source) if source else (), text=source, name=source, kind=kind), medium=None,
        cue=Cue(spans=at(cue), text=cue, lemma=cue), content=Extent(), quotation="indirect", within=within,
        chain=(), said=None, evidentiality="unstated", propositions=(), confidence=1.0,
    )  # fmt: skip


def event(cue: str, *chain: str) -> dict[str, Any]:
    span = at(cue)[0]
    return {"start": span.start, "end": span.end, "nested_source": list(chain), "implicit": False,
            "type": "objective-speech-event"}  # fmt: skip


def document() -> dict[str, Any]:
    agents = [
        {"start": span.start, "end": span.end, "id": name, "nested_source": ["w", name]}
        for name, words in (("radio", "The radio"), ("minister", "a minister"))
        for span in at(words)
    ]
    return {
        "text": TEXT,
        "agents": agents,
        "events": [event("reported", "w", "radio"), event("said", "w", "radio", "minister")],
    }


def scores(*statements: Statement) -> Counter[str]:
    counted: Counter[str] = Counter()
    add(counted, document(), statements)
    return counted


def test_a_chain_is_right_when_every_level_is() -> None:
    found = scores(statement("a", "The radio", "reported"), statement("b", "a minister", "said", "a"))
    assert (found["all"], found["all chain"], found["deep"], found["deep chain"]) == (2, 2, 1, 1)


def test_a_source_without_its_chain_is_half_of_it() -> None:
    found = scores(statement("a", "The radio", "reported"), statement("b", "a minister", "said"))
    assert (found["deep source"], found["deep chain"]) == (1, 0)


def test_a_wrong_source_is_found_but_not_right() -> None:
    found = scores(statement("b", "the port", "said"))
    assert (found["deep cue"], found["deep source"]) == (1, 0)


def test_a_cue_where_there_is_no_event_is_spurious() -> None:
    found = scores(statement("a", "The radio", "shut"))
    assert (found["cued"], found["spurious"]) == (1, 1)


def test_the_author_is_no_level_and_a_loop_ends() -> None:
    author = statement("a", "", "reported", kind="author")
    inner = statement("b", "a minister", "said", "a")
    assert levels(inner, {"a": author, "b": inner}) == [inner.source]
    loop = statement("c", "a minister", "said", "c")
    assert levels(loop, {"c": loop}) == [loop.source]
