"""The commands that make something for slides: clips, deck, gallery, film.

What takes long to import is imported by the commands that need it, so that help appears at once.
"""

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lecture.command_line.options import OUT, PATH, Command, drawing, names, request_of, without_pairs
from lecture.command_line.printing import say_what_has_no_themes
from lecture.command_line.running import run_and_show
from lecture.command_line.slide_files import drawn, failures, lent, write
from lecture.engine.job import MEGABYTES, TITLE
from lecture.engine.workers import start_ahead
from scenes.settings.errors import ParameterError

if TYPE_CHECKING:
    from lecture.engine.clip_store import ClipStore

_FORMS = {".html": "html", ".pptx": "pptx", ".md": "md", ".tex": "beamer"}

_words = click.argument("words", metavar="[SCENE…|FILE.py SCENE…]", nargs=-1, shell_complete=names)
_at_a_time = click.option(
    "-j",
    "at_a_time",
    type=click.IntRange(1),
    metavar="N",
    help="Run N jobs at a time.  [default: one for each core]",
)
_title = click.option("--title", metavar="TEXT", default=TITLE, show_default=True, help="Give it this title.")


@click.command(cls=Command)
@_words
@drawing
@click.option("--format", "format_", type=click.Choice(["mp4", "gif", "webm"]), default="mp4", show_default=True)
@click.option("--transparent", is_flag=True, help="Leave out the background; needs --format webm.")
@click.option(
    "--max-size", "megabytes", type=click.FloatRange(0, min_open=True), metavar="MB",
    help=f"Make a gif no larger than this; it gets narrower until it fits.  [default: {MEGABYTES:g}]",
)  # fmt: skip
@_at_a_time
@click.option("--cluster", metavar="tcp://HOST:8786", help="Run the jobs on a Dask cluster.")
def clips(
    words: tuple[str, ...], format_: str, transparent: bool, megabytes: float | None, at_a_time: int | None,
    cluster: str | None, out: Path, **options: Any,
) -> int:  # fmt: skip
    """Make a clip of each section, in OUT/clips. A poster, captions, an alt text and a transcript go with it."""
    if cluster is None:
        start_ahead()
    from lecture.command_line.requests import jobs_of
    from lecture.engine.clip_store import ClipStore

    if transparent and format_ != "webm":
        raise ParameterError(f"--transparent: clips can be transparent with --format webm, not with {format_}")
    if megabytes is not None and format_ != "gif":
        raise ParameterError(f"--max-size: this is for --format gif, not for {format_}")
    if megabytes is not None and not math.isfinite(megabytes):
        raise ParameterError(f"--max-size {megabytes:g}: give a number of megabytes, such as 5")
    request = request_of(options, format=format_, transparent=transparent, megabytes=megabytes or MEGABYTES)
    words, request = without_pairs(words, request)
    jobs = jobs_of(words, request, kind="clips")
    say_what_has_no_themes(jobs, request.theme)
    return run_and_show(jobs, out, at_a_time, cluster, store=ClipStore(out / "clips", jobs))


@click.command(cls=Command)
@_words
@drawing
@click.option("-o", "--output", type=PATH, metavar="FILE", help="Write the talk here.  [default: OUT/talk.html]")
@click.option(
    "--format", "form", type=click.Choice([*_FORMS.values()]), help="Kind of talk.  [default: as FILE ends]"
)
@_title
@click.option(
    "--captions/--no-captions", default=True, show_default=True, help="Show captions when an html talk begins."
)
@_at_a_time
def deck(
    words: tuple[str, ...], output: Path | None, form: str | None, title: str, captions: bool,
    at_a_time: int | None, out: Path, **options: Any,
) -> int:  # fmt: skip
    """Make slides, one for each section. FILE ends with .html, .pptx (PowerPoint), .md or .tex (Beamer).

    They show the clips in OUT/clips; any that are missing or out of date are rendered first.
    """
    from lecture.engine.plain_text import plain
    from lecture.slides.media_folder import folder_of
    from lecture.slides.talk import WITH_FOLDER, Talk, check, files_of

    form = form or _FORMS.get(output.suffix.lower() if output else ".html")
    if form is None:
        raise ParameterError(f"-o {output}: the name of a talk ends with {', '.join(_FORMS)}; or add --format")
    check(form)
    place = output or out / f"talk{next(ending for ending, one in _FORMS.items() if one == form)}"
    words, request = without_pairs(words, request_of(options))
    folder = place.parent / folder_of(place.name) if form in WITH_FOLDER else None
    code, store = _made(words, request, out, at_a_time, place, folder)
    if code:
        return code
    with failures(place), lent(store) as (scenes, folder):
        talk = Talk(plain(title) or place.stem, scenes, folder, request.theme, captions)
        files = files_of(talk, form, place.name)
        write("deck", files, place, out)
        size = sum(one.stat().st_size if isinstance(one, Path) else len(one) for one in files.values()) / 1e6
    number = len(talk.slides)
    print(f"{place}: {number} slide{'s' * (number != 1)}, {size:.1f} MB")
    return 0


