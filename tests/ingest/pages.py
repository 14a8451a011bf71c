"""Makes fictional pages, files and documents for the tests of reading in."""

from sayso.errors import Problem
from sayso.ingest import Defaults, read_bytes
from sayso.model import Document

GOVERNOR = (
    "The governor of Ostara said on Monday that the border would stay closed until the end of the year."
)
TRADER = "Two officials, who asked not to be named, said that nothing had been delivered in the last week."
HEAD = (
    '<title>Border shut</title><meta property="article:published_time" content="2021-05-17T08:00:00Z">'
    '<meta property="og:site_name" content="The Lantern"><meta name="author" content="Ana Vell">'
    '<link rel="canonical" href="https://lantern.example/world/border">'
)
NAV = '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World desk</a></li></ul></nav>'
ENGLISH = Defaults(language="en")


def page(inner: str = "", head: str = HEAD, root: str = ' lang="en"') -> str:
    """An article of two paragraphs with `inner` between them."""
    body = f"<article><h1>Border shut</h1><p>{GOVERNOR}</p>{inner}<p>{TRADER}</p></article>"
    footer = "<footer>All rights reserved by nobody at all</footer>"
    return f"<!doctype html><html{root}><head>{head}</head><body>{NAV}{body}{footer}</body></html>"


def read(data: bytes | str, name: str, defaults: Defaults = ENGLISH) -> list[Document | Problem]:
    return list(read_bytes(data.encode() if isinstance(data, str) else data, name, defaults))


def one(data: bytes | str, name: str, defaults: Defaults = ENGLISH) -> Document:
    (document,) = read(data, name, defaults)
    assert isinstance(document, Document)
    return document


def refused(data: bytes | str, name: str) -> Problem:
    (problem,) = read(data, name)
    assert isinstance(problem, Problem)
    return problem


def whats(document: Document) -> str:
    """Everything that the document's problems say, in one line."""
    return " / ".join(f"{problem.what}; {problem.hint}" for problem in document.problems)
