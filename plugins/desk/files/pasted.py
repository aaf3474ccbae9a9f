"""A text that was copied out of a program: a ``.txt``, or HTML with pictures beside it."""

from __future__ import annotations

import base64
import binascii
import re
import warnings
from pathlib import Path
from urllib.parse import unquote

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import ProcessingInstruction

from plugins.core import checks
from plugins.core.errors import EncodingError
from plugins.core.text.decoding import decode
from plugins.core.text.letters import find_legacy
from plugins.core.text.spaces import squeeze
from plugins.desk.errors import RefusedError
from plugins.desk.manuscript import Manuscript, Picture, Shown
from plugins.desk.reading_back import texts_of
from plugins.desk.text.blocks import Block, Text, blocks_of
from plugins.desk.text.spans import Span

_DATA = re.compile(r"data:image/(?P<kind>[a-z]+)[^,]*;base64,(?P<bytes>.*)", re.DOTALL)


def read_text(path: Path) -> Manuscript:
    """Return what a text file says: a line is a paragraph. Raises :class:`RefusedError`."""
    try:
        lines = decode(path.read_bytes()).split("\n")
    except EncodingError as error:
        raise RefusedError(
            checks.IMPORT_BROKEN, f"tệp {path.suffix} không phải chữ Unicode (UTF-8)"
        ) from error
    old = list(find_legacy(lines))  # before a soft hyphen, in TCVN3 "ư", is taken for nothing
    for found in old:
        lines[found.place] = found.repaired
    texts = [line for line in map(squeeze, lines) if line]
    blocks: list[Block] = [Text([Span(line)]) for line in texts]
    told = (
        [(checks.IMPORT_LETTERS, f"{len(old)} đoạn; đoạn đầu đọc là “{old[0].repaired}”")]
        if old
        else []
    )
    return Manuscript(path, blocks, [], lambda _: None, Shown(texts, 0), told)


def read_html(path: Path) -> Manuscript:
    """Return what an HTML file shows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # it only begins as XML does
        page = BeautifulSoup(path.read_bytes(), "html.parser")
    for head in page.find_all("head"):
        head.decompose()
    for begin in page.find_all(string=lambda text: isinstance(text, ProcessingInstruction)):
        begin.extract()
    pictures: list[Picture] = []
    for image in page.find_all("img"):
        image["data-picture"] = str(len(pictures))
        picture = _beside(path, str(image.get("src", "")))
        pictures.append(picture._replace(alt=str(image.get("alt", ""))))
    blocks = blocks_of(str(page))
    texts = [line for line in map(squeeze, texts_of(page)) if line]
    return Manuscript(path, blocks, pictures, _content, Shown(texts, len(pictures)), [])


def _beside(path: Path, name: str) -> Picture:
    """Return the picture of an address: in it, or in the folder of the file, and nowhere else."""
    if _DATA.fullmatch(name):
        return Picture(name)
    folder = path.parent.resolve()
    file = (folder / unquote(name)).resolve()
    inside = bool(name) and file.is_relative_to(folder) and file.is_file()
    return Picture(str(file) if inside else None, name)


def _content(picture: Picture) -> bytes | None:
    if picture.part is None:
        return None
    match = _DATA.fullmatch(picture.part)
    try:
        return base64.b64decode(match["bytes"]) if match else Path(picture.part).read_bytes()
    except (OSError, binascii.Error):
        return None
