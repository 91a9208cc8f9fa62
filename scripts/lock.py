"""Writes requirements/run.lock and dev.lock from pyproject.toml, with hashes, for every platform."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REQUIREMENTS = ROOT / "requirements"
BUILD = ["hatchling>=1.27", "editables"]
"""What ``pip install --editable --no-build-isolation`` needs, locked beside the run-time dependencies."""


def main() -> None:
    """Locks what the package needs to run, and what its tests need on top."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = [*project["project"]["dependencies"], *BUILD]
    lock("run", run)
    lock("dev", [*run, *project["dependency-groups"]["dev"]], "--constraint", str(REQUIREMENTS / "run.lock"))


def lock(name: str, requirements: list[str], *options: str) -> None:
    """Resolves requirements with uv into ``requirements/NAME.lock``, keeping versions that are locked already."""
    command = [
        sys.executable, "-m", "uv", "pip", "compile", "-", "--quiet", "--universal", "--generate-hashes",
        "--python-version", "3.11", "--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header",
        "--output-file", str(REQUIREMENTS / f"{name}.lock"), *options,
    ]  # fmt: skip
    subprocess.run(command, input="\n".join(requirements), text=True, check=True, cwd=ROOT)


if __name__ == "__main__":
    main()
