"""The command ``vedette``: thin; what it does is done by the pipeline, the store and the pages."""

from __future__ import annotations

import signal
import sys
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from vedette import __version__
from vedette.errors import InputError, StoreError, VedetteError
from vedette.record import Dossier, Reading, to_json
from vedette.record.raw import Raw

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

EXIT_INPUT, EXIT_USAGE, EXIT_STORE, EXIT_STOPPED = 1, 2, 3, 130
MAX_WIDTH = 100

app = typer.Typer(
    name="vedette",
    help="Reads news of conflict and keeps, for every red line drawn, a dossier with the words behind every row.\n\n"
    "Start with:  vedette read report.txt    then:  vedette add *.txt    and:  vedette dossier",
    epilog="Exit codes: 0 all done, 1 some input could not be read, 2 wrong usage, 3 the store failed, 130 stopped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…",
        help="Text, HTML, or JSON lines {text, id?, title?, published?, outlet?, url?}; - is standard input.",
        show_default=False,
    ),
]
StorePath = Annotated[
    Path, typer.Option("--store", envvar="VEDETTE_STORE", help="The store: an SQLite file, made where there is none.")
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON instead of a page: one object a line.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"vedette {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    del version


@app.command()
def read(
    files: Files,
    as_json: AsJson = False,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", metavar="OUT", help="Write the readings to a file, one a line."),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The headline, where the text does not carry it.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    published: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day it was published; inferred where not given.")
    ] = None,
) -> None:
    """Read reports: who said what, events, commitments, places, dates, each with its words.

    For example:  vedette read report.txt

    Into a file:  vedette read *.html --jsonl readings.jsonl

    From a pipe:  pdftotext report.pdf - | vedette read - --json | jq .commitments
    """
    from vedette.export.terminal import reading_page

    console, known = _console(), _Known(title, outlet, published.date() if published else None)
    with ExitStack() as stack:
        out = stack.enter_context(jsonl.open("wb")) if jsonl else None
        batch = _Batch(files, known)
        for i, reading in enumerate(batch):
            if out:
                out.write(to_json(reading) + b"\n")
                out.flush()
            if as_json:
                _print_json(reading)
            elif not out:
                if i:
                    console.rule(style="dim")
                console.print(reading_page(reading))
    if jsonl:
        _note(f"{batch.done} reading{'s' * (batch.done != 1)} in {jsonl}")
    batch.leave()


@app.command()
def add(files: Files, store: StorePath = Path("vedette.sqlite"), as_json: AsJson = False) -> None:
    """Read reports and keep their readings in the store; a report that is held already changes nothing.

    Each report is kept as soon as it is read, so a stop loses nothing, and adding again goes on where it stopped.

    For example:  vedette add reports/*.txt feed.jsonl --store aras.sqlite
    """
    from vedette.store import open_store

    new = 0
    with open_store(store) as held:
        batch = _Batch(files, _Known(None, None, None))
        for reading in batch:
            changed = held.add(reading)
            new += changed
            if as_json:
                _print_json({"id": reading.report.id, "title": reading.report.title, "new": changed})
        total = len(held.reports())
    _note(f"{new} added, {batch.done - new} held already, {total} in {store}.")
    batch.leave()


@app.command()
def dossier(
    which: Annotated[
        str | None,
        typer.Argument(help="A declarer's code (IRN) or the id of a line, or its beginning; none lists all lines."),
    ] = None,
    store: StorePath = Path("vedette.sqlite"),
    as_json: AsJson = False,
) -> None:
    """Open the dossiers: what has been declared, by whom, in which words; what happened near it; what was done.

    For example:  vedette dossier IRN    or:  vedette dossier lin-3f9a
    """
    from vedette.export.terminal import dossier_list, dossier_page
    from vedette.linking import build_dossiers
    from vedette.store import open_store

    if not store.exists():
        raise StoreError(f"{store}: no such store. Keep reports in it first: vedette add FILE… --store {store}")
    with open_store(store) as held:
        dossiers = build_dossiers(held.readings())
    chosen = _chosen(dossiers, which, store)
    console = _console()
    if as_json:
        for found in chosen:
            _print_json(found)
    elif which is None:
        console.print(dossier_list(chosen))
        _note(f"\n{len(chosen)} line{'s' * (len(chosen) != 1)}. Open one: vedette dossier CODE or ID")
    else:
        console.print(dossier_page(chosen))


