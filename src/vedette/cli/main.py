"""Runs the command line, and leaves with an exit code that says what became of it."""

from __future__ import annotations

import signal
import sys
from typing import TYPE_CHECKING

from vedette.cli.commands import EXIT_INPUT, EXIT_STOPPED, EXIT_STORE, app
from vedette.cli.talk import complain
from vedette.errors import StoreError, VedetteError

if TYPE_CHECKING:
    from types import FrameType


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
        complain("stopped; what was done is kept. Run it again to go on.")
        code = EXIT_STOPPED
    except StoreError as error:
        complain(str(error))
        code = EXIT_STORE
    except VedetteError as error:
        complain(str(error))
        code = EXIT_INPUT
    except OSError as error:
        complain(f"{error.filename or ''}: {error.strerror or error}.")
        code = EXIT_INPUT
    sys.exit(code)
