"""From what a user asks for to jobs: parameters are gathered and checked before anything is drawn."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import scenes
from lecture.engine.catalog import Lesson, lessons_of
from lecture.engine.file_names import checked, name_of
from lecture.engine.job import MEGABYTES, Job
from lecture.engine.scene_file import source_of
from lecture.engine.sizes import USUAL, configured
from lecture.engine.toml_text import as_toml
from scenes.settings.door import known_scenes
from scenes.settings.errors import ParameterError, echoed
from scenes.settings.parameters import Parameters, did_you_mean, pairs
from scenes.settings.renderer import renderer_in_force
from scenes.settings.sources import OPTION, Sources, read_tables, surroundings
from scenes.settings.theme import known_theme, name_in_force
from scenes.stage.direction.scene import LectureScene


@dataclass(frozen=True)
class Request:
    """What the options that all drawing commands share say.

    Attributes:
        settings: Texts of `key=value` pairs.
        params: A parameter file.
        variant: A variant of the parameter files.
        quality: As in `Job`; None leaves it to the scene, see `quality_of`.
        theme, format, transparent, megabytes: As in `Job`.
    """

    settings: tuple[str, ...] = ()
    params: Path | None = None
    variant: str | None = None
    quality: str | None = None
    theme: str = "dark"
    format: str = "mp4"
    transparent: bool = False
    megabytes: float = MEGABYTES

    def sources(self, lessons: Sequence[Lesson]) -> Sources:
        """Return where the parameters of scenes come from.

        Raises:
            ParameterError: A file cannot be used.
        """
        ours = [lesson.scene for lesson in lessons if issubclass(lesson.scene, LectureScene)]
        known = [*dict.fromkeys([*scenes.SCENES, *(name for scene in ours for name in known_scenes(scene))])]
        around = surroundings(known)
        files = around.files
        if self.params is not None:
            files = (*files, (self.params, read_tables(self.params, known)))
        texts = tuple((OPTION, text) for text in self.settings)
        return Sources(files, self.variant, (*around.settings, *texts))


def parameters_of(lessons: Sequence[Lesson], sources: Sources) -> dict[str, Parameters | None]:
    """Return the parameters of scenes, by their names.

    Raises:
        ParameterError: Something is unknown or out of bounds.
    """
    chosen = {lesson.name: type(lesson.declared) for lesson in lessons if lesson.declared is not None}
    asked = [OPTION for source, text in sources.settings if source == OPTION and text.strip()]
    asked += [] if sources.variant is None else [f"--variant {echoed(sources.variant)}"]
    if asked and not chosen:
        raise ParameterError(f"{asked[0]}: {lessons[0].name} is not a lecture scene, so it has no parameters")
    return {
        lesson.name: None if lesson.declared is None else sources.resolve(lesson.declared, lesson.name, chosen)
        for lesson in lessons
    }


def jobs_of(
    words: Sequence[str],
    request: Request,
    *,
    kind: str = "video",
    section: str | None = None,
    name: str | None = None,
) -> dict[str, Job]:
    """Return the jobs that are asked for, by the names of their files.

    Raises:
        ParameterError: Something is unknown or out of bounds, or one name is given to several files.
    """
    lessons = lessons_of(words)
    if name is not None and len(lessons) > 1:
        raise ParameterError(
            f"--name {echoed(name)}: this is a name for one file, but you asked for {len(lessons)} scenes"
        )
    sources = request.sources(lessons)
    resolved = parameters_of(lessons, sources)
    jobs = {}
    for lesson in lessons:
        job = job_of(lesson, resolved[lesson.name], request, kind, section)
        named = checked(name, "--name") if name is not None else _name(lesson, resolved[lesson.name], sources, job)
        jobs[named] = job
    return jobs


def sweep_of(words: Sequence[str], request: Request) -> dict[str, Job]:
    """Return a job for each combination of the values that are listed, by the names of their files.

    Raises:
        ParameterError: Something is unknown or out of bounds, or nothing is listed.
    """
    lessons = lessons_of(words)
    if len(lessons) != 1:
        raise ParameterError(f"sweep takes one scene, not {len(lessons)}")
    fields = lessons[0].model.model_fields
    listed: dict[str, list[Any]] = {}
    for text in request.settings:
        for written, value in pairs(text, OPTION):
            key = written.removeprefix(f"{lessons[0].name}.")
            if key not in fields:
                raise ParameterError(f"{OPTION}: there is no parameter {echoed(key)}{did_you_mean(key, fields)}")
            listed[key] = _values(key, value, is_list=isinstance(fields[key].default, tuple))
    if not any(len(values) > 1 for values in listed.values()):
        raise ParameterError(
            f"{OPTION}: a sweep needs a list of values, such as {OPTION} '{next(iter(fields))}=[1, 2]'"
        )
    jobs: dict[str, Job] = {}
    for values in itertools.product(*listed.values()):
        one = " ".join(f"{key}={as_toml(value)}" for key, value in zip(listed, values, strict=True))
        plain = Request(**{**vars(request), "settings": (one,)})
        jobs |= jobs_of(words, plain)
    return jobs


def _values(key: str, value: Any, *, is_list: bool) -> list[Any]:
    """Return the values of a sweep along one parameter."""
    if not is_list:
        values = value if isinstance(value, list) else [value]
        if not values or not all(map(_is_plain, values)):
            said = f"{OPTION}: {key} = {echoed(str(value))}"
            raise ParameterError(f"{said}: a sweep takes a list of numbers: '{key}=[1, 2]'")
        return values
    if not (isinstance(value, list) and value and all(isinstance(one, list) and _is_plain(one) for one in value)):
        raise ParameterError(
            f"{OPTION}: {key} is a list itself; a sweep takes a list of lists: '{key}=[[1], [1, 2]]'"
        )
    return value


def _is_plain(value: Any) -> bool:
    """Tell whether a value of TOML is a number, a text, true or false, or a list of such."""
    return isinstance(value, bool | int | float | str) or (isinstance(value, list) and all(map(_is_plain, value)))


def job_of(lesson: Lesson, parameters: Parameters | None, request: Request, kind: str, section: str | None) -> Job:
    """Return the job that draws a scene.

    Raises:
        ParameterError: It has no such section.
    """
    if section is not None:
        lesson.check_section(section)
    return Job(
        lesson.name,
        kind,
        None if parameters is None else parameters.model_dump(mode="json"),
        request.quality or quality_of(lesson),
        request.theme if lesson.has_themes else Request.theme,
        request.format,
        request.transparent,
        section,
        None if lesson.file is None else str(lesson.file.absolute()),
        None if lesson.file is None else source_of(lesson.file),
        renderer_in_force(),
        request.megabytes,
    )


def quality_of(lesson: Lesson) -> str:
    """Return the quality of a scene if nobody asks for one; for the user's own it is what Manim is configured to.

    Raises:
        ParameterError: It is configured to what cannot be drawn.
    """
    return USUAL if lesson.file is None else configured()


def _name(lesson: Lesson, parameters: Parameters | None, sources: Sources, job: Job) -> str:
    """Return the name of a file: what differs from the declared parameters, or from the variant, is in it."""
    extras = [] if job.kind in ("video", "clips") else [job.kind]
    extras += [] if job.section is None else [checked(job.section.replace(" ", "_"), "--section")]
    extras += [] if job.theme == Request.theme else [job.theme]
    extras += ["transparent"] if job.transparent else []
    variant = sources.variant
    changed: Mapping[str, Any] = {}
    if parameters is not None and lesson.declared is not None:
        base = lesson.declared
        if variant is not None:
            base = Sources(sources.files, variant).resolve(base, lesson.name, {lesson.name: type(base)})
        before = base.model_dump()
        changed = {key: value for key, value in parameters.model_dump().items() if value != before[key]}
    return name_of(
        lesson.name,
        variant=None if variant is None else checked(variant, "--variant"),
        changed=changed,
        extras=tuple(extras),
    )


def theme_of(option: str | None) -> str:
    """Return the theme that an option names, or else the environment.

    Raises:
        ParameterError: There is no such theme.
    """
    return name_in_force() if option is None else known_theme(option, f"--theme {echoed(option)}")
