"""Addresses in documents: kept where they lead to the web, dropped where a click could run them."""

import re

WEB = re.compile(r"https?://[^\s/?#\\@<>\"'`]{1,255}(?:[/?#][^\s<>\"'`]*)?\Z", re.IGNORECASE)
LONGEST_CHARS = 2_000


def web_url(value: str | None) -> str | None:
    """The address as printed if it is one of http or https without credentials; else None.

    `javascript:`, `data:`, `file:` and addresses relative to something are dropped.
    """
    address = (value or "").strip()
    return address if len(address) <= LONGEST_CHARS and WEB.match(address) else None


def host_of(url: str | None) -> str | None:
    """The host of a web address in lower case, without "www." and port; None for none."""
    if web_url(url) is None or url is None:
        return None
    authority = url.split("/", 3)[2].lower()
    return authority.partition(":")[0].removeprefix("www.")
