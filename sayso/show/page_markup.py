"""HTML built from elements; the one place where text becomes markup, and so where it is escaped."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from sayso.show.report_characters import code_point, pieces, shown

REPLACEMENT = "\ufffd"
VOID = frozenset({"meta", "br", "input", "hr"})


@dataclass(frozen=True, slots=True)
class Markup:
    """HTML that was made here; whatever is a plain string is text and gets escaped."""

    html: str

    def __html__(self) -> str:
        """The same, for whoever escapes what is not markup already (MarkupSafe's protocol)."""
        return self.html


Child = Markup | str


def element(name: str, /, *children: Child, **attributes: str | bool | None) -> Markup:
    """`<name …>children</name>`; text children are escaped, attribute values escaped and quoted.

    Attributes: `class_` is written class, `data_s` data-s; False and None are left out, True
    stands alone. `name` and attribute names come from this package, never from a document.
    """
    head = name + "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{head}>")
    return Markup(f"<{head}>{join(children).html}</{name}>")


def join(children: Iterable[Child]) -> Markup:
    """The children one after the other, text escaped; empty markup for none."""
    made = (child if isinstance(child, Markup) else text(child) for child in children)
    return Markup("".join(one.html for one in made))


def text(words: str) -> Markup:
    """Text as HTML that reads back as the same text.

    Each control, bidirectional or zero-width character stands alone in a span that shows its name
    and keeps its effect inside. What HTML cannot hold (NUL, lone surrogates) becomes U+FFFD.
    """
    return Markup("".join(_hidden(part) if hidden else escape(part) for part, hidden in pieces(words)))


def _hidden(char: str) -> str:
    kept = "&#13;" if char == "\r" else REPLACEMENT if _unheld(char) else char
    return f'<span class="hidden-char" data-u="{code_point(char)}">{kept}</span>'


def _unheld(char: str) -> bool:
    return char == "\0" or "\ud800" <= char <= "\udfff"


def _attribute(key: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(shown(value))}"'
