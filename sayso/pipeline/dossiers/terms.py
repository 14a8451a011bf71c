"""What a subject is made of: countries, bodies, named sources and words, each with the names to look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from sayso.link.words import listed, stem
from sayso.model import TermKind
from sayso.reference.entry import Country, Entry
from sayso.reference.fold import folded
from sayso.reference.gazetteer import Gazetteer
from sayso.store.query import terms_of
from sayso.store.words import Token, tokens

MOST_TERMS = 8
LONGEST_NAME_WORDS = 7
LONGEST_SUBJECT_CHARS = 400
QUOTES = "\"'“”‘’«»,;:()[]"
Phrase = tuple[tuple[str, ...], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One name to look for: its folded words, how they must be written (() for any), whether it goes on."""

    words: tuple[str, ...]
    written: tuple[str, ...] = ()
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One part of a subject. A word is looked for by its `stem`, a name by its `forms`.

    `countries`: what outlets and bodies of this country say names it, too.
    """

    text: str
    kind: TermKind
    names: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    stem: str = ""
    country: str = ""
    by_first: dict[str, list[Form]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Sorts the forms by their first word."""
        for form in self.forms:
            self.by_first.setdefault(form.words[0], []).append(form)

    @property
    def phrases(self) -> list[Phrase]:
        """The term as full-text search looks for it: rather too much than too little."""
        if self.stem:
            word = self.forms[0].words[0]
            beginning = _shared(word, self.stem)
            return [((beginning,), True)] if len(beginning) > 2 else [((word,), True)]
        return [(form.words, form.goes_on) for form in self.forms]

    def places(self, text: str, found: Sequence[Token]) -> list[tuple[int, int]]:
        """Where the term stands in a text, of which these are the tokens; [] where it does not."""
        if self.stem:
            (words, _), *_ = self.phrases
            near = (token for token in found if token.text.startswith(words[0]))
            return [(token.start, token.end) for token in near if stem(token.text) == self.stem]
        every = []
        for at, token in enumerate(found):
            for form in self.by_first.get(token.text, ()) or self._open(token.text):
                piece = found[at : at + len(form.words)]
                if _fits(form, piece, text):
                    every.append((token.start, piece[-1].end))
        return every

    def _open(self, word: str) -> Iterator[Form]:
        return (f for f in self.forms if f.goes_on and len(f.words) == 1 and word.startswith(f.words[0]))


def _shared(a: str, b: str) -> str:
    """What two words begin with, both of them."""
    same = (x == y for x, y in zip(a, b, strict=False))
    return a[: sum(1 for _ in takewhile(bool, same))]


def _fits(form: Form, piece: Sequence[Token], text: str) -> bool:
    if len(piece) < len(form.words):
        return False
    last = len(form.words) - 1
    for number, (word, token) in enumerate(zip(form.words, piece, strict=True)):
        same = token.text == word or (form.goes_on and number == last and token.text.startswith(word))
        if not same or (form.written and text[token.start : token.end] != form.written[number]):
            return False
    return True


def terms_in(subject: str, gazetteer: Gazetteer, sources: Iterable[tuple[str, ...]]) -> tuple[Term, ...]:
    """The terms of a subject, at most 8, in its order; () where it holds no word to look for.

    The longest name that begins at a word is taken: of a body or country of the gazetteer, or of a named
    source of the ledger (`sources`: the spellings of each). What is left are words; small ones are dropped.
    """
    words = [word.strip(QUOTES) for word in subject[:LONGEST_SUBJECT_CHARS].split()]
    words = [word for word in words if word]
    near = [word.lower() for word in words]
    known = {
        folded(name): names
        for names in sources for name in names
        if any(word in name.lower() for word in near) or not name.isascii()
    }  # fmt: skip
    found: list[Term] = []
    at = 0
    while at < len(words) and len(found) < MOST_TERMS:
        term, taken = _longest(words, at, gazetteer, known)
        at += taken
        if term and all(term.text.lower() != other.text.lower() for other in found):
            found.append(term)
    return tuple(found)


def _longest(
    words: Sequence[str], at: int, gazetteer: Gazetteer, known: dict[tuple[str, ...], tuple[str, ...]]
) -> tuple[Term | None, int]:
    for length in range(min(LONGEST_NAME_WORDS, len(words) - at), 0, -1):
        name = " ".join(words[at : at + length])
        small = length == 1 and name == name.lower()
        country = gazetteer.country(name)
        if country and name not in {"us", "it"}:
            return _country(name, country), length
        entry = None if small else gazetteer.lookup(name)
        if entry:
            return _body(name, entry, gazetteer), length
        if length > 1 and folded(name) in known:
            names = known[folded(name)]
            return Term(text=name, kind="source", names=names, forms=_forms(names)), length
    return _word(words[at]), 1


def _country(name: str, country: Country) -> Term:
    every = [n for names in country.names.values() for n in names]
    names = tuple(dict.fromkeys([*every, *country.adjectives, *country.people, *country.capitals]))
    forms = _forms(names)
    return Term(text=name, kind="country", names=names, forms=forms, country=country.code)


def _body(name: str, entry: Entry, gazetteer: Gazetteer) -> Term:
    below = tuple(sorted(parts_of(entry, gazetteer), key=lambda one: one.id))
    names = list(dict.fromkeys(n for names in entry.names.values() for n in names))
    inside = [n for one in below for part in one.names.values() for n in part]
    return Term(
        text=name, kind="body", names=tuple(names), parts=tuple(one.name for one in below),
        forms=_forms([*names, *inside]),
    )  # fmt: skip


def parts_of(entry: Entry, gazetteer: Gazetteer) -> list[Entry]:
    """The bodies of the gazetteer below a body, at any depth; [] for none."""
    inside, found = {entry.id}, []
    grown = True
    while grown:
        more = [e for e in gazetteer.entries if e.id not in inside and {e.parent, e.owner} & inside]
        grown = bool(more)
        inside |= {one.id for one in more}
        found += more
    return found


def _word(word: str) -> Term | None:
    every = terms_of(word)
    if not every or word.lower() in listed("en", "stop"):
        return None
    words, goes_on = every[0].tokens, every[0].open
    if len(words) == 1 and words[0].isascii() and words[0].isalpha():
        form = Form(words=words)
        return Term(text=word, kind="word", names=(word,), forms=(form,), stem=stem(words[0]))
    return Term(text=word, kind="word", names=(word,), forms=(Form(words=words, goes_on=goes_on),))


def _forms(names: Iterable[str]) -> tuple[Form, ...]:
    """The names as they are looked for; acronyms only in their own capitals."""
    found = {}
    for name in names:
        every = terms_of(f'"{name}"')
        if not every:
            continue
        words, goes_on = every[0].tokens, every[0].open
        short = name.isupper() and len(name) <= 5
        written = tuple(name[t.start : t.end] for t in tokens(name)) if short else ()
        found[(words, written)] = Form(words=words, written=written, goes_on=goes_on)
    return tuple(found.values())
