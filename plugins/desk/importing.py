"""One file → one article in a folder, with what an editor has to know of it.

Runs in a process of its own, whose time and memory are bounded (``worker``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from plugins.attribution.config import AttributionSettings
from plugins.core import checks
from plugins.core.checks import Check
from plugins.core.dates.date import TIME_ZONE, format_timed
from plugins.core.problems import Problem
from plugins.core.settings import load_settings
from plugins.desk.draft import front_matter, slug_of, written_date
from plugins.desk.errors import RefusedError
from plugins.desk.manuscript import Manuscript, Picture
from plugins.desk.pictures import save_picture
from plugins.desk.reading_back import ReadBack, missing, read_back
from plugins.desk.text.blocks import Block, Photos, Text, pictures_in
from plugins.desk.text.captions import with_captions, with_enclosed
from plugins.desk.text.head import Head, take_head
from plugins.desk.text.lines import place_of, without_labels
from plugins.desk.text.markdown import written
from plugins.engine.project.project import Project
from plugins.figures.captions.alt import is_automatic
from plugins.names.outlets import KnownOutlets
from plugins.photos.encode.pool import process_count
from plugins.photos.inspect.bounds import by_our_limits
from plugins.photos.inspect.failure import PhotoError
from plugins.photos.model import PhotoProblem

_LONGEST_PHOTO = 50
# N.B | Tin, ảnh: N.B
_INITIALS = re.compile(r"(?:[^\W\d_][^:]{1,30}:\s*)?(?:[A-ZĐ][a-z]?\.\s?){1,3}[A-ZĐ]?\.?")
_MAKING = ".made-"
_MOST_AT_ONCE = 4  # photos, each of which may take 400 MiB


@dataclass
class Imported:
    """What came of a file: the article's month (``2024/01``) and slug, what was taken as what, and
    what to look at."""

    month: str
    slug: str
    taken: list[str]
    problems: list[Problem]


@dataclass
class _Gallery:
    """The photos of an article: their lines, and those that could not be taken."""

    lines: dict[int, str] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)


def import_file(manuscript: Manuscript, folder: Path, project: Project) -> Imported:
    """Write ``index.md`` and its photos into ``folder``, which is in the project's content folder
    and empty. Nothing that the file shows is missing from both the article and the problems.
    Raises :class:`RefusedError` for a file that shows nothing."""
    name = manuscript.path.name
    if not (manuscript.shown.paragraphs or manuscript.shown.pictures or manuscript.told):
        raise RefusedError(checks.IMPORT_BROKEN, "tệp không có chữ nào, cũng không có ảnh")
    outlets = load_settings(
        AttributionSettings, "ATTRIBUTION", project.variables.get("ATTRIBUTION", {})
    )
    known = KnownOutlets(outlets.known_outlets, outlets.outlet_pages)
    head, blocks = take_head(with_captions(manuscript.blocks), project.articles.categories, known)
    blocks, caption_labels = without_labels(blocks)
    head = head._replace(labels=(*head.labels, *caption_labels))
    title = head.title or _readable(manuscript.path.stem)
    slug = slug_of(title) or "bai-nhap"
    blocks = with_enclosed(blocks, manuscript.enclosed)
    gallery = _save_photos(manuscript, blocks, folder, slug, project)
    moment = head.date or datetime.now(TIME_ZONE)
    fields = {
        "Title": title,
        "Date": written_date(moment),
        "Category": head.category,
        "Authors": head.authors,
        "Summary": head.summary,
    }
    text = f"{front_matter(fields)}\n{written(blocks, gallery.lines.get)}"
    article = folder / "index.md"
    article.write_text(text, encoding="utf-8", newline="\n")
    read = read_back(project, article)
    taken = _taken(head, title, moment, read)
    problems = [
        *_gaps(head, name),
        *_left_out(head, name),
        *_unsigned(blocks, read, name),
        *_failures(manuscript, gallery, read, name),
        *_enclosed(manuscript, gallery, name),
        *_doubtful(blocks, gallery, text),
        *(Problem(check, name, None, message, check.mend) for check, message in manuscript.told),
        *(problem._replace(path="index.md") for problem in read.problems),
    ]
    told = [head.category, head.date_text, *head.labels, *head.notes, *manuscript.named]
    lost = missing(manuscript.shown.paragraphs, read, told)
    problems += [
        _problem(checks.IMPORT_LOST, name, f"chữ không có trong bài: {text}") for text in lost
    ]
    return Imported(f"{moment:%Y/%m}", slug, taken, problems)


def _readable(stem: str) -> str:
    return stem.replace("_", " ").replace("-", " ").strip() or "Bài nhập từ Word"


def _save_photos(
    manuscript: Manuscript, blocks: Iterable[Block], folder: Path, slug: str, project: Project
) -> _Gallery:
    """Make photos of pictures, on several processors: what stands twice is made once."""
    gallery = _Gallery()
    numbers = list(pictures_in(blocks))
    pictures = {number: manuscript.pictures[number]._replace(alt="") for number in numbers}

    def make(at: int, picture: Picture) -> str | PhotoProblem:
        content = manuscript.content(picture)
        if content is None:
            address = picture.address or picture.part
            return PhotoProblem(checks.IMPORT_PICTURE, f"ảnh không nằm trong tệp: {address}", "")
        try:
            return save_picture(content, picture, folder / f"{_MAKING}{at}", project.photos)
        except PhotoError as error:
            name = Path(picture.part or "").name
            return error.problem._replace(message=f"{name}: {error.problem.message}")

    different = list(dict.fromkeys(pictures.values()))
    # Pillow works without Python's lock. Its limits are set for all threads at once.
    with by_our_limits(), ThreadPoolExecutor(min(process_count(), _MOST_AT_ONCE)) as threads:
        made = dict(
            zip(different, threads.map(make, range(len(different)), different), strict=True)
        )
    names: dict[Picture, str] = {}
    for number, picture in pictures.items():
        photo = made[picture]
        if isinstance(photo, PhotoProblem):
            gallery.failed[number] = photo.message
            continue
        if picture not in names:
            stem = f"{slug_of(slug, _LONGEST_PHOTO)}-{len(names) + 1}"
            names[picture] = (folder / photo).rename(folder / f"{stem}{Path(photo).suffix}").name
        alt = " ".join(manuscript.pictures[number].alt.split())
        # Word writes what it believes to see, in English.
        is_written = alt and not alt.isascii() and not is_automatic(alt, names[picture])
        line = f"![{_in_brackets(alt)}]({names[picture]})" if is_written else names[picture]
        gallery.lines[number] = line
    return gallery


def _in_brackets(alt: str) -> str:
    return "".join(f"\\{letter}" if letter in "[]*_`\\" else letter for letter in alt)


# What is told


def _taken(head: Head, title: str, moment: datetime, read: ReadBack) -> list[str]:
    lines = [f"Tiêu đề: {title}"]
    lines += [f"Ngày: {format_timed(moment)}{'' if head.date else ' (lúc nhập)'}"]
    lines += [f"Chuyên mục: {head.category}"] if head.category else []
    lines += [f"Sapo: {head.summary}"] if head.summary else ["Sapo: không thấy"]
    dropped = filter(None, dict.fromkeys((*head.labels, place_of(head.date_text))))
    said = ", ".join(f"“{each}”" for each in dropped)
    lines += [f"Không vào bài: {said}"] if said else []
    if read.reading is None:
        return lines
    article, body = read.reading.article, read.reading.body
    if article.source:
        names = [outlet.name for outlet in article.source.outlets]
        author = f"{article.source.author}, " if article.source.author else ""
        lines += [f"Nguồn: {author}{', '.join(names)}"]
    else:
        lines += [f"Người viết: {', '.join(article.author_names)}"]
    for figure in body.figures:
        photos = ", ".join(photo.source.name for photo in figure.photos)
        credit = f" Ảnh: {figure.credit}" if figure.credit else ""
        lines += [f"Ảnh {photos}: {figure.caption or 'không có chú thích'}{credit}"]
    return lines


def _gaps(head: Head, name: str) -> list[Problem]:
    gaps = []
    if not head.title:
        gaps += ["không thấy tiêu đề, tạm lấy tên tệp"]
    if head.is_doubtful:
        gaps += [f"tạm lấy dòng “{head.title}” làm tiêu đề: không thấy dòng nào khác"]
    if not head.category:
        gaps += ["chưa có chuyên mục: thêm dòng “Category: …”"]
    problems = [_problem(checks.IMPORT_GAP, name, gap) for gap in gaps]
    if head.above:
        lines = "; ".join(f"“{each}”" for each in head.above)
        problems.append(_problem(checks.IMPORT_HEADLINE, name, f"trên tiêu đề có dòng: {lines}"))
    if head.rival:
        message = f"dòng ngay dưới tiêu đề cũng giống tiêu đề: “{head.rival}”"
        problems.append(_problem(checks.IMPORT_HEADLINE, name, message))
    return problems


def _left_out(head: Head, name: str) -> Iterator[Problem]:
    for note in head.notes:
        message = f"chú thích cuối trang của tiêu đề hoặc sapo: {note}"
        yield _problem(checks.IMPORT_LEFT_OUT, name, message)


def _unsigned(blocks: list[Block], read: ReadBack, name: str) -> Iterator[Problem]:
    """Yield the initials at a text's end that may name its author and were not taken so."""
    last = next((block.plain for block in reversed(blocks) if isinstance(block, Text)), "")
    if read.reading and _INITIALS.fullmatch(last) and last in read.reading.body.html:
        message = f"dòng cuối “{last}” là bút danh thì thay nó bằng dòng “Authors: …” ở đầu bài"
        yield _problem(checks.IMPORT_GAP, name, message)


