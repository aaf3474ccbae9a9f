"""``python -m benchmarks.newsroom [--articles N] [--runs N]``: what editors at the desk wait for.

In a bulletin of so many articles: a saved text, a draft shown, the list of articles, from
publishing to the page on the site, and all of it for a Word file with six photos of 12 megapixels,
as a browser asks for it. The peer, in the same run, is the build of one edited article by
the command, which whoever has no desk waits for. Prints medians, and each as a part of that.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.desk.__main__ import word_file
from benchmarks.site.corpus import Story, corpus
from benchmarks.site.sources import bulletin_article, bulletin_pages
from plugins.desk.web.articles import open_article, show
from plugins.desk.web.desk import Desk, open_desk
from plugins.desk.web.publish.publisher import Publisher
from plugins.desk.web.store.drafts import Form
from tests.desk.web.office import PASSWORDS, Visitor
from tests.site_files import caches, write_settings

_PHOTOS = 6
_PASSWORD = "một câu để đo thời gian"  # noqa: S105 - of an account that lives for a minute


def main() -> int:
    """Build, measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=15)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stories = corpus(wanted.articles)
        settings, content, output = _bulletin(Path(folder), stories)
        command = [sys.executable, "-m", "plugins.engine", str(content), "-o", str(output)]
        command += ["-s", settings, "--fatal=errors"]
        _run(command)
        measured = {
            "one edited article, by the command": _edits(command, content, stories, wanted.runs)
        }
        desk = open_desk(settings)
        try:
            measured |= _at_the_desk(desk, stories, wanted.runs)
            measured |= _with_a_word_file(desk, Path(folder), wanted.runs)
        finally:
            desk.close()
    peer = statistics.median(next(iter(measured.values())))
    print(f"{wanted.articles} articles, {wanted.runs} runs; medians")
    for name, seconds in measured.items():
        middle = statistics.median(seconds)
        print(f"{name}: {middle:.3f} s (at most {max(seconds):.3f}), {middle / peer:.2f} of it")
    return 0


def _bulletin(folder: Path, stories: list[Story]) -> tuple[str, Path, Path]:
    content, output = folder / "content", folder / "output"
    for path, text in (*map(bulletin_article, stories), *bulletin_pages()):
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    changed = caches(folder / "cache") | {"DESK": {"data_dir": str(folder / "desk")}}
    more = f"PATH = {str(content)!r}\nOUTPUT_PATH = {str(output)!r}"
    return str(write_settings(folder / "own_settings.py", changed, more)), content, output


def _edits(command: list[str], content: Path, stories: list[Story], runs: int) -> list[float]:
    def edit(number: int) -> None:
        path, text = bulletin_article(stories[number * 7])
        text = text.replace("\n\n", f"\n\nMột câu thêm vào lần {number}.\n\n", 1)
        (content / path).write_text(text, encoding="utf-8")
        _run(command)

    return [_timed(edit, number) for number in range(runs)]


def _at_the_desk(desk: Desk, stories: list[Story], runs: int) -> Iterator[tuple[str, list[float]]]:
    user = desk.users.add("an", "An", "secretary", _PASSWORD)
    path, _ = bulletin_article(stories[1])
    draft = open_article(desk, user, path)
    publisher = Publisher(desk)
    kept: dict[str, list[float]] = {}

    def note(name: str, act: Callable[[int], object], number: int) -> None:
        kept.setdefault(name, []).append(_timed(act, number))

    def save(number: int) -> None:
        form = desk.drafts.draft(draft.id).form
        blocks = [{**form.blocks[0], "text": f"Câu gõ lần {number}."}, *form.blocks[1:]]
        version = desk.drafts.draft(draft.id).version
        desk.drafts.save(draft.id, user.id, "a", version, Form(form.fields, blocks))

    def look(number: int) -> None:
        newest = desk.drafts.draft(draft.id)
        shown, _ = show(desk, newest, newest.form, newest.version)
        if f"Câu gõ lần {number}.".encode() not in (shown.html or b""):
            raise AssertionError("the preview does not show what was typed")

    def publish(number: int) -> None:
        publisher.publish(desk.drafts.draft(draft.id), user.id)
        publisher.work()
        last = publisher.queue.last_of(draft.id)
        page = desk.project.output / last.url / "index.html" if last and last.url else None
        if page is None or f"Câu gõ lần {number}." not in page.read_text(encoding="utf-8"):
            raise AssertionError(f"not on the site: {last}")

    save(-1)
    look(-1)  # the process loads the project
    desk.newsroom.contents()
    for number in range(runs):
        note("a text saved", save, number)
        note("a draft shown", look, number)
        note("from publishing to the page on the site", publish, number)
        note(
            "the list after that, with all titles read anew",
            lambda _: desk.newsroom.contents(),
            number,
        )
        note(
            "a search through all titles",
            lambda _: desk.newsroom.find("lao cai"),
            number,
        )
    yield from kept.items()


def _with_a_word_file(desk: Desk, folder: Path, runs: int) -> Iterator[tuple[str, list[float]]]:
    file = folder / "bai.docx"
    word_file(file, _PHOTOS)
    user = desk.users.add("lan", "Lan", "secretary", PASSWORDS["lan"])
    visitor, publisher, content = Visitor(desk), Publisher(desk), file.read_bytes()
    visitor.sign_in("lan")
    numbers = [visitor.new() for _ in range(runs)]

    def drop(run: int) -> None:
        number = numbers[run]
        _, got = visitor.put(f"{number}/word?name=bai.docx", content)
        fields = got["form"]["fields"] | {"Title": f"Bài từ Word {run}", "Category": "Văn hóa"}
        visitor.save(number, {"fields": fields, "blocks": got["form"]["blocks"]})
        page = visitor.client.get(visitor.get(f"{number}/xem")["page"]).text
        if page.count("<figure") != _PHOTOS:
            raise AssertionError("the preview does not show the photos")

    def publish(run: int) -> None:
        publisher.publish(desk.drafts.draft(numbers[run]), user.id)
        publisher.work()
        last = publisher.queue.last_of(numbers[run])
        if last is None or last.state != "live":
            raise AssertionError(f"not on the site: {last}")

    whole = f"a Word file with {_PHOTOS} photos"
    yield f"{whole}, from the drop to its preview", [_timed(drop, run) for run in range(runs)]
    yield f"{whole}, from publishing to the site", [_timed(publish, run) for run in range(runs)]


def _timed(act: Callable[[int], object], number: int) -> float:
    began = time.perf_counter()
    act(number)
    return time.perf_counter() - began


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(f"the build failed:\n{(done.stdout + done.stderr)[-2000:]}")


if __name__ == "__main__":
    sys.exit(main())
