"""Passwords, kept as Argon2id hashes (RFC 9106; OWASP ASVS 5.0, 6.2 and 11.4)."""

from __future__ import annotations

import threading
from collections.abc import Collection

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 128
_FEWEST_SIGNS = 6
_FEWEST_LEFT = 4  # characters that are neither a row of keys nor a word
_RUN = 3
_ROWS = ("0123456789012345", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
_COMMON = ("matkhau", "password", "toasoan", "bantin", "laocai", "quantri", "admin", "iloveyou")

_hasher = PasswordHasher()  # argon2-cffi's own, which are those of RFC 9106 for little memory
_at_once = threading.BoundedSemaphore(2)  # each takes 64 MB
_NOBODY = _hasher.hash("nobody has this password")


def fault(password: str, *names: str) -> str:
    """Return what is wrong with a new password, in Vietnamese, ``""`` if nothing is. ``names`` are
    those of its owner."""
    plain = password.casefold()
    if len(password) < SHORTEST:
        return f"Mật khẩu cần ít nhất {SHORTEST} ký tự; một câu dễ nhớ là tốt nhất."
    if len(password) > LONGEST:
        return f"Mật khẩu dài quá {LONGEST} ký tự."
    if len(set(plain)) < _FEWEST_SIGNS:
        return "Mật khẩu lặp lại vài ký tự, dễ đoán: hãy chọn câu khác."
    known = [name.casefold() for name in names if len(name) > 2]
    if len(plain) - len(_guessed(plain, (*_COMMON, *known))) < _FEWEST_LEFT:
        return "Mật khẩu dễ đoán (dãy phím, tên, từ quen): hãy chọn câu khác."
    return ""


def _guessed(plain: str, words: Collection[str]) -> set[int]:
    """Return the places of a password that are keys in a row, or of a word that is tried first."""
    rows = {row[at : at + _RUN] for row in _ROWS for at in range(len(row) - _RUN + 1)}
    rows |= {run[::-1] for run in rows}
    places: set[int] = set()
    for at in range(len(plain)):
        for part in (plain[at : at + _RUN], *words):
            if plain.startswith(part, at) and (part in rows or part in words):
                places.update(range(at, at + len(part)))
    return places


def hashed(password: str) -> str:
    """Return the hash that is kept of a password."""
    with _at_once:
        return _hasher.hash(password)


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one of which ``kept`` is the hash. Of nobody's it takes as long
    to say no."""
    with _at_once:
        try:
            return _hasher.verify(kept or _NOBODY, password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False
