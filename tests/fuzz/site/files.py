"""What editors do to the files of the content folder between two builds."""

from __future__ import annotations

import os
from pathlib import PurePosixPath

from tests.fuzz.site import content
from tests.fuzz.site.edit import Action, article, pick
from tests.fuzz.site.site import Site


def _touch(site: Site, a: int, _: int) -> None:
    site.settle(site.path(pick([*site.names(".md"), *site.names(".jpg")], a)))


def _rename(site: Site, a: int, b: int) -> None:
    name = pick(site.names(".md"), a)
    old = PurePosixPath(name)
    stem = "index" if b % 5 == 4 else f"ten-{b}"
    _move(site, name, str(old.with_name(f"{stem}.md")))


def _move_folder(site: Site, a: int, b: int) -> None:
    name = article(site, a)
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
        site.raw(new, site.path(name).read_bytes())
        os.utime(site.path(new), ns=(moment.st_atime_ns, moment.st_mtime_ns))  # as mv does
        site.remove(name)


def _swap(site: Site, a: int, b: int) -> None:
    one, two = article(site, a), article(site, b)
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
    link = f"[bài](/{pick(site.articles(), b)}) " if a % 2 else ""
    site.write(f"articles/them-{a}.md", f"Bài mới {link}số {b}.", **head)


def _delete(site: Site, a: int, _: int) -> None:
    if len(names := site.articles()) > 1:
        site.remove(pick(names, a))


def _photo(site: Site, a: int, b: int) -> None:
    site.numbered_photo(pick(site.names(".jpg"), a), 20 + b)


def _photo_beside(site: Site, a: int, b: int) -> None:
    """A photo in an article's folder that hides one of the same name elsewhere, or nearly."""
    names = ("tuyet.jpg", "Tuyet.JPG", "TUYET.jpg", "ruong.jpg", "mot1.jpg", "hai.png", "Mot.jpg")
    folder = pick(("articles", "articles/2024/01/cho-phien", "images"), a)
    site.numbered_photo(f"{folder}/{pick(names, b)}", b)


def _folder_like_a_photo(site: Site, a: int, b: int) -> None:
    """A folder that is called as a photo elsewhere is, or will be."""
    folder = pick(("articles", "articles/2024/01/cho-phien", "articles/2024"), a)
    path = site.path(f"{folder}/{pick(('tuyet.jpg', 'ruong.jpg', 'hai.png'), b)}")
    if path.is_dir():
        path.rmdir()
    elif not path.exists():
        path.mkdir(parents=True)


def _folder_like_an_article(site: Site, a: int, b: int) -> None:
    """An article that others may link to goes into a folder of its own name, or out of it."""
    name = article(site, a)
    inside = name.removesuffix("/index.md")
    if inside.endswith(".md") and inside != name:
        text = site.text(name)
        site.remove(name)
        site.raw(inside, text)
    elif b % 2:
        text = site.text(name)
        site.path(name).unlink()
        site.raw(f"{name}/index.md", text)


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
        mark = "%PDF-1.7 " if name.endswith(".pdf") else ""
        site.raw(name, f"{mark}nội dung tệp {b % 5}")


def _page(site: Site, a: int, b: int) -> None:
    name = f"pages/trang-{a % 3}.md"
    if b % 4 == 3 and site.path(name).exists():
        site.remove(name)
    else:
        site.raw(name, f"Title: Trang {b}\nSlug: trang-{a % 3}\n\nLời trang tĩnh {b}.\n")


def _introduction(site: Site, a: int, b: int) -> None:
    """A static page introduces a series or an author, or stands for itself."""
    named = [f"Series: {name}" for name in content.SERIES if name]
    named += [f"Authors: {name}" for name in content.AUTHORS if name]
    named += ["Lang: en", ""]
    old = pick(content.OLD_ADDRESSES, a + b)
    head = f"Title: Lời {b}\nSlug: loi-{a % 2}\nAliases: {old}\n{pick(named, b)}\n"
    site.raw(f"pages/loi-{a % 2}.md", f"{head}\nLời giới thiệu {a}.\n")


def _of_collection(site: Site, a: int, b: int) -> None:
    """A document or a notice that comes, changes or goes."""
    name = pick(("van-ban/so-1.md", "van-ban/so-2.md", "thong-bao/mot.md", "thong-bao/hai.md"), a)
    if b % 5 == 4 and site.path(name).exists():
        site.remove(name)
        return
    head = {"Title": f"{pick(content.TITLES, b)} {a}", "Date": f"{1 + b % 20:02}/01/2024 08:00"}
    if name.startswith("van-ban"):
        head |= {"Number": f"{b}/QĐ", "Issuer": pick(content.OUTLETS, b), "File": "/images/a.pdf"}
        site.raw("images/a.pdf", f"%PDF-1.7 văn bản {b % 3}")
    elif b % 2:
        head["Until"] = f"{10 + b % 9}/01/2024"
    site.write(name, f"Nội dung {b}.", **head)


def _to_another_kind(site: Site, a: int, b: int) -> None:
    """News that become a notice, a notice that becomes a static page, and so on."""
    name = pick(site.names(".md"), a)
    folder = pick(("van-ban", "thong-bao", "articles", "pages"), b)
    _move(site, name, f"{folder}/{PurePosixPath(name).name}")


def _redirects(site: Site, a: int, b: int) -> None:
    targets = (
        *(f"/{name}" for name in ("", "luu-tru/", "trang-1/", "robots.txt", "tin/1.html")),
        *(pick(site.names(".md"), a + number) for number in range(3)),
        "https://khac.example/x",
        "/2024/01/ten-rieng/",
    )
    name = "chuyen-huong.csv"
    if b % 7 == 6 and site.path(name).exists():
        site.remove(name)
        return
    olds = ("/cu/a.html", "/tin/1.html", "/cu/b?id=1", "/2024/01/ten-khac/", "/trang-2/")
    lines = [f"{pick(olds, a + n)};{pick(targets, b + n * 3)}\n" for n in range(1 + b % 3)]
    site.raw(name, "Cũ;Mới\n" + "".join(lines))


def _delete_page(site: Site, a: int, _: int) -> None:
    if names := site.names(".md", "pages/"):
        site.remove(pick(names, a))


def _extra(site: Site, a: int, b: int) -> None:
    names = (
        "robots.txt",
        "CNAME",
        ".well-known/security.txt",
        "-.txt",
        f"trang-{b % 3}/index.html",  # where the static page of the same number is, or was
        pick(("2024", "anh", "Trang-1/index.html", "404.html/x.txt"), b),  # in others' places
    )
    name = f"extra/{pick(names, a)}"
    if b % 4 == 3 and site.path(name).exists():
        site.remove(name)
    else:
        site.raw(name, f"# {b}\n")


FILES: dict[str, Action] = {
    "touch": _touch,
    "rename": _rename,
    "move": _move_folder,
    "move with photos": _move_with_photos,
    "swap": _swap,
    "add": _add,
    "delete": _delete,
    "photo": _photo,
    "photo beside": _photo_beside,
    "folder like a photo": _folder_like_a_photo,
    "folder like an article": _folder_like_an_article,
    "delete photo": _delete_photo,
    "attachment": _attachment,
    "of a collection": _of_collection,
    "to another kind": _to_another_kind,
    "page": _page,
    "introduction": _introduction,
    "delete page": _delete_page,
    "redirects": _redirects,
    "extra": _extra,
}
"""What comes, goes and moves in the content folder."""
