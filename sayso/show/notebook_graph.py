"""Who had a claim from whom, as a small picture: origins at the left, a column a step, and a table beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import Claim, Derivation, DocumentRow
from sayso.show.page_markup import Child, Markup, element

WIDTH, HEIGHT, GAP_X, GAP_Y = 190, 40, 60, 14
LONGEST_CHARS = 26
MOST_NODES = 60
WORDS = {"copies": "copies", "cites": "cites", "translates": "translates", "corrects": "corrects"}


def graph_of(claim: Claim, documents: Mapping[str, DocumentRow], derivations: Sequence[Derivation]) -> Markup:
    """The graph of a claim's documents as SVG with a table of its edges; words where it is too large."""
    names = {m.document: (m.publisher or "publisher unknown", m.published or "") for m in claim.statements}
    for edge in derivations:
        for id in (edge.document, edge.of):
            if id and id not in names and id in documents:
                names[id] = (documents[id].publisher or "publisher unknown", documents[id].published or "")
    edges = [(_origin(edge), edge.document, edge) for edge in derivations if edge.document in names]
    for origin, _, edge in edges:
        names.setdefault(origin, (edge.outlet or "not on record", ""))
    if len(names) > MOST_NODES:
        return element("p", f"{len(names)} documents: too many for a picture here.", class_="quiet")
    return element("div", _picture(names, edges), _twin(names, edges))


def _origin(edge: Derivation) -> str:
    """The node that an edge leads from: the document, or the outlet whose text was only reported."""
    return edge.of or f"outlet {edge.outlet}"


Edges = Sequence[tuple[str, str, Derivation]]


def _depths(names: Mapping[str, tuple[str, str]], edges: Edges) -> dict[str, int]:
    """How many steps each node is from an origin; a circle ends where it began."""
    depth = dict.fromkeys(names, 0)
    for _ in names:
        moved = False
        for origin, document, _edge in edges:
            wanted = min(depth.get(origin, 0) + 1, len(names) - 1)
            if depth[document] < wanted:
                depth[document], moved = wanted, True
        if not moved:
            return depth
    return depth


def _picture(names: Mapping[str, tuple[str, str]], edges: Edges) -> Markup:
    depth = _depths(names, edges)
    columns = {step: at for at, step in enumerate(sorted(set(depth.values())))}
    filled: dict[int, int] = {}
    places: dict[str, tuple[int, int]] = {}
    for id in sorted(names, key=lambda id: (depth[id], names[id][1] or "9999", names[id][0], id)):
        column = columns[depth[id]]
        row = filled.get(column, 0)
        filled[column] = row + 1
        places[id] = (1 + column * (WIDTH + GAP_X), 1 + row * (HEIGHT + GAP_Y))
    width = max((x for x, _ in places.values()), default=0) + WIDTH + 1
    height = max((y for _, y in places.values()), default=0) + HEIGHT + 1
    lines = [_line(places[a], places[b], edge) for a, b, edge in edges if a in places and b in places]
    boxes = [_box(id, names[id], places[id]) for id in places]
    return element(
        "svg", element("title", "Who had it from whom"), *lines, *boxes, role="img",
        viewBox=f"0 0 {width} {height}", width=str(width), height=str(height),
    )  # fmt: skip


def _line(start: tuple[int, int], end: tuple[int, int], edge: Derivation) -> Markup:
    x1, y1, x2, y2 = start[0] + WIDTH, start[1] + HEIGHT // 2, end[0], end[1] + HEIGHT // 2
    path = f"M{x1} {y1} C{x1 + GAP_X // 2} {y1} {x2 - GAP_X // 2} {y2} {x2} {y2}"
    far = "far" if edge.reported_only else None
    return element(
        "path", element("title", f"{WORDS[edge.kind]}: {' '.join(edge.evidence)}"), d=path, class_=far
    )


def _box(id: str, name: tuple[str, str], place: tuple[int, int]) -> Markup:
    x, y = place
    lines: list[Child] = [element("title", id if id.startswith("d:") else "only reported")]
    lines.append(element(
        "rect", x=str(x), y=str(y), width=str(WIDTH), height=str(HEIGHT), rx="6",
        class_=None if id.startswith("d:") else "far",
    ))  # fmt: skip
    label = name[0] if len(name[0]) <= LONGEST_CHARS else name[0][: LONGEST_CHARS - 1] + "…"
    lines.append(element("text", label, x=str(x + 8), y=str(y + 17)))
    lines.append(element("text", name[1], x=str(x + 8), y=str(y + 33)))
    return element("g", *lines)


def _twin(names: Mapping[str, tuple[str, str]], edges: Edges) -> Markup:
    if not edges:
        return element("p", "Nobody is known to have it from another.", class_="quiet")
    rows = [
        element("tr", *(element("td", cell) for cell in (
            names[document][0], WORDS[edge.kind], names[origin][0], " ".join(edge.evidence),
        )))
        for origin, document, edge in edges
    ]  # fmt: skip
    head = element("tr", *(element("th", name) for name in ("who", "", "whom", "why")))
    return element("table", element("thead", head), element("tbody", *rows))
