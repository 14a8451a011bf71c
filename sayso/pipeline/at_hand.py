"""What one run has at hand, so that it need not be fetched or worked out again."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.pipeline.nearing import Held
from sayso.store import TellingRow

MOST_TOLD = 32_768  # documents whose tellings wait for what comes of them; some 6 kB each


@dataclass(frozen=True, slots=True)
class AtHand:
    """`vectors` of documents that were compared; `told`, by document, what it foretells and tells.

    Both may lack any document: it is fetched, or worked out, then.
    """

    vectors: Held = field(default_factory=dict)
    told: dict[str, tuple[TellingRow, ...]] = field(default_factory=dict)

    def tell(self, document: str, rows: tuple[TellingRow, ...] | None) -> None:
        """Keeps what a document foretells and tells, unless there is too much already."""
        if rows is not None and len(self.told) < MOST_TOLD:
            self.told[document] = rows
