"""The captured texts of one page, and what changed from one to the next."""

from __future__ import annotations

from sayso.errors import UsageError
from sayso.link.versions import changes_of
from sayso.model import VersionDiff
from sayso.pipeline.meaning import whole_id
from sayso.store.evidence import series_of
from sayso.store.store import Store


def versions_of(store: Store, document: str, as_of: str | None = None) -> tuple[str, ...]:
    """The ids of the captured texts of the page that a document (or a URL) is of, in order of capture.

    `as_of` (an ISO day) leaves out those that were not there yet.
    """
    kept = store.kept(document)
    series = kept.series if kept else series_of(document)
    return tuple(one.document.id for one in store.versions(series, as_of)) if series else ()


def version_diff(
    store: Store, document: str, other: str | None = None, *, as_of: str | None = None
) -> VersionDiff:
    """What changed between two captured texts; with one id (or URL), from the text before it.

    `as_of` (an ISO day): of the texts that were there; a URL is then of the last of these. Raises UsageError
    where there is no such text (yet), or none before it.
    """
    document = whole_id(store, document)
    if document.startswith("d:"):
        _there(store, document, as_of)
    before, after = (document, whole_id(store, other)) if other else _two(store, document, as_of)
    for id in (before, after):
        _there(store, id, as_of)
    changes = changes_of(store.statements(before), store.statements(after))
    kept = tuple(change for change in changes if change.kind != "same")
    return VersionDiff(before=before, after=after, changes=kept)


def _there(store: Store, id: str, as_of: str | None) -> None:
    if store.document(id, as_of) is None:
        raise UsageError(f"no document {id!r} in {store.path}{f' by {as_of}' if as_of else ''}")


def _two(store: Store, document: str, as_of: str | None) -> tuple[str, str]:
    versions = versions_of(store, document, as_of)
    at = versions.index(document) if document in versions else len(versions) - 1
    if at < 1:
        raise UsageError(f"no earlier version of {document} in {store.path}")
    return versions[at - 1], versions[at]
