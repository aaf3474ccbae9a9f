"""Tens of thousands of files by address, without as many Path objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path


class Files(Mapping[str, Path]):
    """Which file is published under which address: a mapping of address to path.

    ``names`` are the same as text, for whoever looks at all of them: making 15,000 paths
    takes longer than everything else that an unchanged photo costs.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self.names = names

    def __getitem__(self, url: str) -> Path:
        return Path(self.names[url])

    def __iter__(self) -> Iterator[str]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)
