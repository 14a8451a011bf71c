"""The columns in which documents, sources, days, hits and changes are written as CSV."""

from collections.abc import Callable

from sayso.model import Change, DocumentRow, Hit, ReadingChange, SourceRow, Statement, TimelineRow

SEVERAL = "; "
CHAIN = " > "

DOCUMENTS: dict[str, Callable[[DocumentRow], str]] = {
    "id": lambda d: d.id,
    "input": lambda d: d.input,
    "title": lambda d: d.title or "",
    "publisher": lambda d: d.publisher or "",
    "published": lambda d: d.published or "",
    "language": lambda d: d.language or "",
    "status": lambda d: d.status,
    "problems": lambda d: SEVERAL.join(str(problem) for problem in d.problems),
    "words": lambda d: str(d.words),
    "text_sha256": lambda d: d.text_sha256,
}
SOURCES: dict[str, Callable[[SourceRow], str]] = {
    "id": lambda s: s.id,
    "name": lambda s: s.name,
    "kind": lambda s: s.kind,
    "names": lambda s: SEVERAL.join(s.names),
    "statements": lambda s: str(s.statements),
    "documents": lambda s: str(s.documents),
    "denials": lambda s: str(s.denials),
    "promises": lambda s: str(s.promises),
    "first": lambda s: s.first or "",
    "last": lambda s: s.last or "",
    "resolved": lambda s: str(s.record.right + s.record.wrong) if s.record else "",
    "right": lambda s: str(s.record.right) if s.record else "",
}
TIMELINE: dict[str, Callable[[TimelineRow], str]] = {
    "from": lambda t: t.first or "",
    "to": lambda t: t.last or "",
    "role": lambda t: t.role,
    "printed": lambda t: t.printed,
    "text": lambda t: t.text,
    "chain": lambda t: CHAIN.join(t.chain),
    "publisher": lambda t: t.publisher or "",
    "published": lambda t: t.published or "",
    "statement": lambda t: t.statement,
    "proposition": lambda t: t.proposition,
    "document": lambda t: t.document,
}
HITS: dict[str, Callable[[Hit], str]] = {
    "document": lambda h: h.document,
    "title": lambda h: h.title or "",
    "publisher": lambda h: h.publisher or "",
    "published": lambda h: h.published or "",
    "excerpt": lambda h: h.excerpt,
}
CHANGES: dict[str, Callable[[Change | ReadingChange], str]] = {
    "kind": lambda c: c.kind,
    "before": lambda c: _words(c.before),
    "after": lambda c: _words(c.after),
    "before_id": lambda c: c.before.id if c.before else "",
    "after_id": lambda c: c.after.id if c.after else "",
}


def _words(statement: Statement | None) -> str:
    return f"{CHAIN.join(statement.chain)}: {statement.content.text}" if statement else ""
