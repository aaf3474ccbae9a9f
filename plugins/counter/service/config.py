"""Settings of the service: options of its command, or variables of its environment."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.core.errors import SettingsError

_PORT = "Ghi một số từ 0 đến 65535, ví dụ 8801."
_VARIABLES = {"origin": "origins", "trusted-proxy": "trusted_proxies"}
"""Variables that are not called as their options are: they hold all of a list."""


@dataclass(frozen=True)
class ServiceSettings:
    """``database`` is a file, or the URL of a Redis server; ``visitors`` the URL of another
    Redis server, where several machines count together, or empty for this process's memory.
    ``trusted_proxies`` are addresses or networks, ``origins`` sites as a browser names them
    (``https://host``). ``synchronous`` is SQLite's: FULL, or NORMAL, which a power cut may
    cost the last visits. ``state`` is a file in memory (tmpfs) that carries visitors over a
    restart, or empty. Raises :class:`~plugins.core.errors.SettingsError` for a value that is none.
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
            raise _wrong("synchronous", self.synchronous, "Ghi FULL hoặc NORMAL.")
        if not 0 <= self.port < 1 << 16:
            raise _wrong("port", self.port, _PORT)
        for origin in self.origins:
            if not re.fullmatch(r"https?://[^/\sA-Z]+", origin):
                fix = "Viết như https://bantin.example, không có gì thêm."
                raise _wrong("origin", origin, fix)
        for proxy in self.trusted_proxies:
            try:
                ipaddress.ip_network(proxy)
            except ValueError as error:
                fix = "Ghi một địa chỉ IP hoặc một mạng, như 127.0.0.1 hoặc 10.0.0.0/8."
                raise _wrong("trusted-proxy", proxy, fix) from error


def from_environment(environment: Mapping[str, str]) -> ServiceSettings:
    """Return the settings that ``COUNTER_HOST`` and the like name; lists are separated by
    blanks or commas. Raises :class:`~plugins.core.errors.SettingsError` for a value that is none.
    """
    defaults = ServiceSettings()

    def text(name: str, default: str) -> str:
        return environment.get(f"COUNTER_{name}", default)

    return ServiceSettings(
        host=text("HOST", defaults.host),
        port=_port(text("PORT", str(defaults.port))),
        database=text("DATABASE", defaults.database),
        visitors=text("VISITORS", defaults.visitors),
        trusted_proxies=_list(text("TRUSTED_PROXIES", "")),
        origins=_list(text("ORIGINS", "")),
        synchronous=text("SYNCHRONOUS", defaults.synchronous).upper(),
        state=text("STATE", defaults.state),
    )


def _port(text: str) -> int:
    """Return the number of a port. Raises :class:`~plugins.core.errors.SettingsError`."""
    try:
        return int(text)
    except ValueError as error:
        raise _wrong("port", text, _PORT) from error


def _wrong(option: str, value: object, fix: str) -> SettingsError:
    """Return the error of an option, which is a variable of the environment, too."""
    variable = _VARIABLES.get(option, option).upper().replace("-", "_")
    return SettingsError(f"--{option} (COUNTER_{variable})", f"không thể là {value!r}", fix)


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.replace(",", " ").split())
