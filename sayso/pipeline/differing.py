"""The captured texts of one page, and what changed from one to the next."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.link.versions import changes_of
from sayso.model import VersionDiff
from sayso.pipeline.meaning import whole_id
from sayso.store.evidence import series_of
from sayso.store.store import Store


def versions_of(store: Store, document: str) -> tuple[str, ...]:
    """The ids of all captured texts of the page that a document (or a URL) is of, in order of capture."""
    kept = store.kept(document)
    series = kept.series if kept else series_of(document)
    return tuple(one.document.id for one in store.versions(series)) if series else ()


def version_diff(store: Store, document: str, other: str | None = None) -> VersionDiff:
    """What changed between two captured texts; with one id (or URL), from the text before it.

    Raises UsageError where there is no such text, or none before it.
    """
    document = whole_id(store, document)
    before, after = (document, whole_id(store, other)) if other else _two(store, document)
    for id in (before, after):
        if store.document(id) is None:
            raise UsageError(f"no document {id!r} in {store.path}")
    changes = changes_of(store.statements(before), store.statements(after))
    kept = tuple(change for change in changes if change.kind != "same")
    return VersionDiff(before=before, after=after, changes=kept)


def _two(store: Store, document: str) -> tuple[str, str]:
    versions = versions_of(store, document)
    at = versions.index(document) if document in versions else len(versions) - 1
    if at < 1:
        raise UsageError(f"no earlier version of {document} in {store.path}")
    return versions[at - 1], versions[at]
