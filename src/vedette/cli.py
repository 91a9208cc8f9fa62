"""The command ``vedette``."""


def main() -> None:
    """Runs the command line."""
