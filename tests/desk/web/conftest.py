"""A newsroom with a small site that is built, and its desk."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desk.web.office import Office, make_office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A desk with two accounts whose site has been built once. Tests share it: one that changes an
    article writes it first."""
    made = make_office(tmp_path_factory.mktemp("toa-soan"))
    yield made
    made.desk.close()
