"""The command: ``python -m plugins.counter``, alone to serve, or with what else to do."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from pathlib import Path

from plugins.core.text.streams import speak_utf8
from plugins.counter.clock import SystemClock
from plugins.counter.service.config import ServiceSettings, from_environment
from plugins.counter.service.errors import LedgerError, UnsuitableError
from plugins.counter.service.export import as_csv, as_json
from plugins.counter.service.ledgers.ledger import Import, Ledger
from plugins.counter.service.ledgers.sqlite import SqliteLedger
from plugins.counter.service.serve import serve
from plugins.counter.service.stores import is_redis, open_ledger
from plugins.counter.stats import grouped
from plugins.counter.widget.last_known import UnknownError

MOST = 10**11 - 1
"""Visits that can be imported: for as many the block has room on a phone with letters of 32 px, and
JavaScript, SQLite and Redis are far from the numbers that they round."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    try:
        options = _parser().parse_args(arguments)
        if options.action != "export":
            speak_utf8()
        given = {field.name: getattr(options, field.name) for field in fields(ServiceSettings)}
        # As lists from the command line, and not added to what the environment names.
        defaults = from_environment(os.environ)
        given["trusted_proxies"] = tuple(options.trusted_proxies or defaults.trusted_proxies)
        given["origins"] = tuple(options.origins or defaults.origins)
        settings = ServiceSettings(**given)
        action = options.action
        if action == "import-total":
            _import(settings, _visits(options.visits), options.as_of)
        elif action == "export":
            _export(settings, options.format)
        elif action == "backup":
            _backup(settings, options.target)
        elif action == "numbers":
            _numbers(options.source, options.target)
        else:
            serve(settings)
    except (UnsuitableError, LedgerError, UnknownError, ValueError, OSError) as error:
        print(f"LỖI: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    defaults = from_environment(os.environ)
    parser = argparse.ArgumentParser(
        prog="python -m plugins.counter",
        description="Bộ đếm truy cập. Mỗi tùy chọn cũng đặt được bằng biến môi trường: "
        "COUNTER_HOST, COUNTER_PORT, COUNTER_DATABASE, COUNTER_VISITORS, COUNTER_ORIGINS, "
        "COUNTER_TRUSTED_PROXIES, COUNTER_SYNCHRONOUS, COUNTER_STATE.",
    )
    parser.set_defaults(action="serve")
    parser.add_argument("--host", default=defaults.host, help="địa chỉ lắng nghe (%(default)s)")
    parser.add_argument("--port", type=_number, default=defaults.port, help="cổng (%(default)s)")
    parser.add_argument(
        "--database",
        default=defaults.database,
        metavar="TỆP-HOẶC-URL",
        help="tệp SQLite, hoặc redis://… khi nhiều máy cùng đếm (%(default)s)",
    )
    parser.add_argument(
        "--visitors",
        default=defaults.visitors,
        metavar="URL",
        help="redis://… giữ người đang xem, khi nhiều máy cùng đếm",
    )
    parser.add_argument(
        "--trusted-proxy",
        dest="trusted_proxies",
        action="append",
        metavar="ĐỊA-CHỈ",
        help="máy chủ trung gian được tin về X-Forwarded-For; viết được nhiều lần",
    )
    parser.add_argument(
        "--origin",
        dest="origins",
        action="append",
        metavar="GỐC",
        help="trang được đếm, như https://bantin.example; không viết thì chỉ trang cùng máy chủ",
    )
    parser.add_argument(
        "--synchronous",
        default=defaults.synchronous,
        choices=("FULL", "NORMAL"),
        help="%(default)s",
    )
    parser.add_argument("--state", default=defaults.state, metavar="TỆP", help="tệp trong tmpfs")
    commands = parser.add_subparsers(title="việc khác")
    imported = commands.add_parser("import-total", help="ghi số “Tất cả” của bộ đếm cũ")
    imported.set_defaults(action="import-total")
    imported.add_argument("visits", metavar="N", help="viết liền, như 1234567")
    imported.add_argument("--as-of", type=_day, required=True, metavar="NĂM-THÁNG-NGÀY")
    exported = commands.add_parser("export", help="in số lượt từng ngày")
    exported.set_defaults(action="export")
    exported.add_argument("--format", choices=("csv", "json"), default="csv")
    backup = commands.add_parser("backup", help="sao lưu tệp SQLite trong lúc đang đếm")
    backup.set_defaults(action="backup")
    backup.add_argument("target", type=Path, metavar="TỆP")
    numbers = commands.add_parser("numbers", help="ghi số liệu hiện thời cho lần dựng trang sau")
    numbers.set_defaults(action="numbers")
    numbers.add_argument("--from", dest="source", required=True, metavar="…/tk/v1/stats")
    numbers.add_argument("target", type=Path, metavar="TỆP")
    return parser


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"phải là một số nguyên, không phải {text!r}") from None


def _visits(text: str) -> int:
    if not re.fullmatch("[0-9]{1,11}", text):  # int() would take 1_000, +5 and ٣, too
        raise ValueError(
            f"số lượt phải từ 0 trở lên, nhiều nhất {grouped(MOST)}, và viết liền bằng các chữ số "
            f"0 đến 9, như 1234567; không thể là “{text[:40]}”"
        )
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"phải là một ngày như 2026-01-31, không phải {text!r}"
        ) from None


def _import(settings: ServiceSettings, visits: int, as_of: date) -> None:
    now = SystemClock().moment()
    if as_of > now.date():
        raise ValueError(f"ngày {as_of:%d/%m/%Y} ở tương lai; ghi ngày cuối mà bộ đếm cũ đã đếm")
    ledger = open_ledger(settings, alone=False)
    new = ledger.record(Import(visits, as_of, now))
    ledger.close()
    done = "Đã ghi" if new else "Đã có từ trước, không ghi lại"
    _say(f"{done}: {grouped(visits)} lượt đến hết ngày {as_of:%d/%m/%Y}.")


def _existing(settings: ServiceSettings) -> Ledger:
    """Open books that are there: a mistyped name must not make new ones, and all seem well."""
    if not is_redis(settings.database) and not Path(settings.database).is_file():
        raise UnsuitableError(f"không có cơ sở dữ liệu {settings.database}")
    return open_ledger(settings, alone=False)


def _export(settings: ServiceSettings, form: str) -> None:
    ledger = _existing(settings)
    books = ledger.books()
    ledger.close()
    _say(as_csv(books).rstrip() if form == "csv" else as_json(books))


def _backup(settings: ServiceSettings, target: Path) -> None:
    ledger = _existing(settings)
    if not isinstance(ledger, SqliteLedger):
        raise UnsuitableError("cơ sở dữ liệu này ở Redis: sao lưu bằng công cụ của Redis")
    ledger.backup(target)
    ledger.close()
    _say(f"Đã sao lưu vào {target}.")


def _numbers(source: str, target: Path) -> None:
    from plugins.counter.widget.fetch import fetch_known  # the service does without urllib

    stats = fetch_known(source, target)
    _say(f"Đã ghi vào {target}: tất cả {grouped(stats.totals.total)} lượt.")


def _say(text: str) -> None:
    print(text)
