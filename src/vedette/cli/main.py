"""Runs the command line, and leaves with an exit code that says what became of it."""

from __future__ import annotations

import sys

from vedette.cli.commands import EXIT_INPUT, EXIT_STOPPED, EXIT_STORE, app
from vedette.cli.stop import STOP, Stopped
from vedette.cli.talk import complain
from vedette.errors import StoreError, VedetteError


def main() -> None:
    """Runs the command line."""
    STOP.listen()
    try:
        app()
    except Stopped:
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
