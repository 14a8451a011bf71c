"""GUM's Wikinews documents (CC BY) as training material: RST attribution turned into relations.

A satellite of an attribution relation holds source and cue, its nucleus is the content; the
signal `attribution_source` marks the source's tokens (Zeldes 2017; eRST). Nesting is annotated.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from training.tagger.data import VOICES, Raw, RawRelation

MULTINUCLEAR = ("joint", "same-unit", "restatement-rep", "adversative-contrast")
VERB_PARTS = {"aux", "fixed", "aux:pass", "compound:prt", "advmod", "cop"}


@dataclass(slots=True)
class Token:
    """One token of the parse with its place in the joined text; `head` is an index or -1."""

    start: int
    end: int
    head: int
    relation: str
    tag: str


@dataclass(slots=True)
class Node:
    """A segment or group of the tree; `tokens` only for segments."""

    parent: str | None
    relation: str
    tokens: range = range(0)
    children: list[str] = field(default_factory=list)


def documents() -> list[Raw]:
    """All documents of $SAYSO_DATA/gum_wikinews that have a tree and a parse."""
    folder = Path(os.environ["SAYSO_DATA"]) / "gum_wikinews"
    return [document(path, folder / "dep" / f"{path.stem}.conllu")
            for path in sorted((folder / "rst" / "rstweb").glob("*.rs4"))]  # fmt: skip


def document(tree: Path, parse: Path) -> Raw:
    """One document; attribution whose cue cannot be told is left out."""
    text, tokens = read_parse(parse)
    nodes, sources = read_tree(tree)
    found = [relation_of(nodes, sources, tokens, name) for name in nodes
             if nodes[name].relation.startswith("attribution")]  # fmt: skip
    return Raw(tree.stem, text, tuple(r for r in found if r), True)


def read_parse(path: Path) -> tuple[str, list[Token]]:
    """The joined text (paragraphs parted by blank lines) and its tokens."""
    tokens: list[Token] = []
    text, first = "", 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        columns = line.split("\t")
        if len(columns) < 10 or not columns[0].isdigit():
            first = len(tokens) if line.startswith("# sent_id") else first
            continue
        head = int(columns[6])
        tokens.append(Token(len(text), len(text) + len(columns[1]), first + head - 1 if head else -1,
                            columns[7], columns[3]))  # fmt: skip
        text += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
    return text.rstrip(), tokens


def read_tree(path: Path) -> tuple[dict[str, Node], dict[str, list[int]]]:
    """Nodes by id, and the source tokens (from 0) that each attribution satellite is signalled with."""
    body = ElementTree.parse(path).getroot()
    nodes: dict[str, Node] = {}
    at = 0
    for item in body.iter():
        if item.tag in {"segment", "group"}:
            nodes[item.attrib["id"]] = Node(item.get("parent"), item.get("relname", ""))
        if item.tag == "segment":
            size = len((item.text or "").split())
            nodes[item.attrib["id"]].tokens = range(at, at + size)
            at += size
    for name, node in nodes.items():
        if node.parent is not None and node.parent in nodes:
            nodes[node.parent].children.append(name)
    signals = {s.attrib["source"]: [int(t) - 1 for t in s.attrib["tokens"].split(",") if t]
               for s in body.iter("signal") if s.get("subtype") == "attribution_source"}  # fmt: skip
    return nodes, signals


def everything(nodes: dict[str, Node], name: str) -> set[int]:
    """All tokens under a node, its satellites included."""
    found = set(nodes[name].tokens)
    for child in nodes[name].children:
        found |= everything(nodes, child)
    return found


def nucleus(nodes: dict[str, Node], name: str) -> set[int]:
    """The tokens of a node itself: a segment's own, or those of a group's nuclei."""
    found = set(nodes[name].tokens)
    for child in nodes[name].children:
        relation = nodes[child].relation
        if relation == "span" or relation.startswith(
            ("joint", "same-unit", "restatement-rep", "adversative-contrast")
        ):
            found |= everything(nodes, child)
    return found


def relation_of(
    nodes: dict[str, Node], sources: dict[str, list[int]], tokens: list[Token], name: str
) -> RawRelation | None:
    """The relation of one attribution satellite; None where source, cue or content is missing."""
    satellite = sorted(nucleus(nodes, name))
    source = [i for i in sources.get(name, ()) if i in satellite]
    cue = cue_tokens(tokens, satellite, source)
    content = nucleus(nodes, nodes[name].parent or name) - set(satellite)
    if not cue or not content or not source:
        return None
    return RawRelation(
        source=runs(tokens, sorted(source)),
        cue=runs(tokens, cue),
        content=runs(tokens, sorted(content)),
        voice=VOICES["source"],
    )


def cue_tokens(tokens: list[Token], satellite: list[int], source: list[int]) -> list[int]:
    """The verb group of the satellite, or its "according to"."""
    inside = set(satellite) - set(source)
    heads = [i for i in inside if tokens[i].tag == "VERB" and tokens[i].head not in inside]
    verbs = heads or [i for i in inside if tokens[i].tag == "VERB"]
    if not verbs:
        return sorted(i for i in inside if tokens[i].tag in {"ADP"} or tokens[i].relation == "fixed")[:2]
    verb = min(verbs)
    parts = [
        i for i in inside if tokens[i].head == verb and tokens[i].relation in VERB_PARTS and abs(i - verb) < 4
    ]
    return sorted([verb, *parts])


def runs(tokens: list[Token], indices: list[int]) -> tuple[tuple[int, int], ...]:
    """Neighbouring tokens as spans."""
    found: list[tuple[int, int]] = []
    last = -2
    for i in indices:
        if i == last + 1 and found:
            found[-1] = (found[-1][0], tokens[i].end)
        else:
            found.append((tokens[i].start, tokens[i].end))
        last = i
    return tuple(found)
