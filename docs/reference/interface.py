"""The page of the interface for programs, made of its OpenAPI document."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = """# The interface for programs

`sayso serve` answers programs under `/api`, in the words and [shapes](shapes.md) of the command line.
The same for machines (OpenAPI 3.1) is at `/api/openapi.json`.
[How to use it](../how-to/use-the-interface.md).

A list is a page: `items`, `total`, and `next`, which is the next page's `after` (none on the last). What was
asked wrongly is answered with 400, without the key with 401, what would write and comes from another site
with 403, what is not there with 404, and with 503 while another program writes into the ledger; each with
`{"error": "a sentence"}`."""


def described() -> dict[str, Any]:
    """The OpenAPI document of a server over an empty ledger."""
    from sayso.web.api.application import make_api
    from sayso.web.api.describing import describe
    from sayso.web.holding import Held
    from sayso.web.serving import Serving

    with tempfile.TemporaryDirectory() as folder:
        held = Held(Path(folder, "empty.db"))
        try:
            return describe(make_api(Serving(held=held)))
        finally:
            held.close()


def interface() -> str:
    """The whole page."""
    return "\n\n".join([HEAD, *_routes(described()["paths"])])


def _routes(paths: dict[str, Any]) -> Iterator[str]:
    for path, methods in paths.items():
        for method, route in methods.items():
            yield f"## `{method.upper()} {path}`"
            yield f"{route['summary']}. {route.get('description', '')}".strip()
            rows = [*_parameters(route), *_body(route)]
            if rows:
                yield "| takes | |\n| --- | --- |\n" + "\n".join(rows)
            yield f"Answers {_answer(route)}."


def _parameters(route: dict[str, Any]) -> Iterator[str]:
    for one in route.get("parameters", []):
        told = one.get("description") or _kind(one["schema"])
        needed = ", needed" if one["required"] and one["in"] == "query" else ""
        yield f"| `{one['name']}` ({one['in']}{needed}) | {told} |"


def _body(route: dict[str, Any]) -> Iterator[str]:
    for media, content in route.get("requestBody", {}).get("content", {}).items():
        yield f"| body | {media}: `{content['schema']['$ref'].rpartition('/')[2]}` |"


def _kind(schema: dict[str, Any]) -> str:
    kinds = schema.get("anyOf", [schema])
    words = [", ".join(one["enum"]) if "enum" in one else one.get("type", "") for one in kinds]
    return " or ".join(word for word in words if word and word != "null")


def _answer(route: dict[str, Any]) -> str:
    status, found = next(iter(route["responses"].items()))
    content = found.get("content", {})
    schema = content.get("application/json", {}).get("schema", {})
    if "application/json" not in content or len(content) > 1:
        return f"{status}: {', '.join(f'`{media}`' for media in content)}"
    if "properties" in schema:
        return f"{status}: a page of `{schema['properties']['items']['items']['$ref'].rpartition('/')[2]}`"
    if "$ref" in schema:
        return f"{status}: a `{schema['$ref'].rpartition('/')[2]}`"
    return f"{status}: a JSON object"
