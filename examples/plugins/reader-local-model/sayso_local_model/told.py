"""What the settings tell the plugin, checked: which model, at which address, and whether texts may leave."""

from __future__ import annotations

import ipaddress
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.errors import UsageError

PATH = "/v1/chat/completions"
KEYS = ("endpoint", "model", "api_key", "seconds", "chars", "send_texts_to")


class TextsLeave(UserWarning):
    """Sources' texts are sent to another machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`endpoint`: the whole address of chat completions. `seconds` for one answer, `chars` of text at once.

    `here`: nothing but this machine is reached.
    """

    endpoint: str
    model: str
    api_key: str = ""
    seconds: float = 120.0
    chars: int = 3_000
    here: bool = True


def told(options: Mapping[str, object]) -> Told:
    """The options of `plugin.local-model`; UsageError for one that is missing, wrong or not known.

    An address off this machine is refused, unless `send_texts_to` names the very host; then a TextsLeave
    warning says where texts go, and only https is taken.
    """
    unknown = [key for key in options if key not in KEYS]
    if unknown:
        raise UsageError(f"there is no plugin.local-model.{unknown[0]}; there is {', '.join(KEYS)}")
    endpoint, model = str(options.get("endpoint", "")), str(options.get("model", ""))
    if not endpoint or not model:
        raise UsageError(
            "set plugin.local-model.endpoint (http://127.0.0.1:11434) and plugin.local-model.model"
        )
    return Told(
        endpoint=_whole(endpoint), model=model, api_key=str(options.get("api_key", "")),
        seconds=_number(options, "seconds", 120.0, 1, 3_600),
        chars=int(_number(options, "chars", 3_000, 500, 50_000)),
        here=_is_here(endpoint, str(options.get("send_texts_to", ""))),
    )  # fmt: skip


def _whole(endpoint: str) -> str:
    parts = urlsplit(endpoint)
    return endpoint if parts.path not in ("", "/") else f"{endpoint.rstrip('/')}{PATH}"


def _number(options: Mapping[str, object], key: str, default: float, least: float, most: float) -> float:
    value = options.get(key, default)
    try:
        found = float(value) if isinstance(value, str | int | float) else float("nan")
    except ValueError:
        found = float("nan")
    if not least <= found <= most:
        raise UsageError(f"plugin.local-model.{key} is from {least:g} to {most:g}, not {value!r}")
    return found


def _is_here(endpoint: str, send_texts_to: str) -> bool:
    parts = urlsplit(endpoint)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise UsageError(f"{endpoint!r} is no address of http or https")
    if host == "localhost" or _is_loopback(host):
        return True
    if send_texts_to != host:
        raise UsageError(
            f"{host} is another machine: the texts of your documents would be sent there. If that harms no "
            f"source, set plugin.local-model.send_texts_to = {host!r}"
        )
    if parts.scheme != "https":
        raise UsageError(f"texts are sent to {host} by https only")
    warnings.warn(TextsLeave(f"the texts of documents are sent to {host}, off this machine"), stacklevel=4)
    return False


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
