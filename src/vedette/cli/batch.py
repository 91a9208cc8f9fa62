"""Reads many inputs one after the other; what cannot be read is said and counted, and loses nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from vedette.cli.stop import STOP
from vedette.cli.talk import complain, progress_bar
from vedette.errors import InputError
from vedette.record.raw import Raw

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vedette import Reader
    from vedette.record import Reading

MANY = (".jsonl", ".ndjson", ".json", ".csv", ".tsv")
"""Suffixes of files that may hold many reports."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the command line says of the reports; it goes before what their files say."""

    title: str | None = None
    outlet: str | None = None
    published: date | None = None

    def over(self, raw: Raw) -> Raw:
        """A raw report with what is known of it."""
        return replace(
            raw, title=self.title or raw.title, outlet=self.outlet or raw.outlet,
            published=self.published or raw.published,
        )  # fmt: skip


class Batch:
    """The readings of many inputs, with progress on a terminal.

    Attributes:
        done, failed: how many were read, and how many could not be.
    """

    def __init__(self, files: Sequence[str], known: Known) -> None:
        self._files, self._known = files, known
        self._reader: Reader | None = None
        self.done = self.failed = 0

    def __iter__(self) -> Iterator[Reading]:
        from vedette.sources import read_inputs

        countless = any(f == "-" or f.lower().endswith(MANY) for f in self._files)
        with progress_bar(2 if countless else len(self._files)) as progress:
            task = progress.add_task("reading", total=None if countless else len(self._files))
            items = read_inputs(self._files, datetime.now(UTC).date())
            while True:
                with STOP.let_through():
                    item = next(items, None)
                    found = self._read(item) if isinstance(item, Raw) else item
                if found is None:
                    return
                if isinstance(found, InputError):
                    self.failed += 1
                    complain(str(found), progress.console)
                else:
                    self.done += 1
                    yield found
                progress.update(task, completed=self.done + self.failed)

    def _read(self, raw: Raw) -> Reading | InputError:
        if self._reader is None:
            from vedette import Reader

            self._reader = Reader()
        try:
            return self._reader.read_raw(self._known.over(raw))
        except InputError as error:
            return error

    def all_read(self) -> bool:
        """Whether all was read; says how many were not."""
        total = self.done + self.failed
        if self.failed and total > 1:
            rest = "the rest is done" if self.done else "nothing was read"
            complain(f"{self.failed} of {total} could not be read; {rest}.")
        return not self.failed