def _failures(
    manuscript: Manuscript, gallery: _Gallery, read: ReadBack, name: str
) -> list[Problem]:
    failed = list(gallery.failed.values())
    in_article = read.photos if read.reading else len(gallery.lines)
    unseen = manuscript.shown.pictures - len(gallery.failed) - in_article
    if unseen > 0:
        failed.append(f"{unseen} ảnh của tệp Word không hiện trong bài")
    return [_problem(checks.IMPORT_PICTURE, name, message) for message in failed]


def _enclosed(manuscript: Manuscript, gallery: _Gallery, name: str) -> Iterator[Problem]:
    """Yield which photos stand where nobody said that they belong."""
    lines = [
        f"{manuscript.pictures[number].address} (trong bài: {gallery.lines[number]})"
        for number in manuscript.enclosed
        if number in gallery.lines
    ]
    if lines:
        yield _problem(
            checks.IMPORT_ENCLOSED, name, f"{checks.IMPORT_ENCLOSED.title}: {', '.join(lines)}"
        )


def _doubtful(blocks: list[Block], gallery: _Gallery, text: str) -> Iterator[Problem]:
    """Yield which photos have a short paragraph beside them that may be their caption; all that
    were given one by a guess in one problem."""
    check = checks.IMPORT_CAPTION
    lines = text.split("\n")
    guessed: dict[str, int] = {}
    for block in blocks:
        if not isinstance(block, Photos) or not block.perhaps:
            continue
        shown = [gallery.lines[number] for number in block.numbers if number in gallery.lines]
        if shown and block.captions:
            guessed.setdefault(block.perhaps, lines.index(shown[-1]) + 1)
        elif shown:
            line = lines.index(shown[-1]) + 1
            message = f"ảnh không có chú thích; cạnh nó có dòng “{block.perhaps}”"
            yield Problem(check, "index.md", line, message, check.mend)
    if guessed:
        said = "; ".join(f"“{each}”" for each in guessed)
        message = f"tạm lấy dòng ngắn ngay dưới ảnh làm chú thích: {said}"
        yield Problem(check, "index.md", min(guessed.values()), message, check.mend)


def _problem(check: Check, name: str, message: str) -> Problem:
    return Problem(check, name, None, message, check.mend)
