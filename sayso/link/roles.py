"""What a source is to somebody ("his lawyer", "the mayor of Ure", "the union"): the same role is one voice.

Only what stands once beside a person, place or matter is a role: "a lawyer" may be anybody.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.lang import load
from sayso.link.outlets import key_of, uncounted, words

MOST_CHARS = 160
_TOKEN = re.compile(r"[\w-]+(?:[’'](?:s\b)?)?|,")
Role = tuple[str, ...]
"""The noun of a role, then the folded words of whom or what it belongs to, sorted."""


@lru_cache(maxsize=1 << 14)
def roles_of(text: str, name: str, language: str = "en") -> tuple[Role, ...]:
    """The roles of a source as printed, its own name left out: "his lawyer, Hedda Kray" is the lawyer.

    () for what may be anybody ("a lawyer"), and for what is no role.
    """
    own = set(key_of(name).split()) if name[:1].isupper() else set()
    found: list[Role] = []
    for phrase in _phrases(text[:MOST_CHARS]):
        bare = [token for token in phrase if not (token[:1].isupper() and own.issuperset(_folded(token)))]
        role = _role(bare, language, named=len(bare) < len(phrase) or len(found) > 0)
        found += [role] if role else []
    body = _of_body(_TOKEN.findall(name[:MOST_CHARS]), language, definite=True) if own else None
    return tuple(dict.fromkeys((*found, *([body] if body else []))))


def one_role(a: Role, b: Role) -> bool:
    """Whether two roles may be one: the same noun, and no two different names to which it belongs."""
    return a[0] == b[0] and (set(a[1:]) <= set(b[1:]) or set(b[1:]) <= set(a[1:]))


def is_role(name: str, language: str = "en") -> bool:
    """Whether what a source is called is only its role ("mayor of Ure") and no name."""
    return name[:1].islower() and bool(roles_of(f"the {name}", name, language))


def _phrases(text: str) -> list[list[str]]:
    """The words of a source, apart at its commas."""
    found: list[list[str]] = [[]]
    for token in _TOKEN.findall(text):
        if token == ",":
            found.append([])
        else:
            found[-1].append(token)
    return [phrase for phrase in found if phrase]


def _folded(token: str) -> list[str]:
    return key_of(token).split()


def _role(tokens: list[str], language: str, *, named: bool) -> Role | None:
    """The role that a phrase names, or None; `named`: the name of who has it stands beside it."""
    definite = named and not _begins(tokens, language, "indefinite")
    definite = definite or _begins(tokens, language, "definite")
    of = next((at for at, token in enumerate(tokens) if at and token in words(language, "belonging")), None)
    owner = next(
        (at for at, token in enumerate(tokens) if token[-2:] in {"’s", "'s"} or token[-1] in "’'"), None
    )
    if of is not None and owner is None:
        head, holder = tokens[:of], tokens[of + 1 :]
    elif owner is not None and owner + 1 < len(tokens):
        head, holder = tokens[owner + 1 :], tokens[: owner + 1]
    else:
        head, holder = tokens, []
    bodies = words(language, "body_nouns")
    of_whom = [w for t in holder for w in _folded(t) if t[:1].isupper() or uncounted(w, language) in bodies]
    noun = _noun(head, language)
    if noun and (definite or of_whom or owner is not None):
        return (noun, *sorted(set(of_whom)))
    if holder and head and head[-1].lower() in words(language, "offices"):
        return _of_body(holder, language, definite=_begins(holder, language, "definite"))
    return _of_body(tokens, language, definite=definite)


def _begins(tokens: list[str], language: str, name: str) -> bool:
    return bool(tokens) and tokens[0].lower() in words(language, name)


def _noun(head: list[str], language: str) -> str:
    """The noun of kin or of an office of which there is one, with what sets it apart ("deputy mayor")."""
    if not head:
        return ""
    noun = _called(language).get(uncounted(head[-1].lower(), language), "")
    apart = [token.lower() for token in head[:-1] if token.lower() in words(language, "apart")]
    return " ".join([*apart, noun]) if noun else ""


def _of_body(tokens: list[str], language: str, *, definite: bool) -> Role | None:
    """The body that is called by what it is ("the dockers’ union", "Union of Dockers"); None for others."""
    folded = [uncounted(word, language) for token in tokens for word in _folded(token)]
    noun = next((word for word in folded if word in words(language, "body_nouns")), None)
    if noun is None or not definite:
        return None
    small = words(language, "describing") | words(language, "belonging") | words(language, "offices")
    return (noun, *sorted(set(folded) - small - {noun, ""}))


@cache
def _called(language: str) -> dict[str, str]:
    """Each noun of kin or of an office, and the noun for which it stands ("attorney" for "lawyer")."""
    found = load(language, "lineage")
    return {word: row[0] for row in (*found["kin"], *found["sole_offices"]) for word in row}
