"""What an inline style does to a reader's eye: whether the words in it can be seen."""

import re

NUMBER = re.compile(r"-?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})")
CHANNELS = re.compile(r"\d{1,3}(?:\.\d{1,4})?%?")
CLIPPED = re.compile(r"rect\([01](?:px)?[ ,]|inset\((?:50|100)%")
NAMED = {"white": "#ffffff", "black": "#000000"}
FAR_PX = -500.0
Style = dict[str, str]


def style_of(value: str | None) -> Style:
    """The declarations of a style attribute, in lower case; {} for none."""
    pairs = (part.partition(":") for part in (value or "").lower().split(";"))
    return {name.strip(): words.replace("!important", "").strip() for name, colon, words in pairs if colon}


def is_struck(style: Style) -> bool:
    """Whether the words are crossed out."""
    return "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", "")


def is_unseen(style: Style) -> bool:
    """Whether the words are not displayed, of no size, transparent or moved off the screen."""
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    return _transparent(style) or _without_size(style) or _off_screen(style)


def _transparent(style: Style) -> bool:
    colour = style.get("color", "").replace(" ", "")
    clear = colour == "transparent" or ("a(" in colour and colour.endswith((",0)", ",0.0)", "/0)")))
    opacity = _number(style.get("opacity", ""))
    return clear or (opacity is not None and opacity < 0.05)


def _without_size(style: Style) -> bool:
    font = _number(style.get("font-size", ""))
    if font is not None and (font == 0 or (font <= 1 and "px" in style["font-size"])):
        return True
    if "scale(0" in style.get("transform", "").replace(" ", "") and "scale(0." not in style["transform"]:
        return True
    clipped = style.get("clip", "") + style.get("clip-path", "")
    if "position" in style and CLIPPED.search(clipped):
        return True
    boxed = style.get("overflow", "") in ("hidden", "clip")
    sizes = (_number(style.get(name, "")) for name in ("width", "height", "max-width", "max-height"))
    return boxed and any(size is not None and size <= 1 for size in sizes)


def _off_screen(style: Style) -> bool:
    moved = ["text-indent", "margin-left", "margin-top"]
    if style.get("position") in ("absolute", "fixed", "relative"):
        moved += ["left", "top", "right", "bottom"]
    places = (_number(style.get(name, "")) for name in moved)
    return any(place is not None and place <= FAR_PX for place in places)


def _number(value: str) -> float | None:
    match = NUMBER.match(value)
    return float(match[0]) if match else None


def colour_of(value: str) -> str | None:
    """A colour as #rrggbb; None where it is none or cannot be told."""
    words = NAMED.get(value.strip().lower(), value.strip().lower())
    if words.startswith("#") and len(words) == 4:
        words = "#" + "".join(2 * digit for digit in words[1:])
    if words.startswith("#") and len(words) == 7:
        return words
    if not words.startswith("rgb"):
        return None
    parts = CHANNELS.findall(words)[:3]
    channels = [round(float(part.rstrip("%")) * (2.55 if "%" in part else 1)) for part in parts]
    return "#" + "".join(f"{min(channel, 255):02x}" for channel in channels) if len(parts) == 3 else None
