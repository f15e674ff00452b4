"""What commands print: tables, and what is wrong.

Every command imports this, its `--help` too, so what takes long to import is imported where it is used.
"""

import os
import sys
from collections.abc import Mapping
from typing import Any

from lecture.engine.job import Job
from scenes.settings.errors import LONGEST_LINE, echoed


def say_what_has_no_themes(jobs: Mapping[str, Job], theme: str) -> None:
    """Say which scenes are not drawn in the theme that was asked for."""
    for scene in dict.fromkeys(job.scene for job in jobs.values() if job.theme != theme):
        print(f"{scene} has no themes: it is drawn in its own colours, not in the {theme} ones", file=sys.stderr)


def complain(text: str) -> None:
    """Print what is wrong, in lines short enough to read."""
    for line in text.splitlines():
        print(echoed(line, LONGEST_LINE), file=sys.stderr)


def drop_output() -> None:
    """Discard what is still to be printed, or Python would try to write it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def print_table(columns: Any, rows: Any, title: str | None = None) -> None:
    """Print rows below the names of their columns; without a terminal, nothing is cut off."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=10_000)
    grid = Table(title=title, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        grid.add_column(str(column), overflow="fold")
    for row in rows:
        grid.add_row(*("" if cell is None else str(cell) for cell in row))
    console.print(grid, highlight=False, markup=False)
