"""What ``python -m plugins.desk`` does about the desk in the browser: ``serve``, ``user``,
``backup`` and ``restore``."""

from __future__ import annotations

import argparse
import getpass
import sqlite3
import sys
from collections.abc import Callable

from plugins.core.problems import ProblemError
from plugins.desk.web.accounts.users import AccountError
from plugins.desk.web.desk import Desk, data_folder, open_desk
from plugins.desk.web.serve import serve
from plugins.desk.web.store.backup import RestoreError, back_up, restore

_UNREADABLE = """LỖI: không mở được dữ liệu của tòa soạn ({error}).
    Cách sửa: xem quyền ghi, chỗ trống của thư mục DESK["data_dir"]; tệp hỏng thì chép bản lưu.
"""


def run(arguments: argparse.Namespace) -> int:
    """Do what the arguments say; return the exit status."""
    try:
        if arguments.command == "restore":
            restore(arguments.file, data_folder(arguments.settings))
            sys.stdout.write("Đã khôi phục.\n")
            return 0
        desk = open_desk(arguments.settings)
    except ProblemError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except RestoreError as error:
        sys.stderr.write(f"LỖI: {error}\n")
        return 1
    except (sqlite3.DatabaseError, OSError) as error:
        sys.stderr.write(_UNREADABLE.format(error=error))
        return 1
    try:
        if arguments.command == "backup":
            back_up(desk.database, arguments.file)
            sys.stdout.write(f"Đã lưu vào {arguments.file}.\n")
            return 0
        if arguments.command == "serve":
            _begin(desk)
            return serve(desk, arguments.port, show=arguments.open)
        sys.stdout.write(f"{_USER[arguments.does](desk, arguments)}\n")
    except (AccountError, OSError) as error:
        sys.stderr.write(f"LỖI: {error}\n")
        return 1
    finally:
        desk.close()
    return 0


def _begin(desk: Desk) -> None:
    """Ask who sits at the machine for the first account, if there is none."""
    if desk.users.all() or not sys.stdin.isatty():
        return
    sys.stdout.write("Chưa có tài khoản nào. Hãy tạo tài khoản thư ký tòa soạn đầu tiên.\n")
    while not desk.users.all():
        try:
            name = input("Tên đăng nhập (chữ không dấu): ")
            full_name = input("Họ tên: ")
            user = desk.users.add(name, full_name, "secretary", _ask())
            desk.journal.note("máy chủ", "tạo tài khoản", user.name, user.role)
        except AccountError as error:
            sys.stdout.write(f"{error}\n")


def _add(desk: Desk, given: argparse.Namespace) -> str:
    password = _ask()
    user = desk.users.add(given.name, given.full_name, given.role, password, given.email)
    desk.journal.note("máy chủ", "tạo tài khoản", user.name, user.role)
    return f"Đã tạo tài khoản “{user.name}” ({user.role_name})."


def _password(desk: Desk, given: argparse.Namespace) -> str:
    desk.users.named(given.name)
    desk.users.change_password(given.name, _ask())
    desk.journal.note("máy chủ", "đặt lại mật khẩu", given.name)
    return f"Đã đổi mật khẩu của “{given.name}”; mọi phiên đang mở đã hết."


def _disable(desk: Desk, given: argparse.Namespace) -> str:
    desk.users.disable(given.name)
    desk.journal.note("máy chủ", "khóa tài khoản", given.name)
    return f"Đã khóa tài khoản “{given.name}”; bài người ấy viết vẫn còn."


def _list(desk: Desk, given: argparse.Namespace) -> str:
    users = desk.users.all()
    lines = [f"{user.name}\t{user.full_name}\t{user.role_name}" for user in users]
    return "\n".join(lines) or "Chưa có tài khoản nào."


_USER: dict[str, Callable[[Desk, argparse.Namespace], str]] = {
    "add": _add,
    "password": _password,
    "disable": _disable,
    "list": _list,
}


def _ask() -> str:
    """Return a password that was typed twice, or is a line of the standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Mật khẩu: ")
    if getpass.getpass("Gõ lại: ") != password:
        raise AccountError("Hai lần gõ không giống nhau.")
    return password
