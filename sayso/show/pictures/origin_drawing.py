"""The origin graph drawn: frames of the groups, trunks and lanes, a row for each node, the legend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.show.grouping import count
from sayso.show.page_markup import Markup, join
from sayso.show.pictures.ink import SMALL_PX, draw, group, pair, stroke, words
from sayso.show.pictures.layout import Layout, laid_out
from sayso.show.pictures.lineage import NOT_IN_CLAIM, REPORTED_ONLY, Edge, EdgeKind, Lineage, Node
from sayso.show.pictures.measure import fit, width_px, wrap
from sayso.show.pictures.origin_words import SIDES, edge_words, size_of
from sayso.show.pictures.picture import Href
from sayso.show.pictures.signs import Sign, crossed, diamond, dot, legend, line_sign, ring, triangle

PAD, NAME_PX, DOCUMENT_PX, LINE_PX, GAP = 14.0, 15.0, 13.0, 17.0, 9.0
MOST_LINES, NARROW_UNDER = 3, 520
DASHES: dict[EdgeKind, str] = {"not on record": "1.5 4", "corrects": "2 3", "translates": "9 3 2 3"}
REPORTED = "5 4"


@dataclass(frozen=True, slots=True)
class _Row:
    """One node with what is printed of it and where."""

    node: Node
    x: float
    top: float
    lines: tuple[str, ...]

    @property
    def y(self) -> float:
        """The height of its sign."""
        return self.top + (14 if self.node.kind in {"origin", "unrecorded"} else 12)

    @property
    def bottom(self) -> float:
        return self.top + 20 + LINE_PX * len(self.lines) + GAP


@dataclass(frozen=True, slots=True)
class OriginDrawing:
    """A lineage with its layout, for a width."""

    found: Lineage
    layout: Layout
    width: float
    href: Href

    @classmethod
    def of(cls, found: Lineage, width: int, href: Href) -> OriginDrawing:
        """The drawing of a lineage, `width` px wide."""
        layout = laid_out(
            [node.key for node in found.nodes],
            [(edge.child, edge.parent) for edge in found.edges],
            [edge.p - (edge.kind == "corrects") for edge in found.edges],
            {node.key: node.group for node in found.nodes},
        )
        return cls(found, layout, width, href)

    def body(self, top: float) -> tuple[list[Markup], float]:
        """Boxes of the groups, edges over them, rows over those, then the legend; and where it ends."""
        if not self.found.nodes:
            return [], top
        boxes, rows, bottom = self._placed(top)
        signs, end = legend(self._legend(), PAD, bottom + 4, self.width - PAD)
        drawn = [self._row(row) for row in rows.values()]
        trunks, bends = self._trunks(rows)
        return [*boxes, *trunks, *self._lanes(rows), *bends, *drawn, *signs], end

    def _placed(self, top: float) -> tuple[list[Markup], dict[str, _Row], float]:
        known = {node.key: node for node in self.found.nodes}
        upward: dict[str, list[Edge]] = {}
        for edge in sorted(self.found.edges, key=lambda e: (-e.p, e.kind, e.parent)):
            upward.setdefault(edge.child, []).append(edge)
        boxes: list[Markup] = []
        rows: dict[str, _Row] = {}
        side, number, start = "", -1, top
        for key in self.layout.rows:
            node = known[key]
            if node.group != number:
                if number >= 0:
                    boxes.append(self._box(start, top, known[self._last(rows)]))
                    top += 10
                if node.side != side:
                    boxes.append(
                        words(SIDES[node.side], PAD, top + 14, size=SMALL_PX, bold=True, fill=_ink(node))
                    )
                    top += 22
                side, number, start = node.side, node.group, top
                top += 8
            x = self._x(key)
            lines = self._lines(node, [edge_words(e, known[e.parent], node) for e in upward.get(key, ())], x)
            rows[key] = _Row(node, x, top, tuple(lines))
            top = rows[key].bottom
        boxes.append(self._box(start, top, known[self._last(rows)]))
        return boxes, rows, top + 8

    @staticmethod
    def _last(rows: dict[str, _Row]) -> str:
        return next(reversed(rows))

    def _x(self, key: str) -> float:
        deepest = max(self.layout.layer.values(), default=0)
        step = min(17.0 if self._narrow else 26.0, 0.3 * self.width / max(1, deepest))
        return PAD + self._lane_px * self.layout.lanes + 20 + step * self.layout.layer[key]

    @property
    def _lane_px(self) -> float:
        return min(9.0, 0.15 * self.width / max(1, self.layout.lanes))

    def _lines(self, node: Node, how: Sequence[str], x: float) -> list[str]:
        if node.kind in {"origin", "unrecorded"}:
            number = size_of(self.found, node)
            told = f"{count(number, 'document')}, one origin"
            if node.kind == "unrecorded":
                told = f"{count(number, 'document')}, counted as one group at most"
            how = [told, *([node.note] if node.note else [])]
            return [line for each in how for line in wrap(each, self._room(x), SMALL_PX, 2)]
        how = [*how, *([node.note] if node.note else [])]
        if self._narrow and node.published:
            how = [f"{node.published}: {how[0]}" if how else node.published, *how[1:]]
        return wrap("; ".join(how), self._room(x), SMALL_PX, MOST_LINES)

    @property
    def _narrow(self) -> bool:
        """Whether days stand under the names instead of beside them."""
        return self.width < NARROW_UNDER

    def _room(self, x: float) -> float:
        return self.width - PAD - 10 - (x + 16)

    def _box(self, top: float, bottom: float, node: Node) -> Markup:
        denied = node.side == "denies"
        return draw(
            "rect", x=PAD / 2, y=top, width=self.width - PAD, height=bottom - top, rx=7, fill="raised",
            stroke="denial" if denied else "line", stroke_width=2 if denied else 1,
            stroke_dasharray="5 4" if node.side == "other" else None,
        )  # fmt: skip

    def _row(self, row: _Row) -> Markup:
        """The sign, the name, the day at the right, the title where there is room, and how it was had."""
        node = row.node
        root = node.kind in {"origin", "unrecorded"}
        size = NAME_PX if root else DOCUMENT_PX
        left, right, base = row.x + 16, self.width - PAD - 4, row.top + 18 - (not root)
        day = "" if self._narrow else node.published
        room = right - left - (width_px(day, SMALL_PX) + 10 if day else 0)
        name = fit(node.name, room, size, bold=True)
        used = width_px(name, size, bold=True) + 10
        title = fit(node.title, room - used, SMALL_PX) if node.title and room - used > 120 else ""
        head = words(name, left, base, size=size, bold=True, fill=_ink(node))
        parts = [_sign(node)(row.x, row.y), pair(name, title, left, base, size=size) if title else head]
        if day:
            parts.append(words(day, right, base, size=SMALL_PX, fill="soft", anchor="end"))
        parts += [
            words(line, left, base + LINE_PX * (at + 1), size=SMALL_PX, fill="soft")
            for at, line in enumerate(row.lines)
        ]
        said = ", ".join(part for part in (node.name, node.title, node.published, *row.lines) if part)
        return group(*parts, link=self.href(node.document) if node.document else None, said=said)

    def _trunks(self, rows: Mapping[str, _Row]) -> tuple[list[Markup], list[Markup]]:
        """From each parent one line down, and from that a bend to each child with an arrow's head."""
        last: dict[str, float] = {}
        plainly: set[str] = set()
        parts = []
        for key, number in sorted(self.layout.trunk.items(), key=lambda item: rows[item[0]].top):
            edge, child = self.found.edges[number], rows[key]
            parent = rows[edge.parent]
            bend = 8.0
            path = (
                f"M{parent.x:.1f} {child.y - bend:.1f}Q{parent.x:.1f} {child.y:.1f} {parent.x + bend:.1f} "
                f"{child.y:.1f}H{child.x - 8:.1f}"
            )
            parts += [stroke(path, name="edge", width=_weight(edge), dash=_dash(edge)), _head(child, "edge")]
            last[edge.parent] = child.y - bend
            if _dash(edge) is None:
                plainly.add(edge.parent)
        lines = [
            stroke(
                f"M{rows[key].x:.1f} {rows[key].y + 8:.1f}V{end:.1f}", name="edge", width=1.8,
                dash=None if key in plainly else REPORTED,
            )
            for key, end in last.items()
        ]  # fmt: skip
        return lines, parts

    def _lanes(self, rows: Mapping[str, _Row]) -> list[Markup]:
        """The other edges: left from the parent, along its lane, right to the child, over a halo."""
        halos, lines = [], []
        for number, edge in enumerate(self.found.edges):
            if self.layout.trunk.get(edge.child) == number:
                continue
            parent, child = rows[edge.parent], rows[edge.child]
            x = PAD + self._lane_px * (self.layout.lanes - self.layout.lane[edge.parent] - 0.5) + 2
            path = f"M{parent.x - 7:.1f} {parent.y + 4:.1f}H{x:.1f}V{child.y + 5:.1f}H{child.x - 7:.1f}"
            halos.append(stroke(f"M{x:.1f} {child.y + 5:.1f}H{child.x - 7:.1f}", name="raised", width=5))
            lines += [
                draw("g", stroke(path, name="edge", width=_weight(edge) * 0.6, dash=_dash(edge))),
                _head(child, "edge", 5),
            ]
        return [join(halos), *lines]

    def _legend(self) -> list[tuple[Sign, str]]:
        kinds = {(node.kind, node.side) for node in self.found.nodes}
        notes = {node.note for node in self.found.nodes if node.kind == "reported"}
        edges = {edge.kind for edge in self.found.edges}
        signs: list[tuple[bool, Sign, str]] = [
            (("origin", "supports") in kinds, diamond, "origin"),
            (
                any(kind == "unrecorded" for kind, _ in kinds),
                partial(diamond, filled=False, dash="2 2"),
                "not on record",
            ),
            (("document", "supports") in kinds, dot, "document that says it"),
            (any(side == "denies" for _, side in kinds), crossed, "denies it"),
            (("document", "other") in kinds, triangle, "revises or comments"),
            (REPORTED_ONLY in notes, partial(ring, dash="2 2"), "text not read here"),
            (NOT_IN_CLAIM in notes, ring, "read, but without this claim"),
            (bool(edges & {"cites", "goes back to"}), line_sign("edge"), "cites"),
            ("copies" in edges, line_sign("edge", 3.5), "copies"),
            ("translates" in edges, line_sign("edge", 1.5, DASHES["translates"]), "translates"),
            ("corrects" in edges, line_sign("edge", 1.5, DASHES["corrects"]), "corrects"),
            (any(e.reported for e in self.found.edges), line_sign("edge", 1.5, REPORTED), "reported only"),
        ]
        return [(sign, word) for used, sign, word in signs if used]


def _ink(node: Node) -> str:
    return "denial" if node.side == "denies" and node.kind == "origin" else "ink"


def _weight(edge: Edge) -> float:
    return 3.5 if edge.kind == "copies" else 1.8


def _dash(edge: Edge) -> str | None:
    return REPORTED if edge.reported else DASHES.get(edge.kind)


def _head(child: _Row, name: str, below: float = 0) -> Markup:
    """The head of an arrow that ends at a node's sign."""
    x, y = child.x - 6, child.y + below
    return draw("path", d=f"M{x:.1f} {y:.1f}l-6 -3.5v7z", fill=name)


def _sign(node: Node) -> Sign:
    if node.kind == "reported":
        return partial(ring, dash="2 2" if node.note == REPORTED_ONLY else None)
    if node.kind == "unrecorded":
        return partial(diamond, filled=False, dash="2 2")
    if node.side == "denies":
        return partial(crossed, r=8 if node.kind == "origin" else 5)
    if node.kind == "origin":
        return diamond
    return dot if node.side == "supports" else triangle
