"""Inputs by the hundred: built, judged and, where there is a browser, opened."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.fuzz.hostile.browser import opened
from tests.fuzz.hostile.elements import Judge, parsed
from tests.fuzz.hostile.inputs import Hostile, hostile
from tests.fuzz.hostile.published import wrong_files
from tests.fuzz.hostile.site import HostileSite, build


class Run:
    """Counts what came of inputs: by kind ``tried``, ``built`` and ``refused``; ``pages`` were
    opened in a ``browser``, and ``ran`` is how often something ran in them. ``faults`` are what was
    found wrong, with the seeds among which it is."""

    def __init__(self, folder: Path, browser: Browser | None) -> None:
        self._site = HostileSite(folder / "site", folder / "photos")
        self._browser = browser
        self.tried: Counter[str] = Counter()
        self.built: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.pages = self.ran = 0
        self.faults: list[tuple[list[int], str]] = []
        build(self._site, [])
        output = self._site.output
        self._before = {path.name: path.read_bytes() for path in output.iterdir() if path.is_file()}
        theme = [each for page in self._pages() for each in parsed(self._text(page))]
        if browser:
            with opened(browser, output) as site:
                theme += [each for _, found, _ in site.look(self._pages()) for each in found]
        self._judge = Judge(theme)

    def try_all(self, seeds: Sequence[int]) -> list[tuple[list[int], str]]:
        """Build the inputs of ``seeds`` as one site and judge it; return what is wrong."""
        inputs = [hostile(seed) for seed in seeds]
        outcome = build(self._site, inputs)
        self.tried.update(each.kind for each in inputs)
        self.built.update(each.kind for each in outcome.built)
        self.refused.update(each.kind for each in inputs if each.folder in outcome.refused)
        found = [([each.seed for each in by], said) for by, said in outcome.faults]
        found += [
            (list(seeds), said) for said in wrong_files(self._site, self._before, self._judge)
        ]
        for page in self._pages():
            wrong = self._judge.wrong(parsed(self._text(page)))
            found += [(self._concerned(inputs, page) or list(seeds), said) for said in wrong]
        if self._browser:
            found += self._opened(inputs, self._browser)
        self.faults += found
        return found

    def _opened(
        self, inputs: Sequence[Hostile], browser: Browser
    ) -> Iterator[tuple[list[int], str]]:
        with opened(browser, self._site.output) as site:
            for pages, elements, ran in site.look(self._pages()):
                by = [seed for page in pages for seed in self._concerned(inputs, page)]
                self.pages += len(pages)
                self.ran += len(ran)
                yield from ((by, f"ran: {each}") for each in ran)
                yield from ((by, f"in Chromium: {each}") for each in self._judge.wrong(elements))

    def _concerned(self, inputs: Sequence[Hostile], page: str) -> list[int]:
        """Return the seeds of those whose names a page holds."""
        text = self._text(page)
        return [each.seed for each in inputs if each.folder.rpartition("/")[2] in text]

    def _pages(self) -> list[str]:
        output = self._site.output
        return sorted(path.relative_to(output).as_posix() for path in output.rglob("*.html"))

    def _text(self, page: str) -> str:
        return (self._site.output / page).read_text(encoding="utf-8")


def save(folder: Path, seed: int) -> Path:
    """Write the input of a seed into ``folder``, to look at; return where."""
    made = hostile(seed)
    place = folder / f"{seed}"
    place.mkdir(parents=True, exist_ok=True)
    told = {name: data.decode(errors="surrogateescape") for name, data in made.files.items()}
    (place / "input.json").write_text(json.dumps(told, indent=1), encoding="utf-8")
    return place
