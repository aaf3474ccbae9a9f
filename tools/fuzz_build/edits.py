"""What editors, and whoever looks after the site, do to it between two builds.

An :class:`Edit` is a name and two small numbers: the first picks a file, the second says what
becomes of it. So a sequence can be written down, repeated, and made shorter.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from tools.fuzz_build import content
from tools.fuzz_build.site import Site

T = TypeVar("T")
Action = Callable[[Site, int, int], None]


@dataclass(frozen=True)
class Edit:
    """One thing done to a site: the name of an action and its two numbers."""

    name: str
    a: int = 0
    b: int = 0


def pick(things: Sequence[T], number: int) -> T:
    """Return one of ``things``, whatever the number."""
    return things[number % len(things)]


def set_field(site: Site, name: str, key: str, value: str) -> None:
    """Write a line of an article's front matter anew; an empty value takes it away."""
    text = site.text(name)
    line = re.compile(rf"^{key}:.*\n(?:  .*\n)*", re.MULTILINE)
    new = f"{key}: {value}\n" if value else ""
    if line.search(text):
        text = line.sub(lambda _: new, text, count=1)
    else:
        text = re.sub(r"^(?:---\n)?", lambda found: found[0] + new, text, count=1)
    site.write(name, text)


def _article(site: Site, a: int) -> str:
    return pick(site.articles(), a)


def _text(site: Site, a: int, b: int) -> None:
    name = pick(site.names(".md"), a)
    site.write(name, site.text(name) + f"\nThêm đoạn {b}.\n")


def _text_before_the_end(site: Site, a: int, b: int) -> None:
    name = _article(site, a)
    site.write(name, re.sub(r"\n\n", f"\n\nĐoạn đầu {b} của bài.\n\n", site.text(name), count=1))


def _same_size_unsettled(site: Site, a: int, b: int) -> None:
    """An edit within the grain of the file system's clock: neither size nor time tells."""
    name = _article(site, a)
    path = site.path(name)
    soon = time.time_ns() // 10**12 * 10**12 + 3 * 10**12
    text = site.text(name)
    site.write(name, re.sub(r"a(?=\S*\.\n)", pick("aeiou", b), text, count=1))
    os.utime(path, ns=(soon, soon))


def _touch(site: Site, a: int, _: int) -> None:
    site.settle(site.path(pick([*site.names(".md"), *site.names(".jpg")], a)))


def _date(site: Site, a: int, b: int) -> None:
    days = (1, 3, 7, 8, 9, 12, 14, 15, 16, 25)
    set_field(
        site,
        _article(site, a),
        "Date",
        f"{pick(days, b):02}/{pick((1, 12), b // 10):02}/2024 10:00",
    )


def _old_date(site: Site, a: int, b: int) -> None:
    set_field(site, _article(site, a), "Date", f"{pick((1, 7, 28), b):02}/{1 + b % 12:02}/2023")


def _tags(site: Site, a: int, b: int) -> None:
    tags = [pick(content.TAGS, b), pick(content.TAGS, b * 5 + a)]
    set_field(site, _article(site, a), "Tags", ", ".join(dict.fromkeys(tags)) if b else "")


def _rename(site: Site, a: int, b: int) -> None:
    name = pick(site.names(".md"), a)
    old = PurePosixPath(name)
    stem = "index" if b % 5 == 4 else f"ten-{b}"
    _move(site, name, str(old.with_name(f"{stem}.md")))


def _move_folder(site: Site, a: int, b: int) -> None:
    name = _article(site, a)
    folder = pick(("articles/2024/01/man", "articles/2024/01/moi", "articles", "articles/2024"), b)
    _move(site, name, f"{folder}/{PurePosixPath(name).name}")


def _move_with_photos(site: Site, a: int, b: int) -> None:
    folder = pick(["articles/2024/01/cho-phien", "articles/2024/01/man"], a)
    if site.path(folder).exists():
        target = site.path(f"articles/2024/doi-cho-{b % 3}")
        if not target.exists():
            site.path(folder).rename(target)
    elif (back := site.path(f"articles/2024/doi-cho-{b % 3}")).exists():
        back.rename(site.path(folder))


def _move(site: Site, name: str, new: str) -> None:
    if not site.path(new).exists():
        site.path(new).parent.mkdir(parents=True, exist_ok=True)
        moment = site.path(name).stat()
        site.write(new, site.path(name).read_bytes())
        os.utime(site.path(new), ns=(moment.st_atime_ns, moment.st_mtime_ns))  # as mv does
        site.remove(name)


def _swap(site: Site, a: int, b: int) -> None:
    one, two = _article(site, a), _article(site, b)
    first, second = site.path(one), site.path(two)
    if one != two and first.parent == second.parent:
        between = first.with_name("giữa")
        first.rename(between)
        second.rename(first)
        between.rename(second)


def _add(site: Site, a: int, b: int) -> None:
    head = {
        "Title": f"{pick(content.TITLES, b)} {a}",
        "Date": f"{1 + (a * 3 + b) % 15:02}/01/2024 0{b % 10}:00",
        "Category": pick(content.CATEGORIES, b),
        "Tags": f"{pick(content.TAGS, a)}, {pick(content.TAGS, b)}",
        "Source": pick(content.OUTLETS, b) if b % 3 == 0 else "",
    }
    lines = "".join(f"{key}: {value}\n" for key, value in head.items() if value)
    link = f"[bài](/{pick(site.articles(), b)}) " if a % 2 else ""
    site.write(f"articles/them-{a}.md", f"{lines}\nBài mới {link}số {b}.\n")


