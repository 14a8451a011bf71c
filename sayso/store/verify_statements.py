"""Whether statements still are what their document prints: spans, words, ids."""

from collections.abc import Iterator, Sequence

import msgspec

from sayso.model import Spans, Statement, covers, proposition_id, statement_id, words_at
from sayso.store.rows import Fault

_STATEMENT = msgspec.json.Decoder(Statement)


def statement_faults(document: str, text: str, lines: Sequence[str]) -> Iterator[Fault]:
    """A fault for each of a document's statements (as JSON) that is broken, or prints other words."""
    for line in lines:
        try:
            statement = _STATEMENT.decode(line)
        except msgspec.MsgspecError as error:
            yield Fault(where=document, what=f"one of its statements cannot be read: {error}")
            continue
        for what in _wrong(statement, document, text):
            yield Fault(where=statement.id, what=what)


def _wrong(statement: Statement, document: str, text: str) -> Iterator[str]:
    if statement.document != document:
        yield "it is of another document"
    cue = statement.cue.spans if statement.cue else ()
    if statement_id(document, statement.source.spans, cue, statement.content.spans) != statement.id:
        yield "its id is not that of its places"
    for name, spans, words in _quoted(statement):
        if words_at(text, spans) != words:
            yield f'its {name} "{words[:60]}" does not stand there in the text'
    for proposition in statement.propositions:
        if proposition_id(statement.id, proposition.spans) != proposition.id:
            yield "the id of a proposition is not that of its places"
        if not covers(statement.content.spans, proposition.spans):
            yield "a proposition lies outside of its content"


def _quoted(statement: Statement) -> Iterator[tuple[str, Spans, str]]:
    """Everything in a statement that quotes: its name, places and words."""
    yield "source", statement.source.spans, statement.source.text
    yield "content", statement.content.spans, statement.content.text
    for name, part in (("cue", statement.cue), ("medium", statement.medium), ("day", statement.said)):
        if part is not None:
            yield name, part.spans, part.text
    for proposition in statement.propositions:
        yield "proposition", proposition.spans, proposition.text
        for time in proposition.times:
            yield "time", time.spans, time.text
