"""What editors write into articles and static pages between two builds."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Sequence

from tests.fuzz.site import content
from tests.fuzz.site.edit import Action, article, pick
from tests.fuzz.site.site import Site


def set_field(site: Site, name: str, key: str, value: str) -> None:
    """Write a line of an article's front matter anew; an empty value takes it away."""
    text = site.text(name)
    line = re.compile(rf"^{key}:.*\n(?:  .*\n)*", re.MULTILINE)
    new = f"{key}: {value}\n" if value else ""
    if line.search(text):
        text = line.sub(lambda _: new, text, count=1)
    else:
        text = re.sub(r"^(?:---\n)?", lambda found: found[0] + new, text, count=1)
    site.raw(name, text)


def _text(site: Site, a: int, b: int) -> None:
    name = pick(site.names(".md"), a)
    site.raw(name, site.text(name) + f"\nThêm đoạn {b}.\n")


def _text_before_the_end(site: Site, a: int, b: int) -> None:
    name = article(site, a)
    site.raw(name, re.sub(r"\n\n", f"\n\nĐoạn đầu {b} của bài.\n\n", site.text(name), count=1))


def _same_size_unsettled(site: Site, a: int, b: int) -> None:
    """An edit within the grain of the file system's clock: neither size nor time tells."""
    name = article(site, a)
    path = site.path(name)
    soon = time.time_ns() // 10**12 * 10**12 + 3 * 10**12
    text = site.text(name)
    site.raw(name, re.sub(r"a(?=\S*\.\n)", pick("aeiou", b), text, count=1))
    os.utime(path, ns=(soon, soon))


def _same_size_and_time(site: Site, a: int, b: int) -> None:
    """An edit that only a digest tells, and only where times are not trusted."""
    if site.settings["BUILD"].get("trust_times", True):
        return
    path = site.path(article(site, a))
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"a(?=\S*\.\n)", pick("aeiou", b), text, count=1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _date(site: Site, a: int, b: int) -> None:
    days = (1, 3, 7, 8, 9, 12, 14, 15, 16, 25)
    set_field(
        site,
        article(site, a),
        "Date",
        f"{pick(days, b):02}/{pick((1, 12), b // 10):02}/2024 10:00",
    )


def _old_date(site: Site, a: int, b: int) -> None:
    set_field(site, article(site, a), "Date", f"{pick((1, 7, 28), b):02}/{1 + b % 12:02}/2023")


def _tags(site: Site, a: int, b: int) -> None:
    tags = [pick(content.TAGS, b), pick(content.TAGS, b * 5 + a)]
    set_field(site, article(site, a), "Tags", ", ".join(dict.fromkeys(tags)) if b else "")


def _link(site: Site, a: int, b: int) -> None:
    name, target = article(site, a), pick(site.names(".md"), b)
    line = f"\nXem [bài kia](/{target}#muc).\n"
    site.raw(name, site.text(name) + line)


def _show_photo(site: Site, a: int, b: int) -> None:
    name = article(site, a)
    photo = pick(site.names(".jpg"), b)
    site.raw(name, site.text(name).rstrip("\n") + f"\n\n/{photo}\nẢnh thêm. Ảnh: Lò Mai\n")


def _lead_photo(site: Site, a: int, b: int) -> None:
    photo = pick(["", *site.names(".jpg")], b)
    set_field(site, article(site, a), "Lead_photo", f"/{photo}" if photo else "")


def _old_addresses(site: Site, a: int, b: int) -> None:
    name = pick(site.names(".md"), a)
    set_field(site, name, "Aliases", pick(content.OLD_ADDRESSES, b))


def _page_status(site: Site, a: int, b: int) -> None:
    page = pick(site.names(".md", "pages/"), a)
    set_field(site, page, "Status", pick(content.STATUSES, b))


def _film(site: Site, a: int, _: int) -> None:
    """A film elsewhere that an article shows, or no longer."""
    name, film = article(site, a), "\n\nhttps://youtu.be/abc\n"
    text = site.text(name)
    site.raw(name, text.replace(film, "") if film in text else f"{text}{film}")


def _field(key: str, values: Sequence[str]) -> Action:
    def change(site: Site, a: int, b: int) -> None:
        set_field(site, article(site, a), key, pick(values, b))

    return change


def _broken(key: str, value: str) -> Action:
    def change(site: Site, a: int, _: int) -> None:
        set_field(site, article(site, a), key, value)

    return change


def _withdrawn(site: Site, a: int, b: int) -> None:
    path = pick(site.names(".md"), a)
    set_field(site, path, "Withdrawn", pick(("13/01/2024: Nhầm.", "14/01/2024: Sai nguồn."), b))
    set_field(site, path, "Status", "withdrawn")


EDITS: dict[str, Action] = {
    "text": _text,
    "text before the end": _text_before_the_end,
    "same size, unsettled": _same_size_unsettled,
    "same size, same time": _same_size_and_time,
    "title": _field("Title", content.TITLES),
    "slug": _field("Slug", ("", "ten-rieng", "ten-khac", "cho-phien")),
    "summary": _field("Summary", ("", "Tóm tắt ngắn.", "Tóm tắt “khác” & dài hơn.")),
    "category": _field("Category", content.CATEGORIES),
    "authors": _field("Authors", content.AUTHORS),
    "series": _field("Series", content.SERIES),
    "status": _field("Status", content.STATUSES),
    "source": _field("Source", ("", *content.OUTLETS)),
    "correction": _field("Correction", ("", "13/01/2024: Sửa số.", "14/01/2024: Sửa tên.")),
    "modified": _field("Modified", ("", "14/01/2024", "14/01/2024 09:00")),
    "date": _date,
    "old date": _old_date,
    "tags": _tags,
    "link": _link,
    "show photo": _show_photo,
    "lead photo": _lead_photo,
    "page title": lambda site, a, b: set_field(
        site, pick(site.names(".md", "pages/"), a), "Title", pick(content.TITLES, b)
    ),
    "page status": _page_status,
    "film": _film,
    "until": lambda site, a, b: set_field(
        site, pick(site.names(".md"), a), "Until", pick(("", "14/01/2024", "16/01/2024 09:00"), b)
    ),
    "number": lambda site, a, b: set_field(
        site, pick(site.names(".md"), a), "Number", pick(("", "1/QĐ", "2/QĐ <mật>"), b)
    ),
    "old addresses": _old_addresses,
    "withdrawn": _withdrawn,
    "wrong date": _broken("Date", "31/02/2024"),
    "wrong title": _broken("Title", ""),
}
"""What is written into a file of the content folder."""
