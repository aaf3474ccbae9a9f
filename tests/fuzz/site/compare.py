"""Two output folders, or one before and after, compared byte by byte."""

from __future__ import annotations

from pathlib import Path

from plugins.engine.publish.output import LOCK, RECORD

Tree = dict[str, bytes | None]
"""All files of a folder with their bytes, and its folders with ``None``, by path."""


class Difference(AssertionError):  # noqa: N818 - what is looked for
    """A build did not come to what the clean build comes to."""


def tree(output: Path) -> Tree:
    """Return all files with their bytes, and all folders, but what builds keep for themselves."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(output.rglob("*"))
        if path.name not in (RECORD, LOCK)
    }


def compare(what: str, ours: Tree, wanted: Tree) -> None:
    """Raise :class:`Difference`, which begins with ``what``, unless both are the same."""
    if ours == wanted:
        return
    names = sorted(ours.keys() | wanted.keys())
    differing = [name for name in names if ours.get(name, b"-") != wanted.get(name, b"-")]
    lines = [_described(name, ours, wanted) for name in differing[:12]]
    raise Difference(f"{what}: {len(differing)} files\n" + "\n".join(lines))


def _described(name: str, ours: Tree, wanted: Tree) -> str:
    if name not in wanted:
        return f"  {name}: should not be there"
    if name not in ours:
        return f"  {name}: is missing"
    one, other = ours[name] or b"", wanted[name] or b""
    pairs = zip(one, other, strict=False)
    at = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
    shown = [data[max(at - 40, 0) : at + 60].decode(errors="replace") for data in (one, other)]
    return f"  {name}: {shown[0]!r} instead of {shown[1]!r}"
