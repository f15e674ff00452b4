"""The scenes that can be drawn: the lecture's own, and those of any Python file."""

import inspect
import sys
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from manim import Scene

import scenes
from lecture.engine.scene_file import module_of
from scenes.settings import theme
from scenes.settings.errors import ParameterError, check_text, echoed, in_a_line, why
from scenes.settings.parameters import Parameters, did_you_mean
from scenes.stage.direction.scene import LectureScene


@dataclass(frozen=True)
class Lesson:
    """A scene that can be drawn.

    Attributes:
        name: Its class name.
        scene: The class.
        file: Where it is defined, if not in this project.
    """

    name: str
    scene: type[Scene]
    file: Path | None = None

    @property
    def declared(self) -> Parameters | None:
        """Its parameters as they are declared; None if it is not a lecture scene."""
        return self.scene.params if issubclass(self.scene, LectureScene) else None

    @property
    def model(self) -> type[Parameters]:
        """The type of its parameters.

        Raises:
            ParameterError: It is not a lecture scene.
        """
        if self.declared is None:
            raise ParameterError(f"{self.name} is not a lecture scene, so it has no parameters")
        return type(self.declared)

    @property
    def has_themes(self) -> bool:
        """Whether it has colours for each theme: it is a lecture scene, or its file imports the themes."""
        if issubclass(self.scene, LectureScene):
            return True
        modules = filter(None, (sys.modules.get(base.__module__) for base in self.scene.__mro__))
        values = (value for module in modules for value in vars(module).values())
        return any(
            value is theme or value is theme.THEMES or getattr(value, "__module__", None) == theme.__name__
            for value in values
        )

    @property
    def idea(self) -> str:
        """What it is about, in a sentence."""
        return (inspect.getdoc(self.scene) or "").partition("\n")[0]

    def check_section(self, section: str) -> None:
        """Refuse a section that the scene does not declare; if it declares none itself, only a walk finds them.

        Raises:
            ParameterError: There is no such section.
        """
        declared = vars(self.scene).get("sections") if issubclass(self.scene, LectureScene) else None
        if declared and isinstance(declared, tuple | list) and section not in declared:
            raise no_section(self.name, section, declared)


def no_section(scene: str, section: str, known: Iterable[str]) -> ParameterError:
    """Return the error of a section that a scene does not have."""
    return ParameterError(f"{scene} has no section {echoed(section)}{did_you_mean(section, known)}")


def title_of(scene_class: type[Scene]) -> str:
    """Return the title of a scene as it is seen, or its name if it has none."""
    from lecture.engine.markup import as_plain

    title = str(getattr(scene_class, "title", ""))
    return (as_plain(title) if issubclass(scene_class, LectureScene) else title) or scene_class.__name__


def own_lesson(name: str) -> Lesson:
    """Return a scene of the lecture by its name.

    Raises:
        ParameterError: There is no such scene.
    """
    if name not in scenes.SCENES:
        raise ParameterError(f"there is no scene {echoed(name)}{did_you_mean(name, scenes.SCENES)}")
    return Lesson(name, getattr(scenes, name))


def lessons_of(words: Sequence[str]) -> list[Lesson]:
    """Return the scenes that words on the command line name: `SCENE…`, or `FILE.py SCENE…`; none means all.

    Raises:
        ParameterError: There is no such scene or file, or the file cannot be used.
    """
    if words and words[0].endswith(".py"):
        return _lessons_in(Path(words[0]), words[1:])
    return [own_lesson(name) for name in dict.fromkeys(words or scenes.SCENES)]


def content_of(file: Path) -> bytes:
    """Return the content of a scene file.

    Raises:
        ParameterError: There is no such file, or it cannot be read.
    """
    try:
        if not file.is_file():
            raise ParameterError(f"{file}: there is no such file")
        return file.read_bytes()
    except OSError as error:
        raise ParameterError(f"{file}: it cannot be read ({why(error)})") from None


def _place(file: Path, filename: str | None, line: int | None) -> str:
    """Return where something is wrong: in a scene file, or in one that it imports."""
    here = filename in (None, str(file.absolute()), "<string>")
    return f"{file if here else filename}, line {line}" if line else str(file)


def _lessons_in(file: Path, names: Sequence[str]) -> list[Lesson]:
    """Return scenes that a file defines, all of them if none is named."""
    check_text(str(file.absolute()))
    if b"\0" in content_of(file):  # which error Python makes of that depends on its version
        raise ParameterError(f"{file}: source code string cannot contain null bytes")
    try:
        module = module_of(file)
    except SyntaxError as error:
        raise ParameterError(_place(file, error.filename, error.lineno) + f": {error.msg}") from None
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # of whatever kind
        lines = [
            line for line in traceback.extract_tb(error.__traceback__) if line.filename == str(file.absolute())
        ]
        place = _place(file, None, lines[-1].lineno if lines else None)
        raise ParameterError(f"{place}: importing it fails with {in_a_line(error)}") from None
    found = {
        name: Lesson(name, value, file)
        for name, value in vars(module).items()
        if inspect.isclass(value) and issubclass(value, Scene) and value.__module__ == module.__name__
    }
    if not found:
        raise ParameterError(f"{file}: it defines no scenes")
    names = [*dict.fromkeys(names or found)]
    for name in names:
        if name not in found:
            raise ParameterError(f"{file}: there is no scene {echoed(name)}{did_you_mean(name, found)}")
        scene = found[name].scene
        if issubclass(scene, LectureScene) and not isinstance(scene.params, Parameters):
            raise ParameterError(
                f"{file}: params of {name} must be parameters, such as BowlDescentParams(input=2)"
            )
    return [found[name] for name in names]
