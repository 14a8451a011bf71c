"""The gold of the times benchmark: WikiWars, GUM Wikinews and the SCATE phrases, from $SAYSO_DATA."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sayso.model.span import Span

TAG = re.compile(r"<(/?)TIMEX2([^>]*)>")
ATTRIBUTE = re.compile(r'([A-Za-z_]+)="([^"]*)"')
Days = tuple[date | None, date | None]
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTime:
    """An annotated expression; `days` is None where its value names no interval (lengths, sets, vague)."""

    span: Span
    days: Days | None
    vague: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A document with its anchor and its gold; `fold` is "even" or "odd" in WikiWars."""

    name: str
    text: str
    anchor: date
    times: tuple[GoldTime, ...]
    fold: str = "all"


def months(year: int, month: int, length: int) -> Days:
    index = year * 12 + month - 1 + length
    return date(year, month, 1), date(index // 12, index % 12 + 1, 1) - timedelta(days=1)


def days_of(value: str) -> Days | None:
    """The days of a TIMEX2 or TEI value; None for lengths, sets, vague and incomplete values."""
    value = value.split("T")[0]
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value), date.fromisoformat(value)
        if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
            return months(int(found[1]), int(found[2]), 1)
        if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return monday, monday + timedelta(days=6)
        if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
            return months(int(found[1]), SEASON_MONTH[found[2]], 3)
        if found := re.fullmatch(r"(\d{4})-(Q|H)(\d)", value):
            length = 3 if found[2] == "Q" else 6
            return months(int(found[1]), (int(found[3]) - 1) * length + 1, length)
        if found := re.fullmatch(r"[12]\d{0,3}", value):
            length = 10 ** (4 - len(value))
            first = int(value) * length
            return date(first + (length == 100), 1, 1), date(first + length - (length < 100), 12, 31)
    except ValueError:
        return None
    return None


def wikiwars(folder: Path) -> Iterator[GoldText]:
    """The 22 documents; of nested annotations the inner ones, since spans here never overlap."""
    for path in sorted((folder / "keyinline").glob("*.xml")):
        raw = path.read_text(encoding="utf-8")
        body = raw[raw.index("<TEXT>") + 6 : raw.index("</TEXT>")]
        text, times = _inline(body)
        stamp = re.search(r"<DATETIME>.*?val=\"(\d{4}-\d\d-\d\d)", raw, re.S)
        fold = "even" if int(path.name[:2]) % 2 == 0 else "odd"
        yield GoldText(
            name=path.name[:-8], text=text, anchor=date.fromisoformat(stamp[1] if stamp else "2009-12-19"),
            times=tuple(times), fold=fold,
        )  # fmt: skip


def _inline(body: str) -> tuple[str, list[GoldTime]]:
    out: list[str] = []
    length, done = 0, 0
    opened: list[tuple[int, str, bool]] = []
    times: list[GoldTime] = []
    for tag in TAG.finditer(body):
        piece = html.unescape(body[done : tag.start()])
        out.append(piece)
        length += len(piece)
        done = tag.end()
        if not tag[1]:
            opened = [(start, attributes, False) for start, attributes, _ in opened]
            opened.append((length, tag[2], True))
        else:
            start, attributes, inner = opened.pop()
            if inner:
                given = dict(ATTRIBUTE.findall(attributes))
                modified = "mod" in given or "set" in given
                days = None if modified else days_of(given.get("val", ""))
                times.append(GoldTime(span=Span(start, length), days=days))
    out.append(html.unescape(body[done:]))
    return "".join(out), times


def gum(folder: Path) -> Iterator[GoldText]:
    """Wikinews with TEI dates. Dates without a year ("--10") have no days and are not asked for."""
    for path in sorted((folder / "xml").glob("*.xml")):
        raw = path.read_text(encoding="utf-8")
        created = re.search(r'dateCreated="([\d-]{10})"', raw)
        if created:
            text, times = _tei(raw)
            yield GoldText(
                name=path.stem, text=text, anchor=date.fromisoformat(created[1]), times=tuple(times)
            )


def _tei(raw: str) -> tuple[str, list[GoldTime]]:
    """Words of the token lines, joined by spaces but for punctuation and clitics; <date> as spans."""
    text, times = "", []
    opened: tuple[int, str] | None = None
    glue = True
    for line in raw.splitlines():
        if line.startswith("<date "):
            opened = (len(text), line)
        elif line.startswith("</date") and opened:
            start = opened[0] + (text[opened[0] : opened[0] + 1] == " ")
            times.append(_tei_time(Span(start, len(text)), opened[1]))
            opened = None
        elif line.startswith(("<p", "</p", "<head", "<item")):
            text, glue = text.rstrip() + ("\n\n" if text else ""), True
        elif line and not line.startswith("<"):
            word = html.unescape(line.split("\t")[0])
            tight = re.fullmatch(r"[,.;:!?)\]%’”]|['’](?:s|re|ve|ll|d|m)|n['’]t", word) is not None
            text += ("" if glue or tight else " ") + word
            glue = word in "([“-–$" or (word in "/" and bool(word))
            if word in "-–/" and text[-2:-1] == " ":
                text = text[:-2] + word
    return text, [time for time in times if time.days is not None or time.vague]


def _tei_time(span: Span, line: str) -> GoldTime:
    given = dict(ATTRIBUTE.findall(line))
    if "when" in given:
        return GoldTime(span=span, days=days_of(given["when"]))
    low, high = given.get("notBefore", given.get("from")), given.get("notAfter", given.get("to"))
    if low is None:
        return GoldTime(span=span, days=None, vague=True)
    first, last = days_of(low), days_of(high or "")
    return GoldTime(span=span, days=(first[0], last[1]) if first and last else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A SCATE phrase with its type and TIMEX3 value; the anchor is the first date of its block."""

    text: str
    kind: str
    value: str
    anchor: date


def phrases(path: Path) -> Iterator[Phrase]:
    """The phrases of one tab-separated file; a blank line ends a document, its first line is its date."""
    anchor: date | None = None
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) < 3:
            anchor = None
        elif anchor is None:
            days = days_of(fields[2])
            anchor = days[0] if days else None
        else:
            yield Phrase(text=fields[0], kind=fields[1], value=fields[2], anchor=anchor)
