"""Relation: what attribution finds, before anything is resolved or weighed."""

from dataclasses import dataclass
from typing import Literal

from sayso.model import Spans

Voice = Literal["source", "hearsay", "author"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Spans of one attribution in the document's text.

    `voice`: who speaks: a `source` (printed, or left out on purpose), `hearsay` ("reportedly":
    nobody is named, `source` is empty), or the `author` (inference or outlook cue, or no cue).
    `p_relation` in [0, 1]: how sure the finder is. `holds`: the text that it announces and that its source
    issued, in which others may speak. Any of the spans may be empty.
    """

    source: Spans = ()
    medium: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    voice: Voice = "source"
    p_relation: float = 1.0
    holds: Spans = ()
