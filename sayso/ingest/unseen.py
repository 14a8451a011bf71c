"""Keeps the places of what is left out of a text: marks stand for it while the text is taken."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Span
from sayso.model.unseen import Unseen, UnseenKind

MOST = 100  # of one document: a page that strikes more is read by its problems
LONGEST_CHARS = 2_000
PARTED = "\n\n"
Clean = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words that were left out. `named`: a problem names them, so that they are kept without a place too."""

    kind: UnseenKind
    words: str
    named: bool = True


def mark(number: int, hole: tuple[str, str]) -> str:
    """The mark of one thing left out; `hole` are two characters that do not occur in the page."""
    return f"{hole[0]}{number}{hole[1]}"


def holes_in(block: str, hole: tuple[str, str]) -> tuple[str, list[tuple[int, int]]]:
    """A block without its marks, and each mark's number with its place in that."""
    pattern = re.compile(re.escape(hole[0]) + r"(\d{1,4})" + re.escape(hole[1]))
    parts, found, length, end = [], [], 0, 0
    for match in pattern.finditer(block):
        parts.append(block[end : match.start()])
        length += match.start() - end
        found.append((int(match[1]), length))
        end = match.end()
    return "".join([*parts, block[end:]]), found


def unmarked(blocks: Iterable[str], hole: tuple[str, str], clean: Clean) -> tuple[str, dict[int, int]]:
    """The text of marked blocks, each cleaned and parted by a blank line, and the place of each mark in it.

    A mark behind a word stands right behind it; one that was a block of its own between two blocks.
    """
    return placed((holes_in(block, hole) for block in blocks), clean)


def placed(
    blocks: Iterable[tuple[str, Sequence[tuple[int, int]]]], clean: Clean
) -> tuple[str, dict[int, int]]:
    """The same of blocks whose marks were taken out already. `clean` must not depend on what comes behind."""
    texts, places, length = [], dict[int, int](), 0
    for raw, marks in blocks:
        words = clean(raw)
        for number, at in marks:
            inside = length + min(len(words), len(clean(raw[:at])))
            places[number] = inside if words else max(0, length - 1)
        if words:
            texts.append(words)
            length += len(words) + len(PARTED)
    text = PARTED.join(texts)
    return text, {number: min(at, len(text)) for number, at in places.items()}


def lines_cleaned(block: str) -> str:
    """White space collapsed line by line, empty lines left out."""
    lines = (" ".join(line.split()) for line in block.split("\n"))
    return "\n".join(line for line in lines if line)


def unseen_of(left: Sequence[LeftOut], places: dict[int, int]) -> tuple[Unseen, ...]:
    """What was left out with its places, in order, those that cannot be told last; at most a hundred.

    What no problem names is left out where its place is not in the text: menus are hidden on every page.
    """
    found = [
        (places.get(number), one) for number, one in enumerate(left) if one.named or number in places
    ]  # fmt: skip
    found.sort(key=lambda pair: (pair[0] is None, pair[0] or 0))
    return tuple(
        Unseen(kind=one.kind, span=None if at is None else Span(at, at), text=short(one.words))
        for at, one in found[:MOST]
    )


def cut_at(text: str, why: str) -> Unseen:
    """That a text goes on in the original behind its end."""
    return Unseen(kind="cut", span=Span(len(text), len(text)), text=why)


def doubtful_in(text: str, lines: Iterable[str]) -> Iterator[Unseen]:
    """The places of printed lines in the text, in order; a line that is not found in it has none."""
    at = 0
    for count, line in enumerate(lines):
        start = text.find(line, at) if count < MOST else -1
        if start >= 0:
            at = start + len(line)
            yield Unseen(kind="doubtful", span=Span(start, at))


def short(words: str) -> str:
    """Words as they are kept: at most two thousand characters, then "…"."""
    return words if len(words) <= LONGEST_CHARS else words[:LONGEST_CHARS] + "…"
