"""The words of WordprocessingML (ISO 29500-1, 17): what stands, what is struck, what nobody sees."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.ingest.unseen import MOST, LeftOut, lines_cleaned, placed, unseen_of
from sayso.model.unseen import Unseen, UnseenKind

STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"  # the same elements by another name
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARTED = "\n\n"
STRUCK = frozenset((f"{W}del", f"{W}moveFrom"))
SILENT = frozenset((f"{MC}Fallback", f"{W}instrText", f"{W}delInstrText", f"{W}rPr", f"{W}pPr", f"{W}tblPr"))
GLYPHS = {
    f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip
OFF = ("0", "false", "off", "none")
WHITE = "ffffff"
LONGEST_SHOWN = 80


@dataclass(slots=True, kw_only=True)
class Body:
    """Paragraphs, and what was left out of them: of each that and its place among its words."""

    blocks: list[tuple[str, list[tuple[LeftOut, int]]]] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The paragraphs, parted by blank lines."""
        return PARTED.join(words for block, _ in self.blocks if (words := _cleaned(block)))

    @property
    def unseen(self) -> tuple[Unseen, ...]:
        """What was left out, with its places in the text."""
        left = [one for _, some in self.blocks for one, _ in some][:MOST]
        numbers = iter(range(len(left)))
        blocks = [
            (words, [(number, at) for (_, at), number in zip(some, numbers, strict=False)])
            for words, some in self.blocks
        ]  # fmt: skip
        return unseen_of(left, placed(blocks, _cleaned)[1])

    def followed_by(self, other: "Body") -> "Body":
        """Both, one behind the other."""
        return Body(
            blocks=self.blocks + other.blocks,
            struck=self.struck + other.struck,
            hidden=self.hidden + other.hidden,
        )


def body_of(tree: Any) -> Body:
    """The paragraphs of a part; none for None. A row of a table is one, its cells parted by " | "."""
    walk = _Walk()
    if tree is not None:
        walk.over(tree)
    return walk.body


def count_of(tree: Any, tag: str) -> int:
    """How many elements of a name are in a part; 0 for None."""
    return 0 if tree is None else sum(1 for _ in tree.iter(W + tag))


def short(parts: Sequence[str]) -> str:
    """The first of several texts, quoted, for a problem."""
    words = " … ".join(parts[:3])
    shown = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN] + "…"
    return f'"{shown}"' + (f" and {len(parts) - 3} more" if len(parts) > 3 else "")


class _Walk:
    """One pass over the elements of a part, without recursion: nesting costs no stack."""

    def __init__(self) -> None:
        self.body = Body()
        self.line: list[str] = []
        self.left: list[tuple[LeftOut, int]] = []
        self.struck: list[str] = []
        self.hidden: list[str] = []
        self.rows = self.del_depth = 0

    def over(self, tree: Any) -> None:
        from lxml import etree

        walker = etree.iterwalk(tree, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "end":
                self._left(tag)
            elif tag in SILENT:
                walker.skip_subtree()
            elif tag == f"{W}r":
                self._run(element)
                if element.find(f".//{W}p") is None:
                    walker.skip_subtree()
            else:
                self._entered(tag)

    def _entered(self, tag: str) -> None:
        self.del_depth += tag in STRUCK
        if tag == f"{W}tr":
            self.rows += 1
        elif tag == f"{W}tc" and self.line:
            self.line.append(" | ")

    def _left(self, tag: str) -> None:
        self.del_depth -= tag in STRUCK
        if tag == f"{W}p":
            self._keep_left_out()
            if self.rows:
                self.line.append(" ")
            else:
                self._flush()
        elif tag == f"{W}tr":
            self.rows -= 1
            if not self.rows:
                self._flush()

    def _run(self, run: Any) -> None:
        """The words of a run, to where they belong by its properties."""
        words = _words(run)
        if not words:
            return
        properties = run.find(f"{W}rPr")
        if self.del_depth or _on(properties, "strike") or _on(properties, "dstrike"):
            self.struck.append(words)
            self._leave("struck", words)
        elif _on(properties, "vanish") or (not self.rows and _white(run, properties)):
            self.hidden.append(words)
            self._leave("hidden", words)
        else:
            self.line.append(words)

    def _leave(self, kind: UnseenKind, words: str) -> None:
        """Remembers the place of words that are left out; runs that follow each other are one."""
        if len(self.left) >= MOST:
            return
        at = sum(map(len, self.line))
        if self.left and self.left[-1][0].kind == kind and self.left[-1][1] == at:
            words = self.left.pop()[0].words + words
        self.left.append((LeftOut(kind=kind, words=words), at))

    def _keep_left_out(self) -> None:
        for parts, kept in ((self.struck, self.body.struck), (self.hidden, self.body.hidden)):
            words = " ".join("".join(parts).split())
            if words:
                kept.append(words)
            parts.clear()

    def _flush(self) -> None:
        told = ((LeftOut(kind=one.kind, words=" ".join(one.words.split())), at) for one, at in self.left)
        left = [(one, at) for one, at in told if one.words]
        if self.line or left:
            self.body.blocks.append(("".join(self.line), left))
        self.line, self.left = [], []


def _cleaned(block: str) -> str:
    return lines_cleaned(block).strip(" |")


def _words(run: Any) -> str:
    """What a run prints: its own texts, tabs and breaks, not those of a text box in it."""
    parts = []
    for element in run:
        if element.tag in (f"{W}t", f"{W}delText"):
            parts.append(element.text or "")
        else:
            parts.append(GLYPHS.get(element.tag, ""))
    return "".join(parts)


def _on(properties: Any, name: str) -> bool:
    found = None if properties is None else properties.find(W + name)
    return found is not None and (found.get(f"{W}val") or "1").lower() not in OFF


def _white(run: Any, properties: Any) -> bool:
    """Whether the words are white and nothing behind them is said to be darker."""
    colour = None if properties is None else properties.find(f"{W}color")
    if colour is None or (colour.get(f"{W}val") or "").lower() != WHITE:
        return False
    shaded = properties.find(f"{W}shd") is not None or properties.find(f"{W}highlight") is not None
    around = run.getparent().find(f"{W}pPr/{W}shd") is not None
    return not (shaded or around)
