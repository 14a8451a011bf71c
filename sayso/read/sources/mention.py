"""A source phrase taken apart."""

from dataclasses import dataclass

from sayso.read.sources.words import Pronoun

EDGES = ' \t\n,;:."“”‘«»*_–—-'


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase for a source, taken apart; every string is printed in `text` or is "".

    `core`: without article, apposition and relative clause. `head`: noun in the singular, lower
    case. `before`: words between determiner and head, lower case. `name`: the proper name.
    `body`: whom it speaks for, or by whom a document was made. `quantity`: a head by itself
    ("many", "one of them"). `full`: the core with what describes it: "woman whose name is withheld".
    `counted`: "two traders". `listed`: the names of several behind it. `gender`: m, f or "".
    """

    text: str
    core: str = ""
    determiner: str = ""
    head: str = ""
    before: tuple[str, ...] = ()
    name: str = ""
    acronym: str = ""
    body: str = ""
    owner: str = ""
    apposition: str = ""
    quantity: str = ""
    full: str = ""
    counted: bool = False
    listed: tuple[str, ...] = ()
    pronoun: Pronoun | None = None
    gender: str = ""
    plural: bool = False
