"""Files beside articles that are not what they are called, and names that mean more than a name."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from PIL import Image, PngImagePlugin

from tests.fuzz.hostile.disguise import injection
from tests.fuzz.text.words import Draw
from tests.media_files import media_file

_STEMS = (
    *(
        "..",
        "...",
        ".an",
        "-rf",
        "--help",
        "a\nb",
        "a\tb",
        'a"b',
        "a'b",
        "<script>alert(1)<",
        "a&b",
    ),
    *(
        "a\u202egpj",
        "a\u200bb",
        "con",
        "NUL",
        "aux.x",
        "a" * 200,
        "a" * 245,
        "A\u0309nh",
        "\u1ea2nh",
    ),
    *("INDEX", "Index", "index.md", "%2e%2e%2fx", "..\\..\\x", "a?b#c", "a%00b", "$(touch pwned)"),
    *(
        "`id`",
        "a;b",
        "a b",
        " a",
        "a ",
        "\x1b[31mđỏ",
        "\x7f",
        "\u0085",
        "\udcff",
        "a\udc80b",
        "*",
        "~",
    ),
    *(
        "_headers",
        "_redirects",
        "robots",
        "{{7351*9173}}",
        "\U0001f4a9",
        "\ufdd0",
        "ﬁ",
        "ſ",
        "\u212a",
    ),
)
_ENDINGS = (".md", ".jpg", ".pdf", ".MD", ".md.txt", ".jpg.exe", ".svg", ".html", "")
_ACTIVE = (
    *("html", "htm", "xhtml", "xml", "svg", "svgz", "js", "mjs", "css", "mht", "swf", "exe", "php"),
    *("htaccess", "wasm", "xsl", "xht", "shtml", "hta", "url", "lnk", "jar", "webmanifest", "json"),
)
_TAKEN = (
    *(
        "pdf",
        "docx",
        "zip",
        "csv",
        "txt",
        "ics",
        "vtt",
        "mp4",
        "mp3",
        "wav",
        "rtf",
        "doc",
        "7z",
        "epub",
    ),
    *("webm", "ogg", "mts", "aac", "flac", "odt", "rar", "mpg", "amr", "wma"),
)
_PHOTOS = ("jpg", "jpeg", "png", "webp", "gif", "tif", "bmp", "heic", "avif", "ico", "jfif", "psd")
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
_HTML = b"<!doctype html><script>alert(1)</script>"


def name(draw: Draw) -> str:
    """Return a file's name that programs may trip over."""
    return draw.one(_STEMS) + draw.one(_ENDINGS)


def attachment(draw: Draw) -> tuple[str, bytes]:
    """Return a file that is not to be published as it is, or is told by its content alone."""
    ending = draw.one(_ACTIVE if draw.chance(2) else _TAKEN)
    content = draw.one(
        (
            _HTML,
            _SVG,
            b"\xef\xbb\xbf \n" + _SVG,
            b"\0\0\0\x18" + _HTML,
            b"GIF89a/*" + _HTML,
            media_file("x.pdf") + _HTML,
            b"x" * draw.between(0, 1100) + media_file("x.pdf") + _HTML,
            media_file(f"x.{ending}", _HTML),
            media_file("x.zip", _HTML),
            b"ID3" + _HTML,
            b"RIFF" + _HTML,
            b"\xff\xfe" + _HTML.decode().encode("utf-16-le"),
            b"MZ\x90\0",
            b"#!/bin/sh\ntouch pwned\n",
            b"WEBVTT\n\n00:00.000 --> 00:09.000\n<script>alert(1)</script>",
            b"BEGIN:VCALENDAR\nURL:javascript:alert(1)\nEND:VCALENDAR",
            b"=cmd|' /C calc'!A0,1\n",
            _bomb(),
            b"",
        )
    )
    return f"tep.{ending}", content


def photo(draw: Draw) -> tuple[str, bytes]:
    """Return a photo that is broken, lies, or holds more than pixels."""
    ending = draw.one(_PHOTOS)
    made = draw.one((_jpeg, _png, _jpeg, _png, _nothing))(draw)
    forms: tuple[Callable[[], bytes], ...] = (
        lambda: made[: draw.number(len(made) + 1)],
        lambda: made + _HTML,
        lambda: _HTML + made,
        lambda: made[:20] + _HTML + made[20:],
        lambda: _SVG,
        lambda: _huge(draw.between(1000, 60_000), draw.between(1000, 60_000)),
        lambda: made[: draw.number(len(made) + 1)] + bytes([draw.number(256)]) * 9,
        lambda: made,
    )
    content = draw.one(forms)()
    return f"anh.{ending}", content


def _nothing(_: Draw) -> bytes:
    return b""


def _jpeg(draw: Draw) -> bytes:
    """A JPEG with markup in its comment and in what cameras write."""
    said = injection(draw).encode(errors="replace").decode()
    exif = Image.Exif()
    exif.update({0x010E: said, 0x013B: said, 0x8298: said, 0x9C9B: said.encode("utf-16-le")})
    file = io.BytesIO()
    picture = Image.new("RGB", (draw.between(1, 60), 40), "red")
    picture.save(file, "JPEG", exif=exif.tobytes(), comment=said.encode()[:9000])
    if draw.chance(2):
        return file.getvalue()
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
        'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop='
        f'"http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="{said}"><dc:description><rdf:Alt>'
        f"<rdf:li>{said}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    if draw.chance(4):
        xmp = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&a;&a;">]>' + xmp
    data = b"http://ns.adobe.com/xap/1.0/\0" + xmp.encode(errors="replace")[:60_000]
    whole = file.getvalue()
    return whole[:2] + b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data + whole[2:]


def _png(draw: Draw) -> bytes:
    """A PNG with markup in its texts."""
    said = injection(draw).encode(errors="replace").decode()
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt("Description", said)
    texts.add_itxt("Author", said, zip=True)
    file = io.BytesIO()
    Image.new("RGB", (draw.between(1, 60), 40), "blue").save(file, "PNG", pnginfo=texts)
    return file.getvalue()


def _huge(width: int, height: int) -> bytes:
    """A PNG whose header promises more pixels than there are."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 1000)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@cache
def _bomb() -> bytes:
    """A zip that holds a thousand times its size."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../pwned.html", b"\0" * 5_000_000)
    return file.getvalue()


@cache
def good() -> dict[str, bytes]:
    """Return the files that articles show: a photo, a document, a film."""
    file = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(file, "JPEG")
    others: dict[str, Callable[[str], bytes]] = dict.fromkeys(
        ("ke-hoach.pdf", "phim.mp4"), media_file
    )
    return {"a.jpg": file.getvalue()} | {each: made(each) for each, made in others.items()}
