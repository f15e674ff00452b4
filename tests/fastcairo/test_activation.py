"""Who gets the fast renderer: nobody by an installation alone, whoever asks for it, and on a known Manim only."""

import subprocess
import sys
from pathlib import Path

import manim
import pytest
from manim import Scene, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer

import fastcairo
from fastcairo import activation, support
from scenes import BowlDescent
from scenes.settings.errors import ParameterError
from scenes.settings.renderer import renderer_in_force

SCENE = """
from manim import *
class Own(Scene):
    def construct(self):
        self.play(Create(Square()), run_time=0.5)
        print("renderer", type(self.renderer).__name__)
"""
SMALL = ("-r", "128,72", "--fps", "4", "--progress_bar", "none", "-v", "WARNING")


def renderer_under(folder: Path, *, listed: bool) -> str:
    """Return which renderer draws an ordinary scene under the command `manim`."""
    (folder / "own.py").write_text(SCENE)
    (folder / "manim.cfg").write_text(
        "[CLI]\nnotify_outdated_version = False\n" + ("plugins = fastcairo\n" if listed else "")
    )
    command = [str(Path(sys.executable).with_name("manim")), *SMALL, "own.py", "Own"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return next(line.split()[1] for line in done.stdout.splitlines() if line.startswith("renderer"))


def test_an_installation_that_is_not_listed_leaves_manim_plain(tmp_path: Path) -> None:
    """Manim imports every installed plugin; that alone changes nothing."""
    assert renderer_under(tmp_path, listed=False) == "CairoRenderer"


def test_a_listed_installation_renders_anybodys_scene(tmp_path: Path) -> None:
    """One line in manim.cfg is all."""
    assert renderer_under(tmp_path, listed=True) == "FastRenderer"


@pytest.fixture
def own_folder(tmp_path: Path) -> object:
    """Let scenes write into a folder of their own."""
    with tempconfig({"media_dir": str(tmp_path), "pixel_width": 64, "pixel_height": 36}):
        yield


@pytest.mark.usefixtures("own_folder")
def test_scenes_are_rendered_as_they_were_once_it_is_turned_off() -> None:
    """Turning it on and off leaves no trace."""
    fastcairo.activate()
    try:
        assert type(Scene().renderer).__name__ == "FastRenderer"
    finally:
        fastcairo.deactivate()
    assert type(Scene().renderer) is CairoRenderer


@pytest.mark.usefixtures("own_folder")
def test_lecture_scenes_have_it_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """`LECTURE_RENDERER=plain` leaves them to Manim."""
    assert type(BowlDescent().renderer).__name__ == "FastRenderer"
    monkeypatch.setenv("LECTURE_RENDERER", "plain")
    assert type(BowlDescent().renderer) is CairoRenderer
    monkeypatch.setenv("LECTURE_RENDERER", "plane")
    with pytest.raises(ParameterError, match=r"^LECTURE_RENDERER=plane: .* did you mean plain\?$"):
        renderer_in_force()


@pytest.fixture
def unknown_manim(monkeypatch: pytest.MonkeyPatch) -> object:
    """Pretend that another version of Manim is installed."""
    monkeypatch.setattr(manim, "__version__", "0.23.0")
    support.obstacle.cache_clear()
    activation._told.clear()
    yield
    support.obstacle.cache_clear()


@pytest.mark.usefixtures("unknown_manim", "own_folder")
def test_an_unknown_manim_renders_by_itself_and_says_so_once(caplog: pytest.LogCaptureFixture) -> None:
    """Scenes are rendered all the same."""
    caplog.set_level("WARNING", logger="manim")
    with caplog.at_level("WARNING"):
        activation.logger.addHandler(caplog.handler)
        try:
            renderers = [type(BowlDescent().renderer) for _ in range(2)]
        finally:
            activation.logger.removeHandler(caplog.handler)
    assert renderers == [CairoRenderer, CairoRenderer]
    told = [record.getMessage() for record in caplog.records if "fastcairo" in record.getMessage()]
    assert told == ["fastcairo leaves the rendering to Manim: it knows Manim 0.22, and this is 0.23.0"]


def test_a_name_that_manim_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """All names of Manim's insides are looked up before they are relied on."""
    assert not support.obstacle()
    monkeypatch.setattr(support, "NAMES", {"manim.camera.camera": ["Camera.apply_fill", "Camera.apply_paint"]})
    attributes = {"manim.camera.camera:Camera.__init__": ["use_z_index", "use_w_index"]}
    monkeypatch.setattr(support, "ATTRIBUTES", attributes)
    told = support.obstacle.__wrapped__()
    assert told.endswith("lacks manim.camera.camera.Camera.apply_paint, Camera.use_w_index")


def test_importing_the_package_imports_no_manim() -> None:
    """Loading it costs nothing and changes nothing."""
    code = "import sys, fastcairo; print('manim' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
