"""Readers of the exports: what a tool on the other side can restore of each, byte for byte."""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from sayso.show.exports.cells import unescaped, unguarded
from sayso.show.exports.formats import write
from sayso.show.exports.material import Material

openpyxl: Any = import_module("openpyxl")
parquet: Any = import_module("pyarrow.parquet")
Said = tuple[str, str, str]
"""The id of a statement, its spans as "3-9,12-15", and its words."""


def exported(format: str, material: Material) -> bytes:
    return b"".join(write(format, material))


def place(pairs: list[list[int]]) -> str:
    return ",".join(f"{start}-{end}" for start, end in pairs)


def annotations(data: bytes) -> Iterator[Said]:
    for one in json.loads(data)["first"]["items"]:
        spans, words = [], []
        for target in one["target"]:
            if "selector" in target:
                quote, at = target["selector"]
                spans.append([at["start"], at["end"]])
                words.append(quote["exact"])
        row = json.loads(one["body"][-1]["value"])
        if row["content"]["spans"]:
            yield one["id"].removeprefix("urn:sayso:"), place(spans), " … ".join(words)
        else:
            yield row["id"], "", ""


def quotations(data: bytes) -> Iterator[Said]:
    for one in json.loads(data)["@graph"]:
        if one["@type"] == "Quotation":
            yield one["@id"].removeprefix("urn:sayso:"), one["sayso:spans"], one["text"]


def entities(data: bytes) -> Iterator[Said]:
    for id, one in json.loads(data)["entity"].items():
        if one["prov:type"]["$"] == "sayso:Statement":
            yield id.removeprefix("sayso:"), one["sayso:spans"], one["prov:value"]


def notes(data: bytes) -> Iterator[Said]:
    for one in json.loads(data)["objects"]:
        if one["type"] == "note":
            (known,) = one["extensions"].values()
            words = one["content"] if known["spans"] else ""
            yield known["statement"], place(known["spans"]), words


def money(data: bytes) -> Iterator[Said]:
    for line in data.splitlines():
        one = json.loads(line)
        if one["id"].startswith("sayso-s-"):
            (spans,) = (word for word in one["properties"]["keywords"] if word.startswith("spans: "))
            words = one["properties"].get("description", [""])[0]
            yield one["id"].replace("sayso-s-", "s:"), spans.removeprefix("spans: "), words


def csv_rows(data: bytes) -> Iterator[dict[str, str]]:
    for row in csv.DictReader(io.StringIO(data.decode(), newline="")):
        yield {name: unguarded(cell) for name, cell in row.items()}


def lines_of_csv(data: bytes) -> Iterator[Said]:
    for row in csv_rows(data):
        yield row["id"], row["content_spans"], row["content"]


def sheet_rows(data: bytes, name: str) -> Iterator[dict[str, str]]:
    rows = openpyxl.load_workbook(io.BytesIO(data), read_only=True)[name].values
    names = next(rows)
    for row in rows:
        cells = (unguarded(unescaped(cell or "")) for cell in row)
        yield dict(zip(names, cells, strict=True))


def paragraphs(data: bytes) -> Iterator[Said]:
    """A quotation, then what is told of it, then its id and place; by their styles."""
    words = ""
    for one in import_module("docx").Document(io.BytesIO(data)).paragraphs:
        if one.style.name == "Statement":
            words = unescaped(one.text)
        elif one.style.name == "Statement place" and one.text.startswith("s:"):
            id, _, spans = one.text.partition(" ")
            yield id, spans, words


def cells(data: bytes) -> Iterator[Said]:
    for row in sheet_rows(data, "statements"):
        yield row["id"], row["content_spans"], row["content"]


def columns(data: bytes) -> Iterator[Said]:
    for row in parquet.read_table(io.BytesIO(data)).to_pylist():
        yield row["id"], place(row["content_places"]), row["content"]


def packed(data: bytes) -> Iterator[Said]:
    for row in pack_rows(data, "statements.jsonl"):
        yield row["id"], place(row["content"]["spans"]), row["content"]["text"]


def pack_rows(data: bytes, name: str) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [json.loads(line) for line in archive.read(name).splitlines()]


READERS: dict[str, Callable[[bytes], Iterator[Said]]] = {
    "webannotation": annotations, "claimreview": quotations, "prov": entities, "stix": notes, "ftm": money,
    "csv": lines_of_csv, "xlsx": cells, "docx": paragraphs, "parquet": columns, "pack": packed,
}  # fmt: skip


def text_of(format: str, data: bytes) -> str:
    """All words that an export holds, unpacked."""
    if format == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    if format == "docx":
        return "\n".join(one.text for one in import_module("docx").Document(io.BytesIO(data)).paragraphs)
    if format == "parquet":
        return "\n".join(map(str, parquet.read_table(io.BytesIO(data)).to_pylist()))
    if format == "pack":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return data.decode()
