"""What can be seen while jobs run: a line for each, live on a terminal, plain elsewhere."""

import threading
from collections.abc import Iterable
from typing import Any, Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class Display:
    """Shows the progress of jobs.

    Args:
        console: Where to show it.
        names: The jobs.
    """

    def __init__(self, console: Console, names: Iterable[str]) -> None:
        self.console, self.names = console, list(names)
        self.lock = threading.Lock()
        self.begun: set[str] = set()
        self.progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[section]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
        )
        self.tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        for name in self.names:
            self.tasks[name] = self.progress.add_task(name, total=None, start=False, section="waiting")
        self.progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.progress.stop()

    def tell(self, name: str, said: dict[str, Any]) -> None:
        """Show that a job has started, or how far it is."""
        with self.lock:
            if name not in self.begun:
                self.begun.add(name)
                self.progress.start_task(self.tasks[name])
                self.progress.update(self.tasks[name], section="setting out")
                self._line(f"{name}: started")
            if said:
                self.progress.update(
                    self.tasks[name],
                    completed=said["seconds"],
                    total=said["total"] or None,
                    section=said["section"],
                )

    def finish(self, name: str, error: str) -> None:
        """Show that a job is done, or what went wrong."""
        with self.lock:
            task = self.tasks[name]
            total = self.progress.tasks[self.progress.task_ids.index(task)].total or 1
            self.progress.update(
                task, total=total, completed=0 if error else total, section="failed" if error else "done"
            )
            self.progress.stop_task(task)
            if len(self.names) > 1:
                self._line(f"{name}: {'failed' if error else 'done'}")

    def _line(self, text: str) -> None:
        if not self.console.is_terminal:
            self.console.print(text, highlight=False, markup=False, soft_wrap=True)
