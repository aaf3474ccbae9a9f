"""One tag of an article's HTML → what is written in its place, and what that leaves out."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit, urlunsplit

from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.html.policy import (
    ALIGNED,
    ATTRIBUTES,
    LOOKS,
    OWN_MEDIA,
    REL,
    STYLE,
    TABLE_PARTS,
    TAGS,
    URL_ATTRIBUTES,
    VALUES,
    VOID,
    is_office,
)
from plugins.core.html.tags import Attribute, attributes, is_self_closed, write_attribute
from plugins.core.text.expressions import expression

_FIX = "Xóa đoạn HTML này, hoặc viết lại bằng Markdown."
_ARIA = expression(r"aria-[a-z]+")
_SCHEME = expression(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
_ALIGNMENTS = ("left", "right", "center", "justify")

_NO_COOKIE_HOST = "www.youtube-nocookie.com"
_YOUTUBE_HOSTS = ("www.youtube.com", "youtube.com", "m.youtube.com")
# What every site's embed code brings along, and what is set anew or has no effect.
_REPLACED = frozenset(
    ("allow", "allowtransparency", "frameborder", "loading", "referrerpolicy", "scrolling")
)


class Removal(NamedTuple):
    """Something in an article's HTML that is not published as it stood, as a ``check`` found.

    ``what`` says what happened to it and ``fix`` what to do, both in Vietnamese;
    ``snippet`` is its text as it stood, as far as that can be told. Those of one ``kind`` are told
    together (where it is not empty); ``name`` is what distinguishes them.
    """

    check: Check
    what: str
    snippet: str
    fix: str = _FIX
    kind: str = ""
    name: str = ""


class Verdict(NamedTuple):
    """What is written for a tag, and what that leaves out."""

    html: str
    removals: tuple[Removal, ...] = ()


# An article's tags are few and come again and again: <p>, <em>, <td>.
@lru_cache(maxsize=4096)
def judge_start(raw: str, tag: str) -> Verdict:
    """Judge the start tag ``raw`` of an HTML element; the one of an embed is refused."""
    if tag not in TAGS or tag == "iframe":
        return Verdict("", (removed(f"thẻ <{tag}>", raw)._replace(kind=f"thẻ <{tag}>"),))
    kept: dict[str, str] = {}
    removals: list[Removal] = []
    aligned: str | None = None
    for attribute in attributes(raw):
        if (tag, attribute.name) == ("a", "name"):
            # How Word marks the place that a link leads to (HTML, 16.3: obsolete).
            attribute = attribute._replace(name="id")
        name = attribute.name
        if tag in ("td", "th") and name in ("align", "style"):
            found, whole = _alignment(attribute)
            aligned = aligned or found
        else:
            value, whole = _judge(tag, attribute) if name not in kept else (None, False)
            if value is not None:
                kept[name] = value
        if not whole:
            # The address stands in the editor's Markdown, the tag perhaps does not.
            address = attribute.value if name in URL_ATTRIBUTES else ""
            one = removed(f"thuộc tính {name} của <{tag}>", address or attribute.raw)
            removals.append(one._replace(kind=_kind(tag, name), name=name))
    if aligned:
        classes = (*kept.get("class", "").split(), ALIGNED.format(aligned))
        kept["class"] = " ".join(dict.fromkeys(classes))
    if tag == "img" and "src" not in kept:
        return Verdict("", (removed("thẻ <img> không có ảnh", raw), *removals))
    if tag == "source" and not {"src", "srcset"} & kept.keys():
        return Verdict("", tuple(removals))
    if tag == "a" and _is_external(kept.get("href", "")):
        kept["rel"] = " ".join(dict.fromkeys((*kept.get("rel", "").split(), "noopener")))
    # <a id="x" /> is meant to be empty, though HTML goes on to the end tag.
    end = f"</{tag}>" if is_self_closed(raw) and tag not in VOID else ""
    return Verdict(_tag(tag, kept) + end, tuple(removals))


@lru_cache(maxsize=256)
def judge_end(tag: str) -> Verdict:
    """Judge the end tag of an HTML element."""
    return Verdict("" if tag not in TAGS or tag in VOID or tag == "iframe" else f"</{tag}>")


def judge_embed(raw: str, opening: str, content: str, hosts: tuple[str, ...]) -> Verdict:
    """Judge a whole ``<iframe>``: it is written anew, loads late and has a title."""
    given = {attribute.name: attribute for attribute in reversed(attributes(opening))}
    src = _embed_address(given["src"].value if "src" in given else "", hosts)
    if src is None:
        fix = "Thay khung nhúng bằng một liên kết đến trang ấy."
        return Verdict("", (removed("khung nhúng <iframe>", raw, fix, checks.EMBED_REFUSED),))
    title = given["title"].value.strip() if "title" in given else ""
    kept = {"src": src, "title": title or f"Nội dung nhúng từ {urlsplit(src).netloc}"}
    removals: list[Removal] = []
    for name, attribute in given.items():
        value, whole = _judge("iframe", attribute)
        if name in kept or name in _REPLACED:
            continue
        if value is not None:
            kept[name] = value
        if not whole:
            removals.append(removed(f"thuộc tính {name} của <iframe>", attribute.raw))
    if not title:
        what = f"khung nhúng <iframe> thiếu title, tạm ghi “{kept['title']}”"
        fix = 'Thêm title="…" nói khung nhúng ấy cho xem gì.'
        removals.append(Removal(checks.EMBED_UNTITLED, what, opening, fix))
    if content.strip():
        removals.append(removed("chữ bên trong <iframe>", content.strip()))
    kept |= {"loading": "lazy", "referrerpolicy": "strict-origin-when-cross-origin"}
    return Verdict(f"{_tag('iframe', kept)}</iframe>", tuple(removals))


def removed(
    what: str, snippet: str, fix: str = _FIX, check: Check = checks.HTML_REMOVED
) -> Removal:
    """Return the removal of ``what`` (Vietnamese) from the HTML."""
    return Removal(check, f"HTML không được phép, đã bỏ {what}", snippet, fix)


def _kind(tag: str, name: str) -> str:
    """Return with which others the removal of an attribute is told."""
    if name not in LOOKS and not is_office(name):
        return ""
    return "bảng HTML" if tag in TABLE_PARTS else "đoạn HTML"


def _judge(tag: str, attribute: Attribute) -> tuple[str | None, bool]:
    """Return an attribute's value as it may stay, and whether that is all of it."""
    name, value = attribute.name, attribute.value
    if name not in ATTRIBUTES[tag] and not _ARIA.fullmatch(name):
        return None, False
    if name == "id" or (name == "href" and value.strip().startswith("#")):
        # An id holds no white space (HTML, 3.2.6); a footnote's label, [^chú thích], may.
        value = "-".join(value.split())
    if name == "rel":
        words = value.lower().split()
        return " ".join(word for word in words if word in REL) or None, REL.issuperset(words)
    if name in URL_ATTRIBUTES and not _is_allowed_address(tag, name, value):
        return None, False
    if name in VALUES and not VALUES[name].fullmatch(value):
        return None, False
    return value, True


