"""The page in a pack that says what is in it, and how anybody can verify it without this program."""

from sayso.show.exports.material import Material
from sayso.show.report_characters import shown

WHOLE = """\
originals/          the bytes of each document as they came, each named by its SHA-256
texts/              the text that was read out of each, named by its SHA-256; every span points into it
"""
COARSE = """\
(no originals and no texts: they hold the descriptions of anonymous sources that were taken out of this pack)
"""
README = """\
Evidence pack, made by {program}
Of: {scope}
As of: {as_of}
Head of the log: {head}

To verify that no file was changed, unpack it and run in its folder

    sha256sum --check manifest.sha256

(on macOS: shasum -a 256 --check manifest.sha256). `sayso verify --pack FILE` does the same, and also checks
that every quotation stands in its text, word for word. Neither can tell who made the pack:
for that, keep the hash of the whole file, or the head of the log above, in another place.

report.html         opens in any browser, without a network; pages/ has each document with its statements
{evidence}documents.jsonl     what is known of each document; one JSON object a line, as in the others
statements.jsonl    who said what through whom, how sure; spans are half-open, in code points of the text
claims.jsonl        what statements have in common, who supports and who denies it, and what that amounts to
derivations.jsonl   who had it from whom
expectations.jsonl  what was promised or foreseen, and what came of it
judgements.jsonl    what people decided, signed
pack.json           what this pack is of
manifest.sha256     the SHA-256 of every other file

Files in originals/ came from outside and may be harmful to the programs that open them. The copyright of
originals and texts is their publishers'.
"""


def readme(material: Material) -> str:
    """The text of README.txt; what a document could have put into it is written out."""
    return README.format(
        program=shown(material.program), scope=shown(material.scope), as_of=material.as_of or "unknown",
        head=material.head or "(empty)", evidence=COARSE if material.coarse else WHOLE,
    )  # fmt: skip
