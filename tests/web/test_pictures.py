"""Pictures can be kept: as SVG that stands alone, as PNG, and as the data behind them."""

import csv
import io
from xml.etree import ElementTree

import pytest

from tests.web.site import Site


def claim(site: Site) -> str:
    return str(site.client.get("/api/claims").json()["items"][0]["id"])


@pytest.mark.parametrize("name", ["origins", "statements", "balance", "windows", "days"])
def test_a_picture_is_kept_in_every_form_and_never_shown_on_this_origin(site: Site, name: str) -> None:
    query = {"claim": claim(site)}
    for form in ("svg", "png", "csv"):
        answer = site.client.get(f"/pictures/{name}/{form}", params=query)
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}.{form}"'
    svg = site.client.get(f"/pictures/{name}/svg", params=query).content
    assert ElementTree.fromstring(svg).tag.endswith("svg")
    rows = list(csv.reader(io.StringIO(site.client.get(f"/pictures/{name}/csv", params=query).text)))
    assert len({len(row) for row in rows}) == 1
    assert site.client.get(f"/pictures/{name}/png", params=query).content.startswith(b"\x89PNG")


@pytest.mark.parametrize("path", ["/pictures/origins/pdf", "/pictures/nothing/svg", "/pictures/origins/svg"])
def test_what_is_no_picture_is_told(site: Site, path: str) -> None:
    assert site.client.get(path).status_code in {400, 404}
