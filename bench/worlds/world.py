"""World: documents that a grammar wrote, and what is true of them."""

from pathlib import Path

import msgspec

from bench.ledger.gold import GoldLedger


class WorldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One text with its front matter. `name` ("d007") is what the truth calls it; days are ISO dates."""

    name: str
    title: str
    publisher: str
    published: str
    url: str
    text: str
    author: str = ""
    translation_of: str = ""

    def markdown(self) -> str:
        """The file: YAML front matter and the text."""
        facts = {
            "title": _quoted(self.title),
            "publisher": _quoted(self.publisher),
            "published": self.published,
            "author": _quoted(self.author) if self.author else "",
            "language": "en",
            "url": self.url,
            "translation_of": self.translation_of,
        }
        lines = [f"{name}: {value}" for name, value in facts.items() if value]
        return "\n".join(["---", *lines, "---", self.text])


class World(msgspec.Struct, frozen=True, kw_only=True):
    """`truth` names documents by their `name`."""

    kind: str
    seed: int
    size: int
    documents: tuple[WorldDocument, ...]
    truth: GoldLedger

    @property
    def owners(self) -> dict[str, str]:
        """Outlet to owner, for outlets that share one."""
        return self.truth.owners

    def write(self, folder: Path) -> None:
        """One Markdown file a document, named after it."""
        folder.mkdir(parents=True, exist_ok=True)
        for document in self.documents:
            (folder / f"{document.name}.md").write_text(document.markdown(), encoding="utf-8")


def _quoted(words: str) -> str:
    return msgspec.json.encode(words).decode()
