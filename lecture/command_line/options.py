"""The options that the commands share, and what they say."""

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from lecture.engine.job import QUALITIES
from lecture.engine.sizes import is_size, size_of
from scenes import SCENES
from scenes.settings.errors import ParameterError, check_text, echoed, why

Function = Callable[..., int]
OUT = Path("renders")


class _Place(click.Path):
    """A file or a folder whose name the system allows; whether it is there does not matter."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path."""
        try:
            if value:
                path = Path(value)
                path.exists()
                return path
            wrong = "name a file or a folder"
        except OSError as error:
            wrong = why(error)
        option = min(param.opts, key=len) if param else ""
        raise ParameterError(f"{option} '{echoed(str(value))}': {wrong}")


PATH = _Place()


class Command(click.Command):
    """A command that refuses words that are not text, and options given twice, of which the last would win."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Check the words, and parse them."""
        for word in args:
            check_text(word)
        if not ctx.resilient_parsing:
            _, _, order = self.make_parser(ctx).parse_args(list(args))
            _check_once([one for one in order if isinstance(one, click.Option)])
        return super().parse_args(ctx, args)


def _check_once(given: list[click.Option]) -> None:
    """Refuse options that contradict each other."""
    counted = Counter(
        one.name for one in given if not one.multiple and (not one.is_bool_flag or one.secondary_opts)
    )
    twice = next((name for name, number in counted.items() if number > 1), None)
    if twice is not None:
        words = " or ".join(dict.fromkeys(min(one.opts, key=len) for one in given if one.name == twice))
        raise ParameterError(f"{words}: give only one, and run the command again for the other")


class _Quality(click.Choice[str]):
    """A letter, or a size and a frame rate."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not is_size(value):
            return super().convert(value, param, ctx)
        return size_of(value, "-q").quality


def names(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """Return the scenes that a shell may offer to complete a word."""
    return [name for name in SCENES if name.startswith(begun)]


def setting(command: Function) -> Function:
    """Give a command the options that set parameters."""
    for option in (
        click.option("--variant", metavar="NAME", help="Take this variant from the parameter file."),
        click.option("--params", type=PATH, metavar="FILE.toml", help="Read parameters from this file too."),
        click.option(
            "--set",
            "settings",
            multiple=True,
            metavar="KEY=VALUE",
            help="Set a parameter; more KEY=VALUE may follow.",
        ),
    ):
        command = option(command)
    return command


def drawing(command: Function) -> Function:
    """Give a command the options that all drawing commands have in common."""
    sizes = "480p15, 720p30, 1080p60, 1440p60 or 2160p60; or any other, such as 1000x1000@24."
    usual = "  [default: h; for a scene of your own, what manim.cfg says]"
    folder = click.option("--out", type=PATH, default=OUT, show_default=True, help="Put files into this folder.")
    theme = click.option("--theme", metavar="dark|light", help="Choose the colours.  [default: dark]")
    quality = click.option("-q", "--quality", type=_Quality(list(QUALITIES)), help=sizes + usual)
    return quality(setting(theme(folder(command))))


def request_of(options: Mapping[str, Any], **others: Any) -> Any:
    """Return what the options of all drawing commands say."""
    from lecture.command_line.requests import Request, theme_of

    return Request(**{**options, **others, "theme": theme_of(options["theme"])})


def check_alone(like: Path) -> None:
    """Refuse options given beside a file that settles everything."""
    context = click.get_current_context()
    given = {name for name in context.params if context.get_parameter_source(name) is ParameterSource.COMMANDLINE}
    if given - {"like", "out", "at_a_time", "cluster"}:
        raise ParameterError(
            f"--like {like}: the file settles everything else; leave out all but --out, -j and --cluster"
        )


def without_pairs(words: tuple[str, ...], request: Any) -> tuple[tuple[str, ...], Any]:
    """Return the words that are scenes, and the request with those that are pairs."""
    scenes, settings = scenes_and_pairs(words, request.settings)
    return scenes, type(request)(**{**vars(request), "settings": settings})


def scenes_and_pairs(words: tuple[str, ...], settings: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return words and settings; `--set a=1 b=2` leaves `b=2` among the words."""
    pairs = tuple(word for word in words if "=" in word and not word.endswith(".py"))
    return tuple(word for word in words if word not in pairs), (*settings, *pairs)
