"""What a ledger hands on: exports for other tools, and the brief on a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sayso.errors import Problem
from sayso.model import Dossier
from sayso.pipeline.glances import Glances
from sayso.pipeline.selecting import Selection
from sayso.plugins import NOTHING, Enabled
from sayso.show.feeds import Entry


class Handing(Glances):
    """The part of a ledger that writes for others."""

    def export(
        self, format: str, selection: Selection | None = None, *, coarse: bool = False,
        tell: Callable[[Problem], None] | None = None, plugins: Enabled = NOTHING,
    ) -> Iterator[bytes]:  # fmt: skip
        """All or a selection of the ledger in a format of `sayso export`, in pieces: "csv", "pack", "stix", …

        `coarse` takes out what describes anonymous sources. `tell` is told of originals that are lost. The
        name of an enabled exporter of `plugins` is a format too. Raises UsageError for an unknown format, and
        for what is not there.
        """
        from sayso.pipeline.exporting import export

        wanted = selection or Selection()
        present = self.present(wanted.as_of)
        return export(self._store, format, wanted, coarse=coarse, today=present, tell=tell, plugins=plugins)

    def exposed(self, selection: Selection | None = None) -> int:
        """How many statements of a selection describe an anonymous source beside a place and a date."""
        from sayso.pipeline.exporting import exposed

        return exposed(self._store, selection or Selection())

    def feed(self, *subjects: str, since: str, as_of: str | None = None) -> tuple[Entry, ...]:
        """What changed since a day (ISO) as entries of a feed, the latest first, at most 200; () for nothing.

        `subjects`: only what is about one of these, each some words that must all occur. The entries have the
        ids under which `sayso watch` tells them; `sayso.show.feeds` writes them as RSS or JSON Feed.
        """
        from sayso.pipeline.feeding import feed_of

        return feed_of(self._store, subjects, since, self.present(as_of))

    def dossier(self, *subject: str, as_of: str | None = None, limit: int = 20) -> Dossier:
        """The brief on a subject (names and words); empty but for `near` where nothing is of it."""
        from sayso.pipeline.dossiers import dossier_of

        return dossier_of(self._store, subject, as_of=as_of, present=self.present(as_of), limit=limit)
