"""The commands that make something for slides: clips, deck, gallery, film.

What takes long to import is imported by the commands that need it, so that help comes at once.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lecture.interrupts import raise_from_now_on
from lecture.options import OUT, PATH, drawing, names, request_of, without_pairs
from lecture.showing import run_and_show
from scenes.stage.errors import ParameterError

if TYPE_CHECKING:
    from lecture.slides.clip import SceneClips

_FORMS = {".html": "html", ".pptx": "pptx", ".md": "md", ".tex": "beamer"}
_MEGABYTES = 20.0

_words = click.argument("words", metavar="[SCENE…|FILE.py SCENE…]", nargs=-1, shell_complete=names)
_at_a_time = click.option(
    "-j", "at_a_time", type=click.IntRange(1), metavar="N", help="Jobs at a time.  [default: the cores]"
)
_title = click.option("--title", metavar="TEXT", default="Gradient descent", show_default=True, help="Its title.")


@click.command()
@_words
@drawing
@click.option("--format", "format_", type=click.Choice(["mp4", "gif", "webm"]), default="mp4", show_default=True)
@click.option("--transparent", is_flag=True, help="Without a background; with --format webm.")
@click.option(
    "--max-size", "megabytes", type=click.FloatRange(0, min_open=True), metavar="MB",
    help=f"How large a gif may be; it gets narrower until it fits.  [default: {_MEGABYTES:g}]",
)  # fmt: skip
@_at_a_time
@click.option("--cluster", metavar="tcp://HOST:8786", help="Run the jobs on a Dask cluster.")
def clips(
    words: tuple[str, ...], format_: str, transparent: bool, megabytes: float | None, at_a_time: int | None,
    cluster: str | None, out: Path, **options: Any,
) -> int:  # fmt: skip
    """Make a clip of each section of scenes, with poster, captions, alt text and transcript, in OUT/clips."""
    from lecture.requests import jobs_of
    from lecture.slides.shelf import Shelf

    if transparent and format_ != "webm":
        raise ParameterError(f"--transparent: clips are transparent with --format webm, not with {format_}")
    if megabytes is not None and format_ != "gif":
        raise ParameterError(f"--max-size: it is for --format gif, not for {format_}")
    request = request_of(options, format=format_, transparent=transparent, megabytes=megabytes or _MEGABYTES)
    words, request = without_pairs(words, request)
    jobs = jobs_of(words, request, kind="clips")
    return run_and_show(jobs, out, at_a_time, cluster, store=Shelf(out / "clips", jobs))


@click.command()
@_words
@drawing
@click.option("-o", "--output", type=PATH, metavar="FILE", help="The talk.  [default: OUT/talk.html]")
@click.option("--format", "form", type=click.Choice([*_FORMS.values()]), help="By default, as FILE ends.")
@_title
@click.option(
    "--captions/--no-captions", default=True, show_default=True, help="Whether an html begins with them."
)
@_at_a_time
def deck(
    words: tuple[str, ...], output: Path | None, form: str | None, title: str, captions: bool,
    at_a_time: int | None, out: Path, **options: Any,
) -> int:  # fmt: skip
    """Make slides of scenes, one for each section: FILE.html, FILE.pptx, FILE.md or FILE.tex.

    They are made of the clips in OUT/clips; those that are missing there or out of date are rendered first.
    """
    from lecture.slides.plain import plain
    from lecture.slides.talk import ENDINGS, Talk, check, files_of

    form = form or _FORMS.get(output.suffix.lower() if output else ".html")
    if form is None:
        raise ParameterError(f"-o {output}: a talk ends with {', '.join(_FORMS)}; --format chooses another one")
    check(form)
    place = output or out / f"talk{ENDINGS[form]}"
    words, request = without_pairs(words, request_of(options))
    code, scenes = clips_for(words, request, out, at_a_time)
    if code:
        return code
    talk = Talk(plain(title), scenes, out / "clips", request.theme, captions)
    _write(files_of(talk, form, place.name), place, out)
    size = place.stat().st_size / 1e6
    print(f"{place}: {len(talk.slides)} slides, {size:.1f} MB")
    return 0


@click.command()
@click.option("-o", "--output", type=PATH, metavar="DIR", help="The folder of the page.  [default: OUT/gallery]")
@click.option("--out", type=PATH, default=OUT, show_default=True, help="The folder whose files are shown.")
@_title
def gallery(output: Path | None, out: Path, title: str) -> int:
    """Make a web page of all that is in OUT: players, parameters, and how each was made."""
    from lecture.slides.gallery import files_of
    from lecture.slides.plain import plain

    place = (output or out / "gallery") / "index.html"
    files = files_of(out, plain(title), place.parent)
    _write(files, place, out)
    print(place)
    return 0


@click.command()
@_words
@drawing
@click.option("-o", "--output", type=PATH, metavar="FILE.mp4", help="The film.  [default: OUT/film.mp4]")
@_title
@_at_a_time
def film(
    words: tuple[str, ...], output: Path | None, title: str, at_a_time: int | None, out: Path, **options: Any
) -> int:
    """Make one film of scenes, all of them where none is named: title cards, chapters, captions, contents.

    It is made of the clips in OUT/clips; those that are missing there or out of date are rendered first.
    """
    place = output or out / "film.mp4"
    if place.suffix != ".mp4":
        raise ParameterError(f"-o {place}: a film ends with .mp4")
    from lecture.slides.film import files_of
    from lecture.slides.joining import FilmError
    from lecture.slides.plain import plain
    from lecture.store import Store

    words, request = without_pairs(words, request_of(options))
    code, scenes = clips_for(words, request, out, at_a_time)
    if code:
        return code
    raise_from_now_on()
    try:
        with Store(out).work() as work:
            _write(files_of(scenes, out / "clips", plain(title), request, place.name, work), place, out)
    except FilmError as error:
        print(error, file=sys.stderr)
        return 1
    size = place.stat().st_size / 1e6
    print(f"{place}: {len(scenes)} {'scene' if len(scenes) == 1 else 'scenes'}, {size:.1f} MB")
    return 0


def clips_for(
    words: tuple[str, ...], request: Any, out: Path, at_a_time: int | None
) -> tuple[int, tuple["SceneClips", ...]]:
    """Return the clips of scenes, and the exit code of rendering those that are missing or out of date."""
    from lecture.requests import jobs_of
    from lecture.slides.shelf import Shelf

    jobs = jobs_of(words, request, kind="clips")
    shelf = Shelf(out / "clips", jobs)
    missing = {name: job for name, job in jobs.items() if shelf.current(name, ".mp4") is None}
    code = run_and_show(missing, out, at_a_time, store=shelf) if missing else 0
    if code:
        return code, ()
    return 0, tuple(shelf.listed(name) for name in jobs)


def _write(files: Mapping[str, bytes | Path], place: Path, out: Path) -> None:
    """Put files into the folder of the first of them."""
    from lecture.slides.talk import put
    from lecture.store import Store

    raise_from_now_on()
    put(files, place.parent, Store(out))
