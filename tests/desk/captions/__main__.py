"""Print how often captions are found: ``python -m tests.desk.captions [--libreoffice] [--all]``."""

from __future__ import annotations

import argparse
import subprocess
from collections import Counter
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.desk.files.libreoffice import program
from tests.desk.captions.kinds import COMBINED
from tests.desk.captions.layouts import LAYOUTS
from tests.desk.captions.measure import NONE, Result, cases, judged, written

_OLD = ("odt", "doc", "rtf")
_AT_ONCE = 40  # after some two hundred files, LibreOffice 7.4 makes no more


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--libreoffice", action="store_true", help="also as ODT, DOC and RTF")
    parser.add_argument("--all", action="store_true", help="name each case that is not right")
    asked = parser.parse_args()
    formats = ["docx"]
    if asked.libreoffice:
        if program() is None:
            raise SystemExit("LibreOffice is not installed")
        formats += _OLD
    with TemporaryDirectory() as folder:
        for each in formats:
            results = dict(_results(Path(folder), each))
            print(f"{each}: {_rates(results)}")
            for (layout, kind), result in results.items():
                if asked.all and result.wrong:
                    said = " (told)" if result.told else ""
                    print(f"  {layout}, by {kind}{said}: {result.wrong}")


def _results(folder: Path, suffix: str) -> list[tuple[tuple[str, str], Result]]:
    made = {case: written(*case) for case in (*cases(), *product(LAYOUTS, COMBINED))}
    files = {}
    for number, (case, manuscript) in enumerate(made.items()):
        files[case] = folder / f"{suffix}-{number}" / f"bai-{number}.docx"
        files[case].parent.mkdir()
        manuscript.save(files[case])
    if suffix != "docx":
        # What an import does of each file, of all at once: the program's start takes seconds.
        for there in (suffix, "docx"):
            _convert(folder, there, list(files.values()))
            files = {
                case: (folder / f"{file.stem}.{there}").rename(file.with_suffix(f".{there}"))
                for case, file in files.items()
            }
    return [(case, judged(made[case], file)) for case, file in files.items()]


def _convert(folder: Path, kind: str, files: list[Path]) -> None:
    for begin in range(0, len(files), _AT_ONCE):
        _convert_some(folder, kind, files[begin : begin + _AT_ONCE])


def _convert_some(folder: Path, kind: str, files: list[Path]) -> None:
    command = [str(program()), f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True)


def _group(kind: str) -> str:
    if kind == NONE:
        return "without a caption"
    return "told by nothing" if kind.startswith("nothing") else "told by style, number or look"


def _rates(results: dict[tuple[str, str], Result]) -> str:
    right: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    silent: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for (_, kind), result in results.items():
        group = _group(kind)
        every[group] += 1
        right[group] += not result.wrong
        guessed[group] += result.told and not result.wrong
        silent[group] += bool(result.wrong) and not result.told
    return "; ".join(
        f"{group}: {right[group]} of {every[group]} right ({right[group] / every[group]:.1%}), "
        f"{guessed[group]} of them guessed and told, {silent[group]} wrong and not told"
        for group in every
    )


if __name__ == "__main__":
    main()
