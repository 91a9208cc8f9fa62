"""How the command talks: pages and JSON to standard output, notes and complaints to standard error."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from vedette.record import to_json

MAX_WIDTH = 100


def page_console() -> Console:
    """Where pages go: as wide as the terminal, up to what is read with ease."""
    _forgive(sys.stdout)
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = min(console.width, MAX_WIDTH)
    return console


def print_json(record: object) -> None:
    """Prints a record as one line, in UTF-8 whatever the encoding of the terminal: JSON has no other."""
    line = to_json(record) + b"\n"
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.flush()
        sys.stdout.buffer.write(line)
    else:
        sys.stdout.write(line.decode())
    sys.stdout.flush()


def _forgive(stream: TextIO) -> None:
    """Lets a stream print a "?" for what its encoding has no sign for, in place of failing."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="replace")


def note(text: str) -> None:
    """Says what was done."""
    _errors().print(Text(text, style="dim"))


def complain(text: str, console: Console | None = None) -> None:
    """Says what went wrong; on the console of a progress bar, where one is shown."""
    line = Text().append("vedette: ", style="bold red").append(text)
    (console or _errors()).print(line, soft_wrap=True)


def progress_bar(count: int) -> Progress:
    """A bar on a terminal, where there is more than one thing to do."""
    console = _errors()
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console, transient=True, disable=not console.is_terminal or count < 2,
    )  # fmt: skip


def _errors() -> Console:
    return Console(stderr=True, highlight=False, emoji=False, markup=False)
