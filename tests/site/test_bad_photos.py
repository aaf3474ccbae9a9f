"""A photo that cannot be made ready stops the build: file, line, nothing half done."""

from __future__ import annotations

import os
import resource
import signal
import struct
import subprocess
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.photos.samples import corners, save
from tests.site.newsroom import Built, Newsroom, environment
from tests.site_files import files_below

DENIED = """
import io, os
_open = io.open
def _denied(file, *args, **options):
    if str(file).endswith("xau.jpg"):
        raise PermissionError(13, os.strerror(13), str(file))
    return _open(file, *args, **options)
io.open = _denied
"""
"""For root, whom no file's mode keeps out."""


@pytest.fixture
def published(newsroom: Newsroom) -> Newsroom:
    """A newsroom with a good article, built."""
    newsroom.content.mkdir(exist_ok=True)
    (newsroom.content / "articles").mkdir()
    save(newsroom.content / "articles/tot.jpg")
    newsroom.write("articles/tot.md", "tot.jpg\nChú thích. Ảnh: Hà")
    built = newsroom.build("--fatal=errors")
    assert built.status == 0, built.said
    return newsroom


def _kept(newsroom: Newsroom) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Return the whole output and all pictures of the cache."""
    cache = files_below(newsroom.cache)
    cache.pop("index.json", None)
    return files_below(newsroom.output), cache


def _truncated(path: Path) -> None:
    save(path, corners(900, 700))
    path.write_bytes(path.read_bytes()[:5000])


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("Đây là chữ.", encoding="utf-8")


def _bomb(width: int, height: int) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
        data = b"".join(
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
            for kind, body in chunks
        )
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + data)

    return write


SEEN_AT_ONCE = {
    "rong.jpg": (_empty, "tệp ảnh rỗng (0 byte)"),
    "chu.jpg": (_text, "tệp hỏng hoặc không phải ảnh"),
    "bom.png": (_bomb(60_000, 60_000), "ảnh có quá nhiều điểm ảnh"),
    "khong.png": (_bomb(0, 5), "tệp hỏng hoặc không phải ảnh"),
}
SEEN_WHEN_DECODED = {
    "cut.jpg": (_truncated, "tệp ảnh hỏng hoặc bị cắt cụt"),
    "lon.png": (_bomb(11_500, 11_500), "ảnh có quá nhiều điểm ảnh (133 triệu, tối đa 120 triệu)"),
}
USES = [
    (6, "Title: {title}\nDate: 11/01/2024\n\nChữ.\n\n{name}\nChú thích. Ảnh: Hà\n"),
    (3, "Title: {title}\nDate: 11/01/2024\nLead_photo: {name}\n\nChữ.\n"),
    (4, "Title: {title}\nDate: 11/01/2024\n\nChữ ![x]({name}) chữ.\n"),
    (5, "Title: {title}\nDate: 11/01/2024\n\nChữ,\n[chữ]({name}).\n"),
]


@pytest.mark.parametrize("bad", [SEEN_AT_ONCE, SEEN_WHEN_DECODED])
def test_a_bad_photo_is_an_error_on_every_line_that_uses_it_and_changes_nothing(
    published: Newsroom, bad: dict[str, tuple[Callable[[Path], None], str]]
) -> None:
    before = _kept(published)
    (published.content / "images").mkdir()
    wanted = []
    for name, (write, message) in bad.items():
        write(published.content / "images" / name)
        for number, (line, text) in enumerate(USES):
            article = f"articles/{Path(name).stem}-{number}.md"
            published.raw(article, text.format(title=Path(article).stem, name=name))
            wanted.append(f"{article}:{line}: LỖI: ảnh “{name}”: {message}")
    built = published.build("--fatal=errors")
    assert built.status == 1
    assert [each for each in wanted if each not in built.said] == []
    assert f"{len(wanted)} lỗi" in built.said
    assert built.said.count("Cách sửa: ") == len(wanted)
    assert "Traceback" not in built.said
    assert _kept(published) == before


def test_a_photo_that_may_not_be_read_is_an_error_and_taken_when_it_may(
    published: Newsroom,
) -> None:
    before = _kept(published)
    path = save(published.content / "articles/xau.jpg", corners(500, 400))
    path.chmod(0)
    published.more_settings = DENIED if os.access(path, os.R_OK) else ""
    published.write("articles/bai.md", "xau.jpg\nChú thích. Ảnh: Hà")
    built = published.build("--fatal=errors")
    assert built.status == 1
    assert "articles/bai.md:4: LỖI: ảnh “xau.jpg”: không đọc được ảnh (" in built.said
    assert _kept(published) == before
    path.chmod(0o644)
    published.more_settings = ""
    assert published.build("--fatal=errors").status == 0


def _limited(newsroom: Newsroom, size: int) -> Built:
    """Build where no file may become larger than ``size`` bytes, as on a disk that gets full."""
    done = subprocess.run(
        newsroom.command("--fatal=errors"),
        cwd=newsroom.content.parent,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    return Built(done.returncode, done.stdout + done.stderr)


def test_a_full_disk_is_an_error_on_the_photos_line_and_leaves_no_half_file(
    published: Newsroom,
) -> None:
    before = _kept(published)
    save(published.content / "articles/moi.jpg", Image.effect_noise((900, 600), 90))
    published.write("articles/bai.md", "moi.jpg\nChú thích. Ảnh: Hà")
    built = _limited(published, 20_000)
    assert built.status == 1
    assert "articles/bai.md:4: LỖI: ảnh “moi.jpg”: không ghi được ảnh đã thu nhỏ" in built.said
    assert "dung lượng đĩa" in built.said
    output, cache = _kept(published)
    assert output == before[0]
    assert {name: cache[name] for name in before[1]} == before[1]
    assert not [name for name in cache if ".tmp-" in name]
    again = published.build("--fatal=errors")
    assert again.status == 0, again.said
    assert any(name.startswith("anh/moi-") for name in published.files())


def test_a_cache_that_cannot_be_written_is_an_error_on_the_photos_line(
    published: Newsroom,
) -> None:
    before = files_below(published.output)
    published.cache = published.cache.with_name("một tệp")
    published.cache.write_text("không phải thư mục", encoding="utf-8")
    built = published.build("--fatal=errors")
    assert built.status == 1
    assert "articles/tot.md:4: LỖI: ảnh “tot.jpg”: không ghi được ảnh đã thu nhỏ" in built.said
    assert "Traceback" not in built.said
    assert files_below(published.output) == before


def test_after_a_kill_while_encoding_the_next_build_is_right(
    published: Newsroom, tmp_path: Path
) -> None:
    for number in range(6):
        save(published.content / f"articles/{number}.jpg", corners(1700 + number, 1200))
    published.write("articles/bai.md", "\n".join(f"{number}.jpg" for number in range(6)) + "\nChú.")
    before = files_below(published.output)
    known = len(list(published.cache.rglob("*.avif")))
    process = subprocess.Popen(
        published.command("--fatal=errors"),
        cwd=published.content.parent,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while len(list(published.cache.rglob("*.avif"))) == known and process.poll() is None:
        time.sleep(0.01)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    after = {n: d for n, d in files_below(published.output).items() if not n.startswith(".build")}
    assert after == {n: d for n, d in before.items() if not n.startswith(".build")}

    assert published.build("--fatal=errors").status == 0
    clean = Newsroom(tmp_path / "sạch")
    clean.content.rmdir()
    clean.content.symlink_to(published.content, target_is_directory=True)
    assert clean.build("--fatal=errors").status == 0
    assert published.files() == clean.files()
    assert not list(published.output.glob(".build-*"))
