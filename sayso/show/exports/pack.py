"""The evidence pack: one ZIP with originals, texts, hashes and everything said of them; the same every time.

Files are stored, not compressed, in a fixed order with a fixed date, so that the same ledger makes the same
bytes on every machine. No name in it comes from an input: originals and texts are named by their hashes.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import msgspec

from sayso.model import Judged
from sayso.show.exports.allowed import (
    claim_row,
    derivation_row,
    document_row,
    expectation_row,
    judged_row,
    statement_row,
)
from sayso.show.exports.material import Material, Page
from sayso.show.exports.pack_readme import readme
from sayso.show.exports.report_page import Said, claim_section, closing, opening
from sayso.show.exports.sentences import told_statement
from sayso.show.exports.streams import encoded, lines, pieces
from sayso.show.page import page as article_page

MANIFEST = "manifest.sha256"
EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16
UNIX = 3


def write(material: Material) -> Iterator[bytes]:
    """The ZIP, in pieces."""
    with TemporaryFile() as file:
        with ZipFile(file, "w", ZIP_STORED, allowZip64=True) as archive:
            _fill(Packing(archive=archive), material)
        yield from pieces(file)


@dataclass(kw_only=True, slots=True)
class Packing:
    """A pack that is being written: its archive and the hash of every file in it."""

    archive: ZipFile
    hashes: dict[str, str] = field(default_factory=dict)

    def put(self, name: str, parts: Iterable[bytes]) -> None:
        """Adds a file, unless one of that name is there: names with hashes say what is in them."""
        if name in self.hashes:
            return
        info = ZipInfo(name, EPOCH)
        info.external_attr, info.create_system = MODE, UNIX
        hasher = hashlib.sha256()
        with self.archive.open(info, "w", force_zip64=True) as file:
            for part in parts:
                hasher.update(part)
                file.write(part)
        self.hashes[name] = hasher.hexdigest()


def _fill(packing: Packing, material: Material) -> None:
    packing.put("README.txt", [readme(material).encode()])
    packing.put("pack.json", [_facts(material)])
    files = {page.document.id: page_name(page.document.id) for page in material.documents}
    said: dict[str, Said] = {}
    for page in material.pages():
        said.update((one.id, (one.content.text, told_statement(one))) for one in page.statements)
        _put_evidence(packing, material, page)
        shown = msgspec.structs.replace(page.document, input=page.document.id)
        packing.put(
            files[page.document.id], [article_page([(shown, page.statements)]).encode(errors="replace")]
        )
    packing.put("documents.jsonl", lines(document_row(page) for page in material.documents))
    packing.put("statements.jsonl", lines(_statements(material)))
    packing.put("claims.jsonl", lines(claim_row(claim) for claim in material.claims()))
    packing.put("derivations.jsonl", lines(derivation_row(edge) for edge in material.edges()))
    packing.put("expectations.jsonl", lines(expectation_row(one) for one in material.expectations))
    packing.put("judgements.jsonl", lines(judged_row(row) for row in material.judgements))
    packing.put("report.html", _report(material, said, files))
    manifest = "".join(f"{sha256}  {name}\n" for name, sha256 in sorted(packing.hashes.items()))
    packing.put(MANIFEST, [manifest.encode()])


def page_name(document: str) -> str:
    """The file of a document's page: its id, of which letters and digits are left."""
    return f"pages/{''.join(char for char in document if char.isascii() and char.isalnum())}.html"


def _facts(material: Material) -> bytes:
    """What the pack is of: the head of the log, as of when, which part."""
    return encoded({
        "format": "sayso-pack-1", "program": material.program, "as_of": material.as_of,
        "scope": material.scope, "coarse": material.coarse, "log_head": material.head,
        "log_events": material.events, "documents": len(material.documents),
    }) + b"\n"  # fmt: skip


def _put_evidence(packing: Packing, material: Material, page: Page) -> None:
    """A document's text and bytes; in a coarse pack neither, since both hold every description."""
    if material.coarse:
        return
    document = page.document
    packing.put(f"texts/{document.text_sha256}.txt", [document.text.encode("utf-8", "surrogatepass")])
    original = material.original(document.id)
    if original is not None:
        packing.put(f"originals/{hashlib.sha256(original).hexdigest()}", [original])


def _statements(material: Material) -> Iterator[dict[str, object]]:
    for page in material.pages():
        for statement in page.statements:
            yield statement_row(statement, material.places.get(statement.id, ()))


def _report(material: Material, said: Mapping[str, Said], files: Mapping[str, str]) -> Iterator[bytes]:
    judged = _by_claim(material.judgements)
    yield opening(material).encode(errors="replace")
    for claim in material.claims():
        section = claim_section(claim, said, files, judged(claim.id))
        yield section.encode(errors="replace")
    yield closing(material, files).encode(errors="replace")


def _by_claim(rows: Sequence[Judged]) -> Callable[[str], Sequence[Judged]]:
    """The judgements that shape a claim."""
    found: dict[str, list[Judged]] = {}
    for row in rows:
        for claim in row.claims:
            found.setdefault(claim, []).append(row)
    return lambda claim: found.get(claim, ())
