"""Denials at hand: what in the documents beside a draft denies something, laid beside each thing it says.

A denial is often a claim of its own in the ledger and shares no word with what it denies, so that the
buckets of linking do not bring it up. Here every denial of the documents that a draft touches is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.check.matter import Denial, Figure, Printed, Said
from sayso.check.measures import as_meant
from sayso.check.words import has
from sayso.lang.loading import abbreviations
from sayso.link.compare import compare_views
from sayso.link.mark import Mark
from sayso.link.view import View, view_of
from sayso.link.words import stems_of
from sayso.model import Document, Proposition, Statement
from sayso.model.statement import proposition_id
from sayso.store.store import Store
from sayso.text.sentences import sentence_of, sentences

MOST = 8  # of one proposition, the nearest first
LEAST = 0.3  # likeness or shared words under which two are of different matters


def denials_at_hand(
    store: Store,
    said: Iterable[Said],
    printed: Mapping[str, tuple[Statement, ...]],
    texts: Iterable[Document],
    draft: Document,
    marks: Mapping[str, Mark],
) -> dict[str, tuple[Denial, ...]]:
    """By proposition of the draft, the denials of these documents that may be of it, the nearest first."""
    documents = {document.id: document for document in texts}
    held = {p: blob for blobs in store.marks_in(documents).values() for p, blob in blobs.items()}
    found: dict[str, Printed] = {}
    views = []
    for id, denial in _denying(documents, printed).items():
        if id in held:
            mark = msgspec.msgpack.decode(held[id], type=Mark)
            found[id] = msgspec.structs.replace(denial, figures=figures(mark))
            views.append(view_of(mark))
    near = {}
    for one in said:
        own = marks.get(one.proposition.id)
        if own is not None and not own.question:
            words = frozenset(stems_of(draft.text[one.sentence.start : one.sentence.end]))
            near[own.proposition] = _nearest(view_of(own), words, views, found)
    return near


def _denying(
    documents: Mapping[str, Document], statements: Mapping[str, tuple[Statement, ...]]
) -> dict[str, Printed]:
    """The propositions that deny: by their act, by a negation, or because they call reports untrue."""
    return {
        one.id: Printed(
            statement=statement, proposition=one, publisher=documents[id].publisher,
            published=documents[id].published, stance="denies",
            words="" if one.text else sentence_around(documents[id], statement),
        )
        for id, held in statements.items() if id in documents
        for statement in held
        for one in (*statement.propositions, *unworded(statement))
        if statement.act == "deny" or one.factuality in {"CT-", "PR-"} or has(one.text, "untrue")
    }  # fmt: skip


def unworded(statement: Statement) -> tuple[Proposition, ...]:
    """What stands for the matter of a denial that has no words of its own ("carried a denial")."""
    if statement.act != "deny" or statement.propositions:
        return ()
    return (Proposition(id=proposition_id(statement.id, ()), spans=(), text="", factuality="CT-"),)


def sentence_around(document: Document, statement: Statement) -> str:
    """The sentence of a document in which a statement's cue stands; "" without a cue."""
    if statement.cue is None or not statement.cue.spans:
        return ""
    parts = sentences(document.text, abbreviations("en"))
    part = parts[sentence_of(parts, statement.cue.spans[0].start)]
    return document.text[part.start : part.end]


def figures(mark: Mark | None) -> tuple[Figure, ...]:
    """The amounts of a mark as they are meant; () without one."""
    if mark is None:
        return ()
    read = (Figure(low=a.low, high=a.high, slot=a.slot, text=a.text) for a in mark.amounts)
    return as_meant(tuple(read), mark.text)


def _nearest(
    mine: View, words: frozenset[str], views: Sequence[View], printed: Mapping[str, Printed]
) -> tuple[Denial, ...]:
    found = []
    for view in views:
        likeness, shared = _likeness(mine, view), _shared(words, view)
        if max(likeness, shared) < LEAST and not _one_amount(mine, view) and view.mark.text:
            continue
        link = compare_views(mine, view)
        opposite = link is not None and link.relation in {"opposite", "update"}
        if not opposite and mine.mark.negated and view.mark.negated:
            continue
        one = Denial(
            printed=printed[view.mark.proposition], p=link.p if link and opposite else 0.0,
            likeness=likeness, shared=shared,
        )  # fmt: skip
        found.append(one)
    return tuple(
        sorted(found, key=lambda d: (-(d.p + d.likeness + d.shared), d.printed.proposition.id))[:MOST]
    )


def _one_amount(a: View, b: View) -> bool:
    mine = {(one.low, one.high) for one in a.mark.amounts}
    return any((one.low, one.high) in mine for one in b.mark.amounts)


def _likeness(a: View, b: View) -> float:
    """The cosine of two texts without their names, 0 without an encoder."""
    return float(a.bare @ b.bare) if a.bare is not None and b.bare is not None else 0.0


def _shared(words: frozenset[str], theirs: View) -> float:
    """Which part of the content words of a denial, by their rarity, stand in a sentence, in [0, 1]."""
    return sum(w for stem, w in theirs.stems.items() if stem in words) / (sum(theirs.stems.values()) or 1.0)