def _delete(site: Site, a: int, _: int) -> None:
    if len(names := site.articles()) > 1:
        site.remove(pick(names, a))


def _link(site: Site, a: int, b: int) -> None:
    name, target = _article(site, a), pick(site.names(".md"), b)
    line = f"\nXem [bài kia](/{target}#muc).\n"
    site.write(name, site.text(name) + line)


def _show_photo(site: Site, a: int, b: int) -> None:
    name = _article(site, a)
    photo = PurePosixPath(pick(site.names(".jpg"), b))
    site.write(name, site.text(name).rstrip("\n") + f"\n\n/{photo}\nẢnh thêm. Ảnh: Lò Mai\n")


def _lead_photo(site: Site, a: int, b: int) -> None:
    photo = pick(["", *site.names(".jpg")], b)
    set_field(site, _article(site, a), "Lead_photo", f"/{photo}" if photo else "")


def _photo(site: Site, a: int, b: int) -> None:
    site.photo(pick(site.names(".jpg"), a), 20 + b)


def _photo_beside(site: Site, a: int, b: int) -> None:
    """A photo in an article's folder that hides one of the same name elsewhere, or nearly."""
    names = ("tuyet.jpg", "Tuyet.JPG", "TUYET.jpg", "ruong.jpg", "mot1.jpg", "hai.png", "Mot.jpg")
    folder = pick(("articles", "articles/2024/01/cho-phien", "images"), a)
    site.photo(f"{folder}/{pick(names, b)}", b)


def _delete_photo(site: Site, a: int, _: int) -> None:
    if names := [*site.names(".jpg"), *site.names(".JPG"), *site.names(".png")]:
        site.remove(pick(names, a))


def _attachment(site: Site, a: int, b: int) -> None:
    names = (
        "articles/2024/01/cho-phien/ke-hoach.pdf",
        "articles/so-lieu.csv",
        "images/so-lieu.csv",
    )
    name = pick(names, a)
    if b % 5 == 4 and site.path(name).exists():
        site.remove(name)
    else:
        site.write(name, f"nội dung tệp {b % 5}")


def _page(site: Site, a: int, b: int) -> None:
    name = f"pages/trang-{a % 3}.md"
    if b % 4 == 3 and site.path(name).exists():
        site.remove(name)
    else:
        site.write(name, f"Title: Trang {b}\nSlug: trang-{a % 3}\n\nLời trang tĩnh {b}.\n")


def _page_status(site: Site, a: int, b: int) -> None:
    set_field(site, pick(site.names(".md", "pages/"), a), "Status", pick(content.STATUSES, b))


def _delete_page(site: Site, a: int, _: int) -> None:
    if names := site.names(".md", "pages/"):
        site.remove(pick(names, a))


def _extra(site: Site, a: int, b: int) -> None:
    name = pick(("extra/robots.txt", "extra/CNAME"), a)
    if b % 4 == 3 and site.path(name).exists():
        site.remove(name)
    else:
        site.write(name, f"# {b}\n")


def _field(key: str, values: Sequence[str]) -> Action:
    def change(site: Site, a: int, b: int) -> None:
        set_field(site, _article(site, a), key, pick(values, b))

    return change


def _broken(key: str, value: str) -> Action:
    def change(site: Site, a: int, _: int) -> None:
        set_field(site, _article(site, a), key, value)

    return change


EDITS: dict[str, Action] = {
    "text": _text,
    "text before the end": _text_before_the_end,
    "same size, unsettled": _same_size_unsettled,
    "touch": _touch,
    "title": _field("Title", content.TITLES),
    "slug": _field("Slug", ("", "ten-rieng", "ten-khac", "cho-phien")),
    "summary": _field("Summary", ("", "Tóm tắt ngắn.", "Tóm tắt “khác” & dài hơn.")),
    "category": _field("Category", content.CATEGORIES),
    "authors": _field("Authors", content.AUTHORS),
    "status": _field("Status", content.STATUSES),
    "source": _field("Source", ("", *content.OUTLETS)),
    "correction": _field("Correction", ("", "13/01/2024: Sửa số.", "14/01/2024: Sửa tên.")),
    "modified": _field("Modified", ("", "14/01/2024", "14/01/2024 09:00")),
    "date": _date,
    "old date": _old_date,
    "tags": _tags,
    "rename": _rename,
    "move": _move_folder,
    "move with photos": _move_with_photos,
    "swap": _swap,
    "add": _add,
    "delete": _delete,
    "link": _link,
    "show photo": _show_photo,
    "lead photo": _lead_photo,
    "photo": _photo,
    "photo beside": _photo_beside,
    "delete photo": _delete_photo,
    "attachment": _attachment,
    "page": _page,
    "page title": lambda site, a, b: set_field(
        site, pick(site.names(".md", "pages/"), a), "Title", pick(content.TITLES, b)
    ),
    "page status": _page_status,
    "delete page": _delete_page,
    "extra": _extra,
    "wrong date": _broken("Date", "31/02/2024"),
    "wrong title": _broken("Title", ""),
}
"""What happens in the content folder."""
