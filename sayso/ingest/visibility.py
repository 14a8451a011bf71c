"""What a page holds and a reader does not see, or sees crossed out: taken out before the text is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import Problem
from sayso.ingest.style import Style, colour_of, is_struck, is_unseen, style_of
from sayso.ingest.unseen import MOST, LeftOut, mark
from sayso.model.unseen import UnseenKind

STRUCK_TAGS = ("del", "s", "strike")
QUIET_TAGS = ("template", "dialog")
ROOTS = ("html", "head", "body")
LONGEST_SHOWN = 80
PROSE = frozenset(
    ("p", "blockquote", "q", "span", "em", "strong", "b", "i", "u", "mark", "small", "font", "a")
)
CELLS = frozenset(("li", "td", "th", "dt", "dd"))
INLINE = PROSE - {"p", "blockquote"} | {*STRUCK_TAGS, "sub", "sup", "cite", "abbr", "time", "code", "label"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """What was taken out: problems for people, and its words as they stood one behind the other (those in
    others are with these); `struck`: some of it was crossed out.
    """

    problems: tuple[Problem, ...] = ()
    struck: bool = False
    left: tuple[LeftOut, ...] = ()


def prune(tree: Any, where: str, hole: tuple[str, str] | None = None) -> Pruned:
    """Takes unseen and struck elements out of an lxml tree, in place; their tails stay.

    With a `hole` (two characters that are not in the tree), a mark with its number stands for each of `left`.

    `aria-hidden` hides from screen readers only and is taken off, so that nothing else drops it.
    Ordinary hiding (`hidden`, display: none, templates) is silent; what looks like a trick (no
    size, off the screen, text in the colour of its ground) and struck words are problems.
    """
    quiet, tricks, struck = [], [], []
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ROOTS:
            continue
        element.attrib.pop("aria-hidden", None)
        style = style_of(element.get("style"))
        if element.tag in STRUCK_TAGS or is_struck(style):
            struck.append(element)
        elif _is_quiet(element, style):
            quiet.append(element)
        elif is_unseen(style) or _in_ground_colour(element, style):
            tricks.append(element)
    problems = (*_trick_problem(tricks, where), *_struck_problem(struck, where))
    words_struck = any(_words(element) for element in struck)
    kinds: dict[Any, UnseenKind] = {
        **dict.fromkeys((*quiet, *tricks), "hidden"),
        **dict.fromkeys(struck, "struck"),
    }
    left = list(_left(tree, kinds, frozenset(quiet)))
    if hole is not None:
        for number, (element, _) in enumerate(left):
            _leave_mark(element, mark(number, hole))
    for element in kinds:
        _drop(element)
    return Pruned(problems=problems, struck=words_struck, left=tuple(one for _, one in left))


def _left(tree: Any, kinds: Mapping[Any, UnseenKind], quiet: frozenset[Any]) -> Iterator[tuple[Any, LeftOut]]:
    """The outermost of these elements that have words, in order; of quietly hidden ones those of prose."""
    found = 0
    for element in tree.iter() if kinds else ():
        if element not in kinds or any(place in kinds for place in element.iterancestors()):
            continue
        words = _words(element)
        if words and found < MOST and (element not in quiet or _is_prose(element)):
            found += 1
            yield element, LeftOut(kind=kinds[element], words=words, named=element not in quiet)


def _is_prose(element: Any) -> bool:
    """Whether hidden words may belong to what is told; scripts keep patterns and menus hidden, too."""
    return element.tag not in QUIET_TAGS and (element.tag in PROSE or element.find("p") is not None)


def _leave_mark(element: Any, words: str) -> None:
    """Puts the mark where the element is: among the words around it, or as a paragraph or cell of its own."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tag in INLINE and element.find(".//p") is None:
        element.tail = words + (element.tail or "")
        return
    standing = element.makeelement(element.tag if element.tag in CELLS else "p")
    standing.text, standing.tail, element.tail = words, element.tail, None
    element.addnext(standing)


def _is_quiet(element: Any, style: Style) -> bool:
    if "hidden" in element.attrib or style.get("display") == "none":
        return True
    return element.tag in QUIET_TAGS and "open" not in element.attrib


def _in_ground_colour(element: Any, style: Style) -> bool:
    colour = colour_of(style.get("color") or (element.get("color", "") if element.tag == "font" else ""))
    return colour is not None and colour == _ground(element)


def _ground(element: Any) -> str | None:
    """The nearest inline background; white where none is given, None where it cannot be told."""
    for place in (element, *element.iterancestors()):
        style = style_of(place.get("style"))
        value = style.get("background-color") or style.get("background") or place.get("bgcolor")
        if value and value not in ("none", "transparent", "inherit"):
            return colour_of(value.split(" ")[0] if not value.startswith("rgb") else value)
    return "#ffffff"


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _trick_problem(elements: list[Any], where: str) -> tuple[Problem, ...]:
    shown = [words for words in map(_words, elements) if words]
    if not shown:
        return ()
    what = f"text that a reader cannot see was left out: {_short(shown)}"
    return (Problem(where=where, what=what, hint="open the page to see what it shows"),)


def _struck_problem(elements: list[Any], where: str) -> tuple[Problem, ...]:
    shown = [words for words in map(_words, elements) if words]
    if not shown:
        return ()
    what = f"text that the page crosses out was left out: {_short(shown)}"
    return (Problem(where=where, what=what, hint="it is withdrawn, not asserted"),)


def _short(parts: list[str]) -> str:
    words = " … ".join(parts[:3])
    shown = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "…"
    return f'"{shown}"' + (f" and {len(parts) - 3} more" if len(parts) > 3 else "")


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()
