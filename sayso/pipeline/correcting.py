"""Puts people's standing corrections into the reading that is shown, and takes them out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sayso.errors import UsageError
from sayso.model import Judgement, ReadingMatter, Repair, Statement, digest
from sayso.pipeline.giving import Scene, given_of
from sayso.pipeline.linking import link_pending
from sayso.pipeline.settling import put_in_place
from sayso.pipeline.viewing import viewer
from sayso.repair.applying import Page
from sayso.repair.corrections import MATTERS, Correction, correction_of, value_of
from sayso.repair.repaired import Repaired, repaired
from sayso.repair.training import TrainingDocument, all_stand, training_document
from sayso.store.store import Store

DIGITS = 10  # of the name of a corrected reading: each set of corrections has its own


def correct(store: Store, what: ReadingMatter, target: str, asked: Repair, *, by: str, why: str) -> Judgement:
    """Decides one thing about the reading of a statement (or, for "statement", of a document).

    `target` is the id of a statement that is shown, or its beginning; a corrected one is meant by either
    of its ids. The judgement names the statement as a reader made it, and the document; everything
    downstream follows. Raises UsageError for what does not fit, and then nothing is done.
    """
    document, statement = _target(store, what, target)
    scene, root = _scene(store, document, statement)
    given = given_of(scene, what, asked)
    targets = (root, document) if root else (document,)
    standing = standing_corrections(store, document)
    tried = Correction(judgement="j:", what=what, root=root, given=given)
    _refuse_what_does_not_fit(store, document, standing, tried)
    with store.together():
        made = store.judge(what, targets, value_of(given), by=by, why=why)
        if made.revoked is not None:
            raise UsageError(f"{made.id} says just this and was revoked in this very second; try again")
        settle(store, document)
    link_pending(store)
    return made


def follow(store: Store, judgements: Iterable[Judgement]) -> None:
    """Lets the ledger follow judgements that were made, replayed or revoked: those on a reading, at once.

    To be called after each; nothing happens for other matters.
    """
    documents = {t for one in judgements if one.what in MATTERS for t in one.targets if t.startswith("d:")}
    with store.together():
        for document in sorted(documents):
            settle(store, document)
    link_pending(store)


def settle(store: Store, document: str) -> bool:
    """Shows the newest reading with the standing corrections put in; whether anything changed.

    Without any the reader's own reading is shown again, as it was. Nothing for a document that is not
    there, or was never read.
    """
    shown = store.shown(document)
    corrections = standing_corrections(store, document)
    if shown is None or (not corrections and shown.reading == shown.base):
        return False
    found = repair(store, document, corrections)
    wanted = reading_name(shown.base, found)
    if wanted == shown.reading:
        return False
    statements = found.statements if wanted != shown.base else store.statements(document, shown.base)
    held = store.document(document)
    assert held is not None
    base = None if wanted == shown.base else shown.base
    with store.together():
        put_in_place(store, document, wanted, statements, viewer().views(held, statements), base=base)
        if base is not None:
            store.put_reading_map(document, base, wanted, found.lines)
    return True


def reading_name(base: str, found: Repaired) -> str:
    """The name of the reading that is shown: that of the reader, and digits for what was corrected in it.

    The digits stand for the judgements that had an effect: the same ones make the same reading.
    """
    if not found.lines:
        return base
    return f"{base}~{digest('n', found.applied).removeprefix('n:')[:DIGITS]}"


def standing_corrections(store: Store, document: str) -> tuple[Correction, ...]:
    """The corrections of a document's reading that nobody revoked, in the order in which they were made."""
    found = (correction_of(one) for one in store.judgements_on([document]))
    return tuple(one for one in found if one is not None)


def repair(store: Store, document: str, corrections: Iterable[Correction]) -> Repaired:
    """The document's newest reading by a reader with these corrections put in. It must have been read."""
    every = tuple(corrections)
    shown, held = store.shown(document), store.document(document)
    assert shown is not None
    assert held is not None
    names = {shown.base, *(one.given.reading for one in every)}
    readings = {name: store.statements(document, name) for name in sorted(names)}
    page = Page(document=held.id, input=held.input, text=held.text, publisher=held.publisher)
    return repaired(page, shown.base, readings, every)