def _alignment(attribute: Attribute) -> tuple[str | None, bool]:
    """Return how a cell's ``align`` or ``style`` aligns it, and whether that is all it says."""
    if attribute.name == "align":
        value = attribute.value.lower()
        return (value, True) if value in _ALIGNMENTS else (None, False)
    declarations = [part for part in attribute.value.split(";") if part.strip()]
    aligned = [match for part in declarations if (match := STYLE.fullmatch(part))]
    return aligned[-1]["align"].lower() if aligned else None, len(declarations) == len(aligned)


def _is_allowed_address(tag: str, name: str, value: str) -> bool:
    urls = value.split(",") if name == "srcset" else [value]
    for url in urls:
        # Browsers skip these characters when they read the scheme (URL, 4.4).
        url = re.sub(r"[\t\n\r]|^[\0-\x20]+", "", url)
        scheme = _SCHEME.match(url)
        if scheme and scheme[0].lower() not in URL_ATTRIBUTES[name]:
            return False
        if tag in OWN_MEDIA and _is_external(url):
            return False
    return True


def _is_external(url: str) -> bool:
    return re.match(r"\s*(?:https?:|[/\\]{2})", url, re.IGNORECASE) is not None


def _embed_address(src: str, hosts: tuple[str, ...]) -> str | None:
    """Return the address of an embed on an allowed host, else ``None``."""
    try:
        parts = urlsplit(src.strip())
    except ValueError:
        return None
    host = parts.netloc.lower()
    if host in _YOUTUBE_HOSTS and host not in hosts and parts.path.startswith("/embed/"):
        host = _NO_COOKIE_HOST  # the same player, without its cookies
    if host not in hosts or parts.scheme not in ("https", "http", ""):
        return None
    return urlunsplit(parts._replace(scheme="https", netloc=host))


def _tag(name: str, values: dict[str, str]) -> str:
    return f"<{' '.join((name, *(write_attribute(*item) for item in values.items())))}>"
