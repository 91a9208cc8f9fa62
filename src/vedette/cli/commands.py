"""The commands and their options."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vedette import __version__
from vedette.cli.batch import MANY, Batch, Known
from vedette.cli.stop import STOP
from vedette.cli.talk import note, page_console, print_json
from vedette.errors import StoreError, VedetteError
from vedette.record import to_json

if TYPE_CHECKING:
    from typing import BinaryIO

    from vedette.record import Dossier

EXIT_INPUT, EXIT_USAGE, EXIT_STORE, EXIT_STOPPED = 1, 2, 3, 130

app = typer.Typer(
    name="vedette",
    help="Reads news of conflict and keeps, for every red line drawn, a dossier with the words behind every row.\n\n"
    "\b\nStart with:\n  vedette read report.txt     read a report, keep nothing\n"
    "  vedette add *.txt           read reports and keep them\n"
    "  vedette dossier             list the red lines found; then: vedette dossier IRN",
    epilog="Exit codes: 0 all done, 1 some input could not be read, 2 wrong usage, 3 the store failed, 130 stopped.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Text, HTML, e-mail, or many in one: JSON, JSON lines or CSV with text, id?, title?, published?, outlet?, "
        "url? (in CSV also date for published); - is standard input.",
        show_default=False,
    ),
]
Store = Annotated[
    Path,
    typer.Option(
        "--store", metavar="PATH", envvar="VEDETTE_STORE", help="The store: an SQLite file, made where there is none."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="JSON instead of a page: one object a line.")]
Why = Annotated[bool, typer.Option("--why", help="Say why each record stands there: reason, rule, confidence.")]
Title = Annotated[
    str | None, typer.Option(metavar="TEXT", help="The headline of the one report, where its text has none.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")]
Published = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="The day it was published; inferred where not given."
    ),
]
DEFAULT_STORE = Path("vedette.sqlite")
_READ_EXAMPLES = """\b
For example:
  vedette read report.txt
  vedette read report.txt --outlet "Kura Radio" --published 2020-10-29
  vedette read *.html --jsonl readings.jsonl
  pdftotext report.pdf - | vedette read - --json | jq .commitments