@click.command(cls=Command)
@click.option(
    "-o", "--output", type=PATH, metavar="DIR", help="Write the page into this folder.  [default: OUT/gallery]"
)
@click.option("--out", type=PATH, default=OUT, show_default=True, help="Show the files of this folder.")
@_title
def gallery(output: Path | None, out: Path, title: str) -> int:
    """Make a web page of everything in OUT. It has players, parameters, and how each file was made."""
    from lecture.engine.placing import check_place
    from lecture.engine.plain_text import plain
    from lecture.slides.gallery import files_of

    place = (output or out / "gallery") / "index.html"
    check_place(place)
    files = files_of(out, plain(title) or out.name)
    with failures(place):
        write("gallery", files, place, out, forget=True)
    print(place)
    return 0


@click.command(cls=Command)
@_words
@drawing
@click.option(
    "-o", "--output", type=PATH, metavar="FILE.mp4", help="Write the film here.  [default: OUT/film.mp4]"
)
@_title
@_at_a_time
def film(
    words: tuple[str, ...], output: Path | None, title: str, at_a_time: int | None, out: Path, **options: Any
) -> int:
    """Join scenes into one film: all of them, if you name none.

    It has title cards, chapters, captions and a list of contents. It is made from the clips in OUT/clips; any that
    are missing or out of date are rendered first.
    """
    place = output or out / "film.mp4"
    if place.suffix.lower() != ".mp4":
        raise ParameterError(f"-o {place}: the name of a film ends with .mp4")
    from lecture.engine.film import files_of
    from lecture.engine.plain_text import plain

    words, request = without_pairs(words, request_of(options))
    code, store = _made(words, request, out, at_a_time, place)
    if code:
        return code
    with failures(place), lent(store) as (scenes, folder):
        files = files_of(scenes, folder, plain(title), request.theme, place.name, folder, drawn(folder))
        write("film", files, place, out)
    size = place.stat().st_size / 1e6
    print(f"{place}: {len(scenes)} scene{'s' * (len(scenes) != 1)}, {size:.1f} MB")
    return 0


def _made(
    words: tuple[str, ...],
    request: Any,
    out: Path,
    at_a_time: int | None,
    place: Path,
    beside: Path | None = None,
) -> tuple[int, "ClipStore"]:
    """Render the clips of scenes that are missing or out of date; return the exit code, and where they are.

    What is to be made of them has its place, and perhaps a folder beside it.

    Raises:
        ParameterError: They cannot be rendered, or what is to be made of them has no place.
    """
    from lecture.command_line.requests import jobs_of
    from lecture.engine.clip_store import ClipStore
    from lecture.engine.placing import check_place

    jobs = jobs_of(words, request, kind="clips")
    store = ClipStore(out / "clips", jobs)
    check_place(place, beside)
    if store.lists(place):
        raise ParameterError(f"-o {place}: this is one of the clips, which talks are made of; name another file")
    say_what_has_no_themes(jobs, request.theme)
    missing = {name: job for name, job in jobs.items() if store.current(name) is None}
    return run_and_show(missing, out, at_a_time, store=store) if missing else 0, store
