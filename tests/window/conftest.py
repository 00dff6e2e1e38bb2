"""One unseen screen for all tests with a real window."""
from __future__ import annotations

from collections.abc import Iterator

import pytest

from window.desktop import Desktop, desktop, missing


@pytest.fixture(scope="session")
def screen() -> Iterator[Desktop]:
    """Give an unseen screen, or skip on a machine that has none."""
    if why := missing():
        pytest.skip(why)
    with desktop() as made:
        yield made