def _chosen(dossiers: tuple[Dossier, ...], which: str | None, store: Path) -> tuple[Dossier, ...]:
    if which is None:
        return dossiers
    key = which.lower()
    found = tuple(d for d in dossiers if d.declarer.lower() == key or d.name.lower() == key or d.id.startswith(key))
    if not found:
        codes = ", ".join(dict.fromkeys(d.declarer for d in dossiers)) or "none"
        raise StoreError(f"{store}: no line by {which!r}. Declarers held: {codes}. All lines: vedette dossier")
    return found


class _Known:
    """What the command line says of a single report."""

    def __init__(self, title: str | None, outlet: str | None, published: date | None) -> None:
        self.title, self.outlet, self.published = title, outlet, published

    def over(self, raw: Raw) -> Raw:
        from dataclasses import replace

        return replace(
            raw, title=self.title or raw.title, outlet=self.outlet or raw.outlet,
            published=self.published or raw.published,
        )  # fmt: skip


class _Batch:
    """The readings of many inputs, with progress on a terminal; what cannot be read is said and counted."""

    def __init__(self, files: list[str], known: _Known) -> None:
        self._files, self._known = files, known
        self.done = self.failed = 0

    def __iter__(self) -> Iterator[Reading]:
        from vedette import Reader
        from vedette.sources import read_inputs

        reader: Reader | None = None
        with _progress(len(self._files)) as progress:
            task = progress.add_task("reading", total=None if _many(self._files) else len(self._files))
            for item in read_inputs(self._files, datetime.now(UTC).date()):
                if isinstance(item, Raw):
                    reader = reader or Reader()
                    try:
                        reading = reader.read_raw(self._known.over(item))
                    except InputError as error:
                        self._fail(error)
                    else:
                        self.done += 1
                        yield reading
                else:
                    self._fail(item)
                progress.update(task, completed=self.done + self.failed)

    def _fail(self, error: InputError) -> None:
        self.failed += 1
        _complain(str(error))

    def leave(self) -> None:
        """Leaves with an exit code that says whether all was read."""
        if self.failed:
            total = self.done + self.failed
            _complain(f"{self.failed} of {total} could not be read; the rest is done.")
            raise typer.Exit(EXIT_INPUT)


def _many(files: list[str]) -> bool:
    return any(f == "-" or f.endswith((".jsonl", ".ndjson")) for f in files)


def _progress(count: int) -> Progress:
    stderr = Console(stderr=True)
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=stderr, transient=True, disable=not stderr.is_terminal or count < 2,
    )  # fmt: skip


def _console() -> Console:
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = min(console.width, MAX_WIDTH)
    return console


def _print_json(record: object) -> None:
    sys.stdout.write(to_json(record).decode() + "\n")
    sys.stdout.flush()


def _note(text: str) -> None:
    Console(stderr=True, highlight=False, markup=False).print(Text(text, style="dim"))


def _complain(text: str) -> None:
    line = Text("vedette: ", style="bold red").append(text, style="not bold default")
    Console(stderr=True, highlight=False, markup=False, soft_wrap=True).print(line)


class _Stopped(BaseException):
    """Ctrl-C, which no library on the way may take for its own."""


def _stop(signum: int, frame: FrameType | None) -> None:
    raise _Stopped


def main() -> None:
    """Runs the command line."""
    signal.signal(signal.SIGINT, _stop)
    try:
        app()
    except _Stopped:
        _complain("stopped; what was done is kept. Run it again to go on.")
        code = EXIT_STOPPED
    except StoreError as error:
        _complain(str(error))
        code = EXIT_STORE
    except VedetteError as error:
        _complain(str(error))
        code = EXIT_INPUT
    except OSError as error:
        _complain(f"{error.filename or ''}: {error.strerror or error}.")
        code = EXIT_INPUT
    sys.exit(code)
