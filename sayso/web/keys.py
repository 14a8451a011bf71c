"""Who may see the pages: whoever has the key that `sayso serve` printed, and nobody else on this machine."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256

KEY_BYTES = 24


def new_key() -> str:
    """A key that nobody guesses, made anew whenever the server starts."""
    return secrets.token_urlsafe(KEY_BYTES)


def same(given: str | None, wanted: str) -> bool:
    """Whether two secrets are equal, in a time that tells nothing; False for None."""
    return given is not None and hmac.compare_digest(given.encode(), wanted.encode())


def form_token(key: str) -> str:
    """What every form carries, so that no other site can write with the visitor's cookie (OWASP, CSRF)."""
    return hmac.new(key.encode(), b"sayso form", sha256).hexdigest()


def cookie_name(port: int) -> str:
    """Two servers on one machine do not take each other's cookie, for browsers keep them by host alone."""
    return f"sayso-{port}"
