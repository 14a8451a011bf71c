"""Reads a page back as a browser would: its elements, the article's text, and whether it nests."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "br", "input", "hr", "link", "img"}
Attributes = dict[str, str]


class Page(HTMLParser):
    """`elements`: each start tag with its attributes; `articles`: the text of each `.text` block, without
    what the original strikes or hides.
    """

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, Attributes]] = []
        self._texts: list[list[str]] = []
        self.words: list[str] = []
        self.inline: dict[str, str] = {}
        self._open: list[tuple[str, Attributes]] = []
        self.feed(html)
        self.close()
        assert not self._open, self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        assert len(known) == len(attrs), f"an attribute stands twice in {tag}"
        self.elements.append((tag, known))
        if tag not in VOID:
            self._open.append((tag, known))
        if known.get("class") == "text":
            self._texts.append([])

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._open.pop()
        assert opened == tag, f"{tag} closes {opened}"

    def handle_data(self, data: str) -> None:
        here = [tag for tag, _ in self._open]
        if here and here[-1] in {"script", "style"}:
            self.inline[here[-1]] = self.inline.get(here[-1], "") + data
            return
        self.words.append(data)
        inside = [name for _, known in self._open for name in known.get("class", "").split()]
        if "text" in inside and not {"left-out", "cut"} & set(inside):
            self._texts[-1].append(data)

    @property
    def articles(self) -> list[str]:
        """The text of each article, as a reader would copy it."""
        return ["".join(parts) for parts in self._texts]

    def with_class(self, name: str) -> Iterator[Attributes]:
        """The attributes of every element of a class."""
        return (known for _, known in self.elements if name in known.get("class", "").split())

    def values(self, attribute: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [known[attribute] for _, known in self.elements if attribute in known]
