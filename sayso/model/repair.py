"""What a person says of the reading of one statement, in words; where these stand is found afterwards."""

import msgspec

from sayso.model.factuality import Factuality
from sayso.model.source import SourceKind
from sayso.model.statement import Act, Evidentiality
from sayso.model.time import TimeRole


class Repair(msgspec.Struct, frozen=True, kw_only=True):
    """One correction as it is asked for; what is None was not said, and only what fits the matter counts.

    `words`: the printed words of the source, cue, content, clause or time that is meant; parts that stand
    apart are joined by " … ". `at`: the first code point of these, where they stand in several places.
    `nobody`: no source (hearsay), or no cue, is printed. `author`: the author says so. `name`, `kind`,
    `anonymous`: whom a source stands for, where the text does not tell. `first` and `last`: ISO days of a
    time; `role` None takes the time away. `source`, `cue` and `content`: the printed words of a statement
    that is added.
    """

    words: str | None = None
    at: int | None = None
    nobody: bool = False
    author: bool = False
    name: str | None = None
    kind: SourceKind | None = None
    anonymous: bool | None = None
    act: Act | None = None
    evidentiality: Evidentiality | None = None
    factuality: Factuality | None = None
    first: str | None = None
    last: str | None = None
    role: TimeRole | None = None
    source: str | None = None
    cue: str | None = None
    content: str | None = None
