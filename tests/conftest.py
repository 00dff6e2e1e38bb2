"""What every test gets: no real window, no real sound, no real home folder, and steady random examples."""
from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

ROOT = Path(__file__).resolve().parent.parent

# Timing is never a test's business, and a run in one place has to say the same as a run in another.
_SLOW_IS_FINE = [HealthCheck.too_slow]
settings.register_profile("usual", deadline=None, derandomize=True, max_examples=60, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("long", deadline=None, max_examples=5000, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.fixture(autouse=True)
def _no_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Point every folder of the user at an empty one: no test may read or write the real ones."""
    home = str(tmp_path_factory.getbasetemp() / "home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, home)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def lighthouse() -> Path:
    """Give the folder of the small second story, which shares nothing with the first but the format."""
    return ROOT / "tests" / "stories" / "lighthouse"
