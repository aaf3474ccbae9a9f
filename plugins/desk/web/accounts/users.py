"""Accounts: who somebody is and what he may do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.desk.web.accounts import passwords
from plugins.desk.web.accounts.roles import ROLES, Role
from plugins.desk.web.store.database import Database

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,30}")


class AccountError(Exception):
    """An account that cannot be made or changed; says why in Vietnamese."""


@dataclass(frozen=True)
class User:
    """An account; ``full_name`` and ``email`` are those of a commit's author."""

    id: int
    name: str
    full_name: str
    email: str
    role: Role

    @property
    def may_publish(self) -> bool:
        """Whether he decides what readers see."""
        return self.role == "secretary"

    @property
    def role_name(self) -> str:
        """His role as it is shown."""
        return ROLES[self.role]


class Users:
    """The accounts in the desk's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, full_name: str, role: Role, password: str, email: str = "") -> User:
        """Make an account. Raises :class:`AccountError`."""
        name, full_name = name.strip().lower(), " ".join(full_name.split())
        if not _NAME.fullmatch(name):
            raise AccountError(
                "Tên đăng nhập chỉ gồm chữ không dấu, số, dấu chấm, gạch; dài 2 đến 31 ký tự."
            )
        if not full_name:
            raise AccountError("Cần họ tên của người dùng.")
        if wrong := passwords.fault(password, name, *full_name.split()):
            raise AccountError(wrong)
        email = " ".join(email.split()) or f"{name}@toa-soan.invalid"
        if re.search(r"[<>\n]", email + full_name):
            raise AccountError("Họ tên và hộp thư không được có dấu < hay >.")
        kept = passwords.hashed(password)
        with self._database.transaction() as db:
            if db.execute("SELECT 1 FROM user WHERE name=?", (name,)).fetchone():
                raise AccountError(f"Đã có tài khoản “{name}”.")
            db.execute(
                "INSERT INTO user (name, full_name, email, role, password, active) "
                "VALUES (?, ?, ?, ?, ?, 1)",
                (name, full_name, email, role, kept),
            )
        return self.named(name)

    def change_password(self, name: str, password: str) -> None:
        """Give an account another password, and end its sessions. Raises
        :class:`AccountError`."""
        user = self.named(name)
        if wrong := passwords.fault(password, user.name, *user.full_name.split()):
            raise AccountError(wrong)
        kept = passwords.hashed(password)
        with self._database.transaction() as db:
            db.execute("UPDATE user SET password=? WHERE id=?", (kept, user.id))
            db.execute("DELETE FROM session WHERE user=?", (user.id,))

    def disable(self, name: str) -> None:
        """Have an account sign in no more; what it wrote stays. Raises :class:`AccountError`."""
        user = self.named(name)
        with self._database.transaction() as db:
            db.execute("UPDATE user SET active=0 WHERE id=?", (user.id,))
            db.execute("DELETE FROM session WHERE user=?", (user.id,))

    def named(self, name: str) -> User:
        """Return an account that may sign in. Raises :class:`AccountError`."""
        found = [user for user in self.all() if user.name == name.strip().lower()]
        if not found:
            raise AccountError(f"Không có tài khoản “{name}”.")
        return found[0]

    def all(self) -> list[User]:
        """Return the accounts that may sign in, by name."""
        with self._database.transaction() as db:
            rows = db.execute(
                "SELECT id, name, full_name, email, role FROM user WHERE active ORDER BY name"
            ).fetchall()
        return [User(*row) for row in rows]

    def full_names(self) -> dict[int, str]:
        """Return what everybody is called who ever had an account."""
        with self._database.transaction() as db:
            return dict(db.execute("SELECT id, full_name FROM user").fetchall())

    def check(self, name: str, password: str) -> User | None:
        """Return whose name and password these are."""
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT id, name, full_name, email, role, password FROM user "
                "WHERE name=? AND active",
                (name.strip(),),
            ).fetchone()
        is_right = passwords.matches(password, row["password"] if row else None)
        return User(*row[:5]) if row and is_right else None
