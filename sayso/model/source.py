"""Source: who says it, as printed and as resolved inside the document."""

from typing import Literal

import msgspec

from sayso.model.span import Spans

SourceKind = Literal[
    "person", "official", "organization", "government", "state_media", "media",
    "international_organization", "expert", "public", "author", "unspecified",
]  # fmt: skip


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who says it. `text` keeps what is printed, `name` what it resolves to in the document.

    The author's own voice has `kind="author"`, no spans and the publisher as its name; hearsay
    has `kind="unspecified"`, no spans and the name "". `anonymous`: no person and no institution
    could be held to it by name.
    """

    spans: Spans = ()
    text: str = ""
    name: str = ""
    kind: SourceKind = "unspecified"
    anonymous: bool = False
