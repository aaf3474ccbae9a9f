from __future__ import annotations

import pytest

from plugins.core.errors import SettingsError
from plugins.counter.service.config import ServiceSettings, from_environment


def test_every_setting_has_a_variable() -> None:
    found = from_environment(
        {
            "COUNTER_HOST": "::1",
            "COUNTER_PORT": "9000",
            "COUNTER_DATABASE": "/var/lib/counter/counter.sqlite3",
            "COUNTER_VISITORS": "redis://visitors/0",
            "COUNTER_TRUSTED_PROXIES": "127.0.0.1, 10.0.0.0/8",
            "COUNTER_ORIGINS": "https://bantin.example",
            "COUNTER_SYNCHRONOUS": "normal",
            "COUNTER_STATE": "/run/counter/state.json",
        }
    )
    assert found == ServiceSettings(
        host="::1",
        port=9000,
        database="/var/lib/counter/counter.sqlite3",
        visitors="redis://visitors/0",
        trusted_proxies=("127.0.0.1", "10.0.0.0/8"),
        origins=("https://bantin.example",),
        synchronous="NORMAL",
        state="/run/counter/state.json",
    )


def test_without_variables_it_is_a_file_beside_the_site() -> None:
    assert from_environment({}) == ServiceSettings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SYNCHRONOUS", "FUL"),
        ("SYNCHRONOUS", "OFF"),
        ("ORIGINS", "bantin.example"),
        ("ORIGINS", "https://bantin.example/"),
        ("ORIGINS", "https://Bantin.example"),
        ("ORIGINS", "https://bantin.example *"),
        ("PORT", "http"),
        ("PORT", "65536"),
        ("TRUSTED_PROXIES", "10.0.0.1/8"),
        ("TRUSTED_PROXIES", "nginx"),
    ],
)
def test_a_value_with_which_visits_would_be_lost_is_refused(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as error:
        from_environment({f"COUNTER_{name}": value})
    assert f"(COUNTER_{name}) không thể là " in str(error.value)
    assert "Cách sửa: " in str(error.value)
