"""What every test starts from: no settings of the user's, and small samples unless the slow ones are asked for."""

import logging

import pytest
from hypothesis import settings

settings.register_profile("lecture", deadline=None, derandomize=True)
settings.load_profile("lecture")


@pytest.fixture(autouse=True)
def no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Run in an empty folder, without the variables that change a scene."""
    for name in ("LECTURE_SET", "LECTURE_THEME", "LECTURE_RENDERER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path_factory.mktemp("here"))
    logging.getLogger("manim").setLevel(logging.ERROR)
