"""Makes fictional PDF, Word, feed, mail and web archive files, byte by byte, for the tests of reading in."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping

from tests.ingest.pages import GOVERNOR, TRADER

PAGE_TOP, LEFT, LEADING = 780, 72, 14
WORDML = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>Border shut</dc:title><dc:creator>Ana Vell</dc:creator>"
    "<dcterms:created>2031-05-17T08:00:00Z</dcterms:created></cp:coreProperties>"
)
INFO = b"/Title(Border shut)/Author(Ana Vell)/CreationDate(D:20310517093000+09'00')"
Placed = tuple[float, float, str]


def lines(*texts: str, top: float = PAGE_TOP, left: float = LEFT) -> list[Placed]:
    """Printed lines one below the other; an empty one leaves a gap."""
    return [(left, top - LEADING * n, text) for n, text in enumerate(texts) if text]


def pdf(*pages: Iterable[Placed], info: bytes = b"") -> bytes:
    """A PDF of pages of placed lines in Helvetica, 11 points."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for page in pages:
        shown = b"".join(map(_shown, page))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            b"/Contents %d 0 R>>" % (len(objects) + 2)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    objects.append(b"<<" + info + b">>")
    return _numbered(objects)


def _shown(placed: Placed) -> bytes:
    x, y, text = placed
    words = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 11 Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (x, y, words)


def _numbered(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>" % (len(objects) + 1, len(objects))
    start = len(out)
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + trailer
        + (b"\nstartxref\n%d\n%%%%EOF" % start)
    )


def paragraph(*runs: str) -> str:
    """A paragraph of WordprocessingML."""
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str, properties: str = "", tag: str = "t") -> str:
    """A run of words with properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def docx(*blocks: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A Word document of blocks of WordprocessingML."""
    body = f"<w:document {WORDML}><w:body>{''.join(blocks)}</w:body></w:document>"
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": body, **(parts or {})})


def zipped(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A tar archive; mode "w:gz" packs it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def article(title: str, text: str = GOVERNOR) -> str:
    """A small page."""
    return (
        f"<html lang=en><head><title>{title}</title></head><body><p>{text}</p><p>{TRADER}</p></body></html>"
    )


def rss(*items: str, title: str = "The Lantern") -> bytes:
    """An RSS 2.0 feed of items."""
    channel = f"<title>{title}</title><language>en</language>{''.join(items)}"
    return f'<?xml version="1.0"?><rss version="2.0"><channel>{channel}</channel></rss>'.encode()


def item(
    title: str = "Border shut", body: str = GOVERNOR, link: str = "https://lantern.example/1", more: str = ""
) -> str:
    """An entry of an RSS feed; its body is escaped markup."""
    escaped = body.replace("&", "&amp;").replace("<", "&lt;")
    day = "<pubDate>Sat, 17 May 2031 08:00:00 +0900</pubDate>"
    body = f"<description>{escaped}</description>"
    return f"<item><title>{title}</title><link>{link}</link>{day}{body}{more}</item>"


Record = tuple[str, bytes, Mapping[str, str]]


def warc(*records: Record, packed: bool = False, kind: str = "response", status: str = "200 OK") -> bytes:
    """A web archive (WARC 1.1) of answers (address, body, headers), each record packed by itself."""
    return b"".join(_record(*record, packed=packed, kind=kind, status=status) for record in records)


def _record(
    address: str, body: bytes, headers: Mapping[str, str], *, packed: bool, kind: str, status: str
) -> bytes:
    told = {"Content-Type": "text/html; charset=utf-8", **headers}
    http = f"HTTP/1.1 {status}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in told.items()) + "\r\n"
    is_http = kind in ("response", "revisit")
    block = http.encode() + body if is_http else body
    fields = {
        "WARC-Type": kind, "WARC-Target-URI": address, "WARC-Date": "2031-05-18T06:07:08Z",
        "WARC-Record-ID": "<urn:uuid:12345678-1234-4234-8234-123456789012>",
        "Content-Type": "application/http; msgtype=response" if is_http else told["Content-Type"],
        "Content-Length": str(len(block)),
    }  # fmt: skip
    head = "WARC/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\n"
    whole = head.encode() + block + b"\r\n\r\n"
    return gzip.compress(whole) if packed else whole


def chunked(body: bytes, size: int = 100) -> bytes:
    """A body in chunks (RFC 9112, 7.1)."""
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


def bomb(size: int) -> bytes:
    """Gzip of so many equal letters."""
    return gzip.compress(b"a" * size)
