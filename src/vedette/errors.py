"""The exceptions of Vedette.

::

    VedetteError
    ├── InputError            one input cannot be read; the rest of the batch goes on
    │   ├── EmptyInput        nothing but white space
    │   ├── NotText           binary data, or an encoding that cannot be told
    │   ├── TooLarge          over the size limit
    │   ├── MalformedRecord   a JSON line that is not a report
    │   └── UnsupportedLanguage  a report that is not in a language Vedette reads
    ├── TableError            a data file of `tables/` breaks its schema
    └── StoreError            a store cannot be opened, read or written
        └── NotHeld           the store holds no such dossier, report or record
"""


class VedetteError(Exception):
    """Any failure that Vedette foresees. Its text says what is wrong and what to do next."""


class InputError(VedetteError):
    """One input cannot be read.

    Attributes:
        source: the file name, or ``-`` for standard input, or a report's own id.
        line: the line in that file, counted from 1, where the input is a list of reports.
        problem: what is wrong, in a sentence.
        hint: what to do next; empty where there is nothing to do.
    """

    def __init__(self, problem: str, source: str = "", line: int | None = None, hint: str = "") -> None:
        self.problem = problem
        self.source = source
        self.line = line
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        where = self.source if self.line is None else f"{self.source}:{self.line}"
        head = f"{where}: {self.problem}" if where else self.problem
        return f"{head} {self.hint}" if self.hint else head


class EmptyInput(InputError):
    """The input holds nothing but white space."""


class NotText(InputError):
    """The input is binary data, or in an encoding that cannot be told."""


class TooLarge(InputError):
    """The input is over the size limit."""


class MalformedRecord(InputError):
    """A line of JSON lines is no report."""


class UnsupportedLanguage(InputError):
    """The report is in a language that Vedette does not read."""


class TableError(VedetteError):
    """A data file of ``tables/`` breaks its schema."""


class StoreError(VedetteError):
    """A store cannot be opened, read or written."""


class NotHeld(StoreError):
    """The store holds no such dossier, report or record."""
