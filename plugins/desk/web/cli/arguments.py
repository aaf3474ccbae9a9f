"""Which commands there are, with their arguments."""

from __future__ import annotations

import argparse
from pathlib import Path

from plugins.desk.web.accounts.roles import ROLES

COMMANDS = ("serve", "user", "backup", "restore")
_PORT = 8765


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what this room does to a command's sub-commands."""
    serving = commands.add_parser("serve")
    serving.add_argument("-p", "--port", type=int, default=_PORT)
    serving.add_argument("--open", action="store_true")
    for name in ("backup", "restore"):
        commands.add_parser(name).add_argument("file", type=Path)
    does = commands.add_parser("user").add_subparsers(dest="does", required=True)
    adding = does.add_parser("add")
    adding.add_argument("name")
    adding.add_argument("--full-name", required=True)
    adding.add_argument("--email", default="")
    adding.add_argument("--role", choices=list(ROLES), default="editor")
    for name in ("password", "disable"):
        does.add_parser(name).add_argument("name")
    does.add_parser("list")
