"""Passwords, kept as Argon2id hashes (RFC 9106; OWASP ASVS 5.0, 6.2 and 11.4)."""

from __future__ import annotations

import threading

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 128
_FEWEST_SIGNS = 6
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
    left = plain
    for known in (*_ROWS, *(row[::-1] for row in _ROWS)):
        for start in range(len(known) - 3):
            left = left.replace(known[start : start + 4], "")
    for known in (*_COMMON, *(name.casefold() for name in names if len(name) > 2)):
        left = left.replace(known, "")
    if len(left) < SHORTEST // 3:
        return "Mật khẩu dễ đoán (dãy phím, tên, từ quen): hãy chọn câu khác."
    return ""


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
