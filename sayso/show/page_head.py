"""The head of a page that stands alone: style and script inline, each allowed by its hash alone."""

from base64 import b64encode
from hashlib import sha256

from sayso.show.page_markup import Markup, element


def csp_hash(content: str) -> str:
    """The hash source of an inline style or script (CSP Level 3): "sha256-…"."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()


def page_head(title: str, sheet: str, script: str | None = None) -> Markup:
    """`<head>` with a style sheet of this package, and the policy that allows it and `script`, if any.

    Raises ValueError for a sheet that holds its own end tag.
    """
    scripts = f"script-src '{csp_hash(script)}'; " if script is not None else ""
    policy = (
        f"default-src 'none'; style-src '{csp_hash(sheet)}'; {scripts}base-uri 'none'; form-action 'none'"
    )
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="referrer", content="no-referrer"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        raw("style", sheet),
    )


def raw(name: str, content: str) -> Markup:
    """A style or script of this package; neither may hold its own end tag."""
    if f"</{name}" in content:
        raise ValueError(f"</{name}> inside {name}")
    return Markup(f"<{name}>{content}</{name}>")
