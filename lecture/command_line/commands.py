"""The command line of `lecture`: new clips from new numbers, without touching Python.

What takes long to import is imported by the commands that need it, so that help appears at once.
"""

import re
import sys
from pathlib import Path
from typing import Any

import click

from lecture.command_line.interrupts import raise_from_now_on
from lecture.command_line.listing_commands import list_, params, table
from lecture.command_line.options import (
    OUT,
    PATH,
    Command,
    check_alone,
    drawing,
    names,
    request_of,
    without_pairs,
)
from lecture.command_line.printing import complain, drop_output, say_what_has_no_themes
from lecture.command_line.running import run_and_show
from lecture.command_line.slide_commands import clips, deck, film, gallery
from lecture.engine.workers import start_ahead
from scenes.settings.errors import ParameterError, echoed, why


class _Commands(click.Group):
    command_class = Command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gradient-descent-lecture", message="%(prog)s %(version)s")
def cli() -> None:
    """Make lecture videos on gradient descent from your own numbers."""


@cli.command()
@click.argument("words", metavar="[SCENE…|FILE.py SCENE…]", nargs=-1, shell_complete=names)
@drawing
@click.option("--all", "everything", is_flag=True, help="Render all scenes (the default).")
@click.option("--name", metavar="NAME", help="Name the file.")
@click.option("--format", "format_", type=click.Choice(["mp4", "gif", "webm"]), default="mp4", show_default=True)
@click.option(
    "--transparent", is_flag=True, help="Leave out the background; makes a .mov, or with --format webm a .webm."
)
@click.option(
    "-j",
    "at_a_time",
    type=click.IntRange(1),
    metavar="N",
    help="Run N jobs at a time.  [default: one for each core]",
)
@click.option("--like", type=PATH, metavar="FILE", help="Render FILE again, and report what has changed since.")
@click.option("--cluster", metavar="tcp://HOST:8786", help="Run the jobs on a Dask cluster.")
def render(
    words: tuple[str, ...], everything: bool, name: str | None, format_: str, transparent: bool,
    at_a_time: int | None, like: Path | None, cluster: str | None, out: Path, **options: Any,
) -> int:  # fmt: skip
    """Render scenes as videos: all of them, if you name none."""
    if cluster is None:
        start_ahead()
    from lecture.command_line.remaking import jobs_like
    from lecture.command_line.requests import jobs_of
    from lecture.engine.provenance import facts_of, read

    if like is not None:
        check_alone(like)
        before = read(facts_of(like), str(like))
        return run_and_show(jobs_like(like, before), out, at_a_time, cluster, like=(like, before.facts))
    words, request = without_pairs(words, request_of(options, format=format_, transparent=transparent))
    if everything and words:
        raise ParameterError(f"--all means all scenes: leave out {echoed(words[0])}")
    jobs = jobs_of(words, request, name=name)
    say_what_has_no_themes(jobs, request.theme)
    return run_and_show(jobs, out, at_a_time, cluster)


@cli.command()
@click.argument("words", metavar="SCENE", nargs=-1, required=True, shell_complete=names)
@drawing
@click.option(
    "-j",
    "at_a_time",
    type=click.IntRange(1),
    metavar="N",
    help="Run N jobs at a time.  [default: one for each core]",
)
def sweep(words: tuple[str, ...], at_a_time: int | None, out: Path, **options: Any) -> int:
    """Render SCENE once for each value in a list. Several lists give every combination: --set 'alpha=[.1, 1]'."""
    start_ahead()
    from lecture.command_line.requests import sweep_of

    words, request = without_pairs(words, request_of(options))
    return run_and_show(sweep_of(words, request), out, at_a_time)


@cli.command()
@click.argument("words", metavar="SCENE", nargs=-1, required=True, shell_complete=names)
@click.option("--section", required=True, metavar="NAME", help="Draw the end of this section.")
@drawing
def still(words: tuple[str, ...], section: str, out: Path, **options: Any) -> int:
    """Draw the end of one section of SCENE, to try out parameters. It is a PNG, there in a few seconds."""
    start_ahead()
    from lecture.command_line.requests import jobs_of

    words, request = without_pairs(words, request_of(options))
    jobs = jobs_of(words, request, kind="still", section=section)
    say_what_has_no_themes(jobs, request.theme)
    return run_and_show(jobs, out)


@cli.command()
@click.argument("words", metavar="SCENE", nargs=-1, required=True, shell_complete=names)
@drawing
def storyboard(words: tuple[str, ...], out: Path, **options: Any) -> int:
    """Draw the ends of all sections on one sheet, a PNG."""
    start_ahead()
    from lecture.command_line.requests import jobs_of

    words, request = without_pairs(words, request_of(options))
    jobs = jobs_of(words, request, kind="storyboard")
    say_what_has_no_themes(jobs, request.theme)
    return run_and_show(jobs, out)


@cli.command()
@click.argument("scene", shell_complete=names)
def new(scene: str) -> int:
    """Add a table for SCENE to lecture.toml. It has comments, and goes below what is in the file already."""
    from lecture.command_line.parameter_file import add_table
    from lecture.engine.catalog import own_lesson
    from scenes.settings.sources import PARAMETER_FILE

    lesson = own_lesson(scene)
    raise_from_now_on()
    added = add_table(Path(PARAMETER_FILE), lesson.name, lesson.model, lesson.idea)
    print(added.strip())
    print(f"\nwritten to {PARAMETER_FILE}", file=sys.stderr)
    return 0


@cli.command()
@click.option("--out", type=PATH, default=OUT, show_default=True, help="Check this folder too.")
def doctor(out: Path) -> int:
    """Check the installation. Where something is missing, it says what to do."""
    from lecture.command_line.doctor import examine

    findings = examine(out)
    for finding in findings:
        print(f"{'ok     ' if finding.well else 'MISSING'}  {finding.what}: {finding.found}")
        if finding.remedy:
            print(f"         {finding.remedy}")
    return 0 if all(finding.well for finding in findings) else 1


for command in (list_, params, table, clips, deck, gallery, film):
    cli.add_command(command)


def main() -> None:
    """Run the command line, and end with its exit code; an interrupt is left to the caller."""
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.ClickException as error:
        complain(re.sub(r"\S{61,}", lambda word: echoed(word[0]), error.format_message()))
        sys.exit(2)
    except ParameterError as error:
        complain(str(error))
        sys.exit(2)
    except OSError as error:
        drop_output()
        if not isinstance(error, BrokenPipeError):
            where = f"{error.filename}: " if error.filename else ""
            complain(f"{where}it cannot be written ({why(error)})")
        sys.exit(1)
    except click.Abort:
        raise KeyboardInterrupt from None
