"""The docs tell no lies: what is generated is up to date, and every command and task is told of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.tasks import TASKS
from scripts.build_docs import generated

ROOT = Path(__file__).resolve().parents[1]


def test_generated_pages_are_up_to_date() -> None:
    stale = [name for name, made in generated().items() if (ROOT / name).read_text(encoding="utf-8") != made]
    assert stale == [], "run `make docs`"


@pytest.mark.parametrize("command", ["read", "add", "reports", "dossier"])
def test_readme_tells_of_every_command(command: str) -> None:
    assert f"vedette {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_task_has_an_adapter() -> None:
    missing = [t for t in TASKS if not (ROOT / "bench" / "adapters" / f"{t}.py").is_file()]
    assert missing == []


def test_every_dependency_earns_its_place() -> None:
    import tomllib

    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = [d.split(">")[0].split("=")[0].split("<")[0] for d in project["project"]["dependencies"]]
    assert [n for n in names if f"`{n}`" not in page] == []
