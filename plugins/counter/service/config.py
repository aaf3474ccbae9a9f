"""Settings of the service: options of its command, or variables of its environment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ServiceSettings:
    """``database`` is a file, or the URL of a Redis server; ``visitors`` the URL of another
    Redis server, where several machines count together, or empty for this process's memory.
    ``trusted_proxies`` are addresses or networks, ``origins`` sites as a browser names them
    (``https://host``). ``synchronous`` is SQLite's: FULL, or NORMAL, which a power cut may
    cost the last visits. ``state`` is a file in memory (tmpfs) that carries visitors over a
    restart, or empty. Raises ``ValueError`` for a value that is none.
    """

    host: str = "127.0.0.1"
    port: int = 8801
    database: str = "counter.sqlite3"
    visitors: str = ""
    trusted_proxies: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    synchronous: str = "FULL"
    state: str = ""

    def __post_init__(self) -> None:
        # What is nearly right would lose visits, or refuse all of them, without a word.
        if self.synchronous not in ("FULL", "NORMAL"):
            raise ValueError(f"synchronous là FULL hoặc NORMAL, không phải {self.synchronous!r}")
        for origin in self.origins:
            if not re.fullmatch(r"https?://[^/\sA-Z]+", origin):
                raise ValueError(
                    f"origin viết như https://bantin.example, không có gì thêm: {origin!r}"
                )


def from_environment(environment: Mapping[str, str]) -> ServiceSettings:
    """Return the settings that ``COUNTER_HOST`` and the like name; lists are separated by
    blanks or commas. Raises ``ValueError`` for a value that is none.
    """
    defaults = ServiceSettings()

    def text(name: str, default: str) -> str:
        return environment.get(f"COUNTER_{name}", default)

    return ServiceSettings(
        host=text("HOST", defaults.host),
        port=int(text("PORT", str(defaults.port))),
        database=text("DATABASE", defaults.database),
        visitors=text("VISITORS", defaults.visitors),
        trusted_proxies=_list(text("TRUSTED_PROXIES", "")),
        origins=_list(text("ORIGINS", "")),
        synchronous=text("SYNCHRONOUS", defaults.synchronous).upper(),
        state=text("STATE", defaults.state),
    )


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())