def _target(store: Store, what: ReadingMatter, target: str) -> tuple[str, str | None]:
    """The document and the statement that are meant."""
    if what == "statement":
        if store.document(target) is None:
            raise UsageError(f"no document {target!r} in {store.path}; see `sayso documents`")
        return target, None
    found = store.statements_beginning(target if target.startswith("s:") else f"s:{target}")
    if len(found) > 1:
        raise UsageError(f"{target!r} begins several ids: {', '.join(id for id, _ in found[:5])}")
    if not found:
        raise UsageError(f"no statement {target!r} in {store.path}; see `sayso claim ID`")
    return found[0][1], found[0][0]


def _scene(store: Store, document: str, statement: str | None) -> tuple[Scene, str | None]:
    """Where the correction is made, and the statement's id as a reader made it."""
    shown, held = store.shown(document), store.document(document)
    if shown is None or held is None:
        raise UsageError(f"{document} was never read: there is nothing to correct in it")
    statements = store.statements(document)
    if statement is None:
        return Scene(document=held, statements=statements, statement=None, reading=shown.base), None
    root, now = _root_and_now(store, document, statement)
    meant = next((s for s in statements if s.id == now), None)
    if meant is None:
        raise UsageError(f"{statement} is not among what is shown of {document}; revoke what took it away")
    return Scene(document=held, statements=statements, statement=meant, reading=_read_in(store, root)), root


def _root_and_now(store: Store, document: str, statement: str) -> tuple[str, str | None]:
    """A statement's id as a reader (or the person who added it) made it, and as it is shown (None: gone)."""
    shown = store.shown(document)
    assert shown is not None
    for line in store.reading_map(document, shown.base, shown.reading):
        if statement in {line.before, line.after} and line.before is not None:
            return line.before, line.after
    return statement, statement


def _read_in(store: Store, root: str) -> str:
    """The reader's reading that a statement is corrected on: the newest that has it."""
    rows = store.readings_holding(root)
    return (rows[-1].base or rows[-1].reading) if rows else ""


def _refuse_what_does_not_fit(
    store: Store, document: str, standing: tuple[Correction, ...], tried: Correction
) -> None:
    found = repair(store, document, [*standing, tried])
    wrong = next((why for judgement, why in found.orphans if judgement == tried.judgement), None)
    if wrong:
        raise UsageError(f"this cannot be: {wrong}")
    twin = _twin(store.statements(document), found, tried)
    if twin:
        raise UsageError(f"that is {twin} already; judge that the other is no statement instead")


def _twin(shown: Iterable[Statement], found: Repaired, tried: Correction) -> str | None:
    """The statement that stood there already in the very places that a correction leads to."""
    ids = {s.id for s in shown}
    for line in found.lines:
        now = next((s for s in found.statements if s.id == line.after), None)
        if now and tried.judgement in now.corrected_by and now.id in ids and now.id != line.before:
            was = next((s for s in shown if s.id == now.id), None)
            if was is not None and not was.corrected_by:
                return now.id
    return None


def orphaned(store: Store, document: str) -> tuple[tuple[str, str], ...]:
    """The corrections of a document that could not be put in, each with why; () where all could."""
    if store.shown(document) is None:
        return ()
    return repair(store, document, standing_corrections(store, document)).orphans


def training_documents(store: Store) -> Iterator[TrainingDocument]:
    """The documents that people corrected, by id, as the tagger's training reads them.

    Only those whose every correction stands: none was revoked for good, none could not be put in.
    """
    every: dict[str, list[Judgement]] = {}
    for judgement in store.judgements(what=MATTERS, standing=False):
        for target in judgement.targets:
            if target.startswith("d:"):
                every.setdefault(target, []).append(judgement)
    for document, judgements in sorted(every.items()):
        held = store.document(document)
        if held and all_stand(judgements) and not orphaned(store, document):
            yield training_document(held, store.statements(document))
