"""The command ``vedette``: thin; what it does is done by the pipeline, the store and the pages."""

from vedette.cli.main import main

__all__ = ["main"]
