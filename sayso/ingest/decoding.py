"""Bytes into text: by byte order mark, UTF-8, the charset that a page declares, or a stated guess."""

import codecs
import re

from sayso.errors import Problem, UnreadableInput

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Labels that pages declare and the encoding that is meant by them (WHATWG Encoding Standard, 4.2).
DECLARED = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252",
    "latin1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252", "iso-8859-15": "iso8859-15",
    "iso-8859-2": "iso8859-2", "windows-1250": "cp1250", "windows-1251": "cp1251",
    "iso-8859-5": "iso8859-5", "koi8-r": "koi8-r", "koi8-u": "koi8-u", "windows-1254": "cp1254",
    "iso-8859-9": "cp1254", "windows-1256": "cp1256", "iso-8859-6": "iso8859-6",
    "windows-1255": "cp1255", "windows-1253": "cp1253", "iso-8859-7": "iso8859-7",
    "windows-1257": "cp1257", "windows-1258": "cp1258", "windows-874": "cp874", "tis-620": "cp874",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "cp949": "cp949", "windows-949": "cp949",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "windows-31j": "cp932", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
    "iso-2022-kr": "iso2022_kr",
}  # fmt: skip
SEVEN_BIT = ("iso2022_jp", "iso2022_kr")  # valid UTF-8 by accident
CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,200}?encoding)\s{0,9}=\s{0,9}["']?([A-Za-z0-9_:-]{2,30})""",
    re.IGNORECASE,
)
GUESSED = [
    "cp1252", "cp1250", "cp1251", "koi8_r", "cp1254", "cp1256", "cp1255", "cp1253", "cp949", "gb18030",
    "big5", "cp932", "euc_jp", "cp874", "cp1258",
]  # fmt: skip
SAMPLE_BYTES = 20_000


def decode(
    data: bytes, name: str, *, cut: bool = False, charset: str | None = None
) -> tuple[str, tuple[Problem, ...]]:
    """The text of `data` without its byte order mark, and the problem that its encoding was guessed.

    `cut`: the bytes end in the middle, perhaps of a letter, which is then dropped. `charset` is
    what a server or a mail declared, which goes before what the page says. Raises UnreadableInput
    where no encoding fits. Empty bytes give "".
    """
    mark = next((mark for mark in MARKS if data.startswith(mark[0])), None)
    if mark:
        text = _try(data[len(mark[0]) :], mark[1], cut)
        if text is not None:
            return text, ()
    declared = DECLARED.get((charset or "").strip().lower()) or _declared(data[:4_096])
    order = (declared, "utf-8") if declared in SEVEN_BIT else ("utf-8", declared)
    for encoding in order:
        text = _try(data, encoding, cut) if encoding else None
        if text is not None:
            return text, ()
    return _guess(data, name, cut)


def _try(data: bytes, encoding: str, cut: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=not cut)
    except UnicodeDecodeError:
        return None


def _declared(head: bytes) -> str | None:
    match = CHARSET.search(head)
    return DECLARED.get(match[1].decode("ascii").lower()) if match else None


def _guess(data: bytes, name: str, cut: bool) -> tuple[str, tuple[Problem, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE_BYTES], cp_isolation=GUESSED).best()
    fitting = best.could_be_from_charset if best else []
    encoding = next((name for name in ("cp1252", *fitting) if name in fitting), "")
    text = _try(data, encoding, cut) if encoding else None
    if text is None:
        what = "the letters are in no encoding that is known"
        raise UnreadableInput(Problem(where=name, what=what, hint="save it as UTF-8"))
    what = f"the encoding is not declared and was taken to be {encoding}"
    return text, (Problem(where=name, what=what, hint="save it as UTF-8 if letters look wrong"),)
