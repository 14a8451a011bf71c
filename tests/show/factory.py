"""Statements and documents for the tests of the views, built directly and told by their words."""

from typing import Any

from sayso.model import (
    Cue,
    Document,
    Extent,
    Factuality,
    Proposition,
    Source,
    Span,
    Spans,
    Statement,
    Time,
    make_document,
    proposition_id,
    statement_id,
    words_at,
)

TEXT = (
    "The fever is over, the Harbour Office said.\n\n"
    "A nurse said that a driver had told her “nothing was unloaded in May”. "
    "The ministry denied that anyone had died. The dam has reportedly cracked.\n\n"
    "Aid would arrive between June and July, Ilse Marn promised. That seems unlikely. "
    "The Harbour Office did not answer."
)


def document(text: str = TEXT, **changes: Any) -> Document:
    """A document of an invented paper."""
    known = {"input": "fever.md", "title": "The fever and the dam", "publisher": "The Lantern"}
    return make_document(text, **{**known, "published": "2031-05-17", "language": "en", **changes})


def at(words: str, text: str = TEXT) -> Spans:
    """The span of some words, () for ""; the words must be in the text."""
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def statement(
    content: str,
    *,
    source: str = "",
    cue: str = "",
    text: str = TEXT,
    factuality: Factuality = "CT+",
    times: tuple[Time, ...] = (),
    kind: Any = "organization",
    anonymous: bool = False,
    name: str | None = None,
    of: Document | None = None,
    **changes: Any,
) -> Statement:
    """A statement whose parts are found in the text by their words."""
    home = of or document(text)
    parts = [at(words, text) for words in (source, cue, content)]
    who = source if name is None else name
    made = statement_id(home.id, *parts)
    whole = Extent(spans=parts[2], text=words_at(text, parts[2]))
    held = Proposition(
        id=proposition_id(made, parts[2]), spans=parts[2], text=content, factuality=factuality, times=times
    )
    given: dict[str, Any] = {
        "id": made,
        "document": home.id,
        "input": home.input,
        "sentence": 0,
        "reading": "en-1",
        "source": Source(spans=parts[0], text=source, name=who, kind=kind, anonymous=anonymous),
        "medium": None,
        "cue": Cue(spans=parts[1], text=cue, lemma=cue, act=changes.get("act", "assert")) if cue else None,
        "content": whole,
        "quotation": "indirect",
        "within": None,
        "chain": tuple(name for name in (home.publisher, who) if name),
        "said": None,
        "evidentiality": "unstated",
        "propositions": (held,) if content else (),
        "confidence": 0.8,
    }
    return Statement(**{**given, **changes})


def due(words: str, first: str | None, last: str | None, text: str = TEXT) -> Time:
    """A due time."""
    return Time(spans=at(words, text), text=words, from_=first, to=last, role="due")


def sample() -> tuple[Document, tuple[Statement, ...]]:
    """One document with every kind of statement that a view treats in its own way."""
    home = document()
    nurse = statement(
        "that a driver had told her “nothing was unloaded in May”",
        source="A nurse", name="nurse", kind="expert", anonymous=True, cue="said",
        evidentiality="reportative", quotation="mixed",
    )  # fmt: skip
    window = due("between June and July", "2031-06-01", "2031-07-31")
    own: dict[str, Any] = {"name": "The Lantern", "kind": "author", "chain": ("The Lantern",)}
    return home, (
        statement("The fever is over", source="the Harbour Office", cue="said", name="Harbour Office"),
        nurse,
        statement(
            "“nothing was unloaded in May”", source="a driver", name="driver", anonymous=True, cue="had told",
            kind="person", within=nurse.id, chain=("The Lantern", "nurse", "driver"), factuality="CT-",
        ),
        statement("that anyone had died", source="The ministry", name="ministry", kind="government",
                  cue="denied", act="deny", factuality="CT-"),
        statement("The dam has", cue="reportedly", kind="unspecified", chain=("The Lantern",),
                  evidentiality="reportative"),
        statement("Aid would arrive between June and July", source="Ilse Marn", kind="person",
                  cue="promised", act="promise", times=(window,)),
        statement("That", cue="seems", act="infer", evidentiality="inferential", factuality="PR-", **own),
        statement("", source="The Harbour Office", cue="did not answer", name="Harbour Office",
                  act="decline"),
    )  # fmt: skip
