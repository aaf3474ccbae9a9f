from __future__ import annotations

import pytest

from plugins.desk.web.accounts.passwords import LONGEST, fault, hashed, matches


def test_a_password_is_known_again_and_no_other_is() -> None:
    kept = hashed("một câu thật dễ nhớ")
    assert kept.startswith("$argon2id$")
    assert matches("một câu thật dễ nhớ", kept)
    assert not matches("một câu thật dễ nho", kept)


def test_nobody_has_a_password() -> None:
    assert not matches("nobody has this password", None)
    assert not matches("x", "not a hash")


@pytest.mark.parametrize(
    "password",
    [
        "ngắn quá",
        "aaaaaaaaaaaaaaaa",
        "123456789012",
        "qwertyuiop123",
        "lanlanlan1234",
        "matkhau12345",
        "x" * (LONGEST + 1),
    ],
)
def test_a_password_that_is_soon_guessed_is_refused(password: str) -> None:
    assert fault(password, "lan")


def test_a_sentence_is_a_password_with_marks_and_spaces() -> None:
    assert not fault("chợ phiên họp sáng chủ nhật", "lan", "Nguyễn", "Lan")