"""
_ADD_EXAMPLES = """\b
For example:
  vedette add reports/*.txt feed.jsonl --store aras.sqlite
  vedette add page.html --outlet "Meridian Post"
"""
_REPORTS_EXAMPLES = """\b
For example:
  vedette reports
  vedette reports --json | jq -r 'select(.published == null) | .title'
"""
_DOSSIER_EXAMPLES = """\b
For example:
  vedette dossier                  all lines
  vedette dossier IRN | less       those of a declarer
  vedette dossier lin-3f9a --why   one, with reasons
"""


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


@app.command(short_help="Read reports and print what they hold.", epilog=_READ_EXAMPLES)
def read(
    files: Files,
    as_json: AsJson = False,
    jsonl: Annotated[
        Path | None,
        typer.Option("--jsonl", metavar="OUT", help="Write the readings to a file, one a line, over what it held."),
    ] = None,
    why: Why = False,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
) -> None:
    """Read reports: who said what, events, commitments, places, dates, each with its words."""
    from vedette.export.terminal import reading_page, show

    batch = Batch(files, _known(files, title, outlet, published))
    console = page_console()
    with ExitStack() as stack:
        out = stack.enter_context(_written(jsonl, files)) if jsonl else None
        for i, reading in enumerate(batch):
            if out:
                out.write(to_json(reading) + b"\n")
                out.flush()
            if as_json:
                print_json(reading)
            elif not out:
                if i:
                    console.print()
                    console.rule(style="dim")
                    console.print()
                show(console, reading_page(reading, why=why))
    if jsonl:
        note(f"{batch.done} reading{'s' * (batch.done != 1)} in {jsonl}")
    _leave(batch)


def _known(files: list[str], title: str | None, outlet: str | None, published: datetime | None) -> Known:
    if title and (len(files) > 1 or files[0].lower().endswith(MANY)):
        raise typer.BadParameter(
            "a title is of one report; leave it out, or read that report alone.", param_hint="--title"
        )
    return Known(title, outlet, published.date() if published else None)


def _written(path: Path, files: list[str]) -> BinaryIO:
    """Opens what is written to, which must be no input."""
    if any(f != "-" and Path(f).exists() and path.exists() and path.samefile(f) for f in files):
        raise typer.BadParameter(f"{path} is also read; name another file.", param_hint="--jsonl")
    try:
        return path.open("wb")
    except OSError as error:
        reason = f"there is no folder {path.parent}" if not path.parent.is_dir() else (error.strerror or str(error))
        raise VedetteError(f"{path}: cannot be written: {reason}. Name another file for --jsonl.") from error


def _leave(batch: Batch) -> None:
    if not batch.all_read():
        raise typer.Exit(EXIT_INPUT)


@app.command(short_help="Read reports and keep them in the store.", epilog=_ADD_EXAMPLES)
def add(
    files: Files,
    store: Store = DEFAULT_STORE,
    as_json: AsJson = False,
    title: Title = None,
    outlet: Outlet = None,
    published: Published = None,
) -> None:
    """Read reports and keep their readings in the store; a report that is held already changes nothing.

    Each report is kept as soon as it is read, so a stop loses nothing, and adding again goes on where it stopped.
    """
    from vedette.store import open_store

    batch = Batch(files, _known(files, title, outlet, published))
    new = 0
    with STOP.held_back(), open_store(store) as held:
        for reading in batch:
            changed = held.add(reading)
            new += changed
            if as_json:
                print_json({"id": reading.report.id, "title": reading.report.title, "new": changed})
        total = len(held.reports())
    note(f"{new} added, {batch.done - new} held already, {total} in {store}.")
    _leave(batch)


@app.command(short_help="List the reports that the store holds.", epilog=_REPORTS_EXAMPLES)
def reports(store: Store = DEFAULT_STORE, as_json: AsJson = False) -> None:
    """List the reports held: day, outlet, title, how many records each gave, id."""
    from vedette.export.terminal import report_list, show
    from vedette.store import open_store

    with open_store(_existing(store)) as opened:
        held = opened.reports()
    if as_json:
        for one in held:
            print_json(one)
        return
    show(page_console(), report_list(held))
    note(f"\n{len(held)} report{'s' * (len(held) != 1)} in {store}.")


@app.command(short_help="List the red lines found, or open one.", epilog=_DOSSIER_EXAMPLES)
def dossier(
    which: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE|NAME|ID",
            help="A declarer's code (IRN) or name (Iran), or the id of a line or its beginning; none lists all lines.",
        ),
    ] = None,
    store: Store = DEFAULT_STORE,
    as_json: AsJson = False,
    why: Why = False,
) -> None:
    """Open the dossiers: what has been declared, by whom, in which words; what happened near it; what was done."""
    from vedette.export.terminal import dossier_list, dossier_page, show
    from vedette.linking import build_dossiers
    from vedette.store import open_store

    with open_store(_existing(store)) as held:
        dossiers = build_dossiers(held.readings())
        total = len(held.reports())
    found = chosen(dossiers, which, store)
    console = page_console()
    if as_json:
        for one in found:
            print_json(one)
    elif which is not None:
        show(console, dossier_page(found, why=why))
    elif found:
        show(console, dossier_list(found))
        note(f"\n{len(found)} line{'s' * (len(found) != 1)}. Open one: vedette dossier CODE or ID")
    else:
        note(f"No red line in the {total} report{'s' * (total != 1)} of {store}.")


def _existing(store: Path) -> Path:
    if not store.exists():
        raise StoreError(f"{store}: no such store. Keep reports in it first: vedette add FILE --store {store}")
    return store


def chosen(dossiers: tuple[Dossier, ...], which: str | None, store: Path) -> tuple[Dossier, ...]:
    """The dossiers asked for: all, those of one declarer, or the one whose id begins so.

    Raises:
        StoreError: none, or several ids begin so.
    """
    if which is None:
        return dossiers
    key = which.strip().lower()
    found = tuple(d for d in dossiers if key in {d.declarer.lower(), d.name.lower(), d.id})
    begun = tuple(d for d in dossiers if key and d.id.startswith(key))
    if found or len(begun) == 1:
        return found or begun
    if begun:
        raise StoreError(f"{store}: {len(begun)} lines begin with {which!r}: {', '.join(d.id for d in begun)}.")
    names = dict.fromkeys(d.declarer if d.declarer == d.name else f"{d.declarer} ({d.name})" for d in dossiers)
    raise StoreError(
        f"{store}: no line by {which!r}. Declarers held: {', '.join(names) or 'none'}. All lines: vedette dossier"
    )
