"""Which statement stands inside which after corrections, and the chains that follow from it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.model import Spans, Statement, covers, touches

MOSTLY = 0.8  # share of a content that lies inside the enclosing one


def nested(
    statements: Sequence[Statement],
    publisher: str | None,
    moved: Mapping[str, bool],
    parents: Mapping[str, str | None],
) -> tuple[Statement, ...]:
    """The statements with `within` and `chain` right again, in their order.

    `parents` says for each id what it stood inside before, by ids of these statements (None: at the top).
    `moved` are the statements whose places a person gave: they are placed anew (inside the smallest
    content that has their cue and source), and so is what stood inside or beside them; all others stay
    where the reader put them. True for one says that the reader put it where it was for a reason that
    places do not show ("according to", "citing"): it stays there. Nothing is inside itself by any detour.
    """
    tree = _Tree({s.id: s for s in statements}, dict(parents))
    for id in (s.id for s in statements if s.id in moved):
        tree.place(id, stays=moved[id])
    return tuple(
        msgspec.structs.replace(s, within=tree.parents[s.id], chain=tuple(tree.chain(s.id, publisher)))
        for s in statements
    )


class _Tree:
    """Statements by id and what each stands inside."""

    def __init__(self, statements: dict[str, Statement], parents: dict[str, str | None]) -> None:
        self.statements, self.parents = statements, parents

    def place(self, id: str, *, stays: bool) -> None:
        """Puts a moved statement where it stands now, and its neighbours around it."""
        old = self.parents[id]
        self._let_go(id, old)
        if not stays or old is None:
            self.parents[id] = None
            self.parents[id] = self._smallest_around(id)
        for other in self._beside(id):
            if encloses(self.statements[id], self.statements[other]):
                self.parents[other] = id

    def _let_go(self, id: str, old: str | None) -> None:
        """What stood inside and does so no more goes to what was around both."""
        for child, parent in self.parents.items():
            if parent == id and not _holds(self.statements[id], self.statements[child]):
                self.parents[child] = old

    def _smallest_around(self, id: str) -> str | None:
        inner = self.statements[id]
        fitting = [
            other
            for other, outer in self.statements.items()
            if other != id and encloses(outer, inner) and id not in self._line(other)
        ]
        return min(fitting, key=lambda other: (_length(self.statements[other]), other), default=None)

    def _beside(self, id: str) -> list[str]:
        """The statements with the same one around them that are not around it."""
        line = set(self._line(id))
        around = self.parents[id]
        return [o for o, parent in self.parents.items() if parent == around and o not in line]

    def _line(self, id: str) -> Iterator[str]:
        """A statement and all around it, from the inside."""
        at: str | None = id
        while at is not None:
            yield at
            at = self.parents[at]

    def chain(self, id: str, publisher: str | None) -> Iterator[str]:
        """The names from the publisher inwards; who is unknown adds nothing, and nobody follows himself."""
        names = [publisher or "", *reversed([self.statements[o].source.name for o in self._line(id)])]
        last = ""
        for name in names:
            if name and name != last:
                yield name
                last = name


def encloses(outer: Statement, inner: Statement) -> bool:
    """Whether a statement stands inside the content of another: its cue and source, and most it says.

    The author's own words enclose nothing: everybody stands inside them anyway.
    """
    if outer.source.kind == "author" or _length(outer) <= _length(inner):
        return False
    said = (*(inner.cue.spans if inner.cue else ()), *inner.source.spans) or inner.content.spans
    if not said or not covers(outer.content.spans, said):
        return False
    return _shared(outer.content.spans, inner.content.spans) >= MOSTLY * _length(inner)


def _holds(outer: Statement, inner: Statement) -> bool:
    """Whether what stood inside may stay: its cue, or what it says, is still in the content."""
    anchor = inner.cue.spans if inner.cue else inner.content.spans
    return touches(outer.content.spans, (*anchor, *inner.content.spans))


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans)


def _shared(left: Spans, right: Spans) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)
