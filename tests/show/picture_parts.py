"""What a picture shows, read back from its SVG: texts with their boxes, links, and where they overlap."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sayso.show.pictures.measure import width_px
from sayso.show.pictures.picture import Picture

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Box:
    """A label with the room that it takes."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float


def parsed(picture: Picture) -> etree._Element:
    """The root of a picture; an error where it is not well-formed."""
    return etree.fromstring(picture.svg.encode("utf-8"))


def labels(picture: Picture) -> list[Box]:
    """Every label of a picture; what goes on in other type is a label of its own."""
    return [box for each in parsed(picture).iter(f"{SVG}text") for box in _boxes(each)]


def _boxes(each: etree._Element) -> Iterator[Box]:
    size = float(each.get("font-size", "13"))
    x, y = float(each.get("x", "0")), float(each.get("y", "0"))
    for part in list(each) or [each]:
        own = float(part.get("font-size", size))
        wide = width_px(part.text or "", own, part.get("font-weight") == "600")
        x += float(part.get("dx", "0"))
        left = x - {"middle": wide / 2, "end": wide}.get(each.get("text-anchor", ""), 0.0)
        yield Box(part.text or "", left, y - own * 0.8, left + wide, y + own * 0.2, own)
        x += wide


def overlaps(picture: Picture) -> Iterator[tuple[str, str]]:
    """Pairs of labels that stand on each other."""
    found = labels(picture)
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            if (
                one.left < other.right
                and other.left < one.right
                and one.top < other.bottom
                and other.top < one.bottom
            ):
                yield one.text, other.text


def outside(picture: Picture) -> list[str]:
    """Labels that leave the picture."""
    _, _, wide, high = (float(part) for part in parsed(picture).get("viewBox", "").split())
    return [
        box.text for box in labels(picture) if box.left < 0 or box.right > wide + 0.5 or box.bottom > high
    ]


def links(picture: Picture) -> list[str]:
    """The addresses that the picture leads to, in order."""
    return [each.get("href", "") for each in parsed(picture).iter(f"{SVG}a")]


def sound(picture: Picture) -> None:
    """What holds for every picture: legible, nothing on anything, nothing outside, no script, no style."""
    root = parsed(picture)
    assert list(overlaps(picture)) == []
    assert outside(picture) == []
    assert all(box.size >= 12 for box in labels(picture))
    assert all(len(row) == len(picture.columns) for row in picture.rows)
    assert root.get("role") == ("group" if links(picture) else "img")
    assert root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc")
    for each in root.iter(etree.Element):
        assert each.get("style") is None
        assert not any(name.startswith("on") for name in dict(each.attrib))
        assert etree.QName(each).localname not in {"script", "style", "foreignObject", "image"}
