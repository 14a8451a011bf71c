"""Defaults: what the user says of documents whose files do not say it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sayso.errors import Problem, UsageError
from sayso.ingest.dates import iso_date

LONGEST_CHARS = 2_000
UNSAID = ("", "~", "null")


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What is said of a document outside its text; None where nothing is.

    `published` is an ISO date: anything else raises UsageError. `language` is an ISO 639-1 code,
    with or without a region ("en", "en-GB").
    """

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    translation_of: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None and iso_date(self.published) != self.published:
            raise UsageError(f"{self.published!r} is not a date of the form 2021-05-17")

    def under(self, said: "Defaults") -> "Defaults":
        """What the file itself said, and these where it said nothing."""
        told = {name: getattr(said, name) or plain(getattr(self, name) or "") for name in NAMES}
        return Defaults(**{name: value or None for name, value in told.items()})


NAMES = tuple(field.name for field in fields(Defaults))
NOTHING_SAID = Defaults()
ALSO = {  # what other programs call a field; the name of ours goes before
    "title": ("headline",),
    "published": ("date", "date_published", "publication_date", "pub_date"),
    "publisher": ("outlet", "site_name"),
    "author": ("byline", "authors"),
    "language": ("lang",),
    "url": ("link", "permalink", "canonical_url"),
}


def field_of(key: str) -> str | None:
    """The name of our field that a usual name stands for ("Outlet", "pubDate"); None for any other key."""
    return FIELDS.get(_folded(key))


def _folded(key: str) -> str:
    return "".join(char for char in key.casefold() if char.isalnum())


FIELDS = {_folded(key): name for name in NAMES for key in (name, *ALSO.get(name, ()))}


def facts_of(mapping: Mapping[str, object], where: str) -> tuple[Defaults, tuple[Problem, ...]]:
    """What a mapping of a file says of its document, under our names or usual ones ("date", "Outlet").

    Fields with other names are left alone. Numbers and dates are taken as printed, lists of strings joined
    by ", ". Everything else is a problem and counts as not said, and so does a `published` that names no day.
    """
    said: dict[str, str] = {}
    problems: list[Problem] = []
    given: dict[str, object] = {}
    for key, value in mapping.items():
        if value is not None:
            given.setdefault(_folded(key), value)
    for name in NAMES:
        value = _first(given, name)
        if value is None:
            continue
        words = _words(value)
        if words is None:
            problems.append(Problem(where=where, what=f"{name} is neither a text nor a list of texts"))
        elif words:
            said[name] = words
    if "published" in said:
        day = iso_date(said["published"])
        if day is None:
            problems.append(no_date(where, said["published"]))
        said |= {"published": day or ""}
    return Defaults(**{name: said.get(name) or None for name in NAMES}), tuple(problems)


def _first(given: Mapping[str, object], name: str) -> object:
    keys = map(_folded, (name, *ALSO.get(name, ())))
    return next((given[key] for key in keys if key in given), None)


def no_date(where: str, value: str) -> Problem:
    """The problem that a date of publication cannot be read."""
    what = f"published {value[:60]!r} is not a date"
    return Problem(where=where, what=what, hint="write it as 2021-05-17; relative dates stay unresolved")


def plain(value: str) -> str:
    """One line of printable characters: no control characters, lone surrogates or doubled spaces."""
    kept = (char if char.isprintable() or char.isspace() else " " for char in value[:LONGEST_CHARS])
    return " ".join("".join(kept).split())


def _words(value: object) -> str | None:
    if isinstance(value, list):
        parts = [part for part in value[:20] if isinstance(part, str)]
        return plain(", ".join(parts)) if parts or not value else None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        words = plain(str(value))
        return "" if words in UNSAID else words
    return None
