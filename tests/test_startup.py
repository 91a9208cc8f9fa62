"""What is loaded before it is needed makes every command wait."""

from __future__ import annotations

import subprocess
import sys

import pytest

import vedette


@pytest.mark.parametrize("module", ["vedette", "vedette.cli"])
def test_the_parser_is_loaded_only_for_reading(module: str) -> None:
    heavy = "{'spacy', 'numpy', 'trafilatura', 'vedette.pipeline'}"
    code = f"import {module}, sys; assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_all_that_is_exported_is_there() -> None:
    from vedette.pipeline import Reader
    from vedette.record import Reading, Report

    assert (vedette.Reader, vedette.Reading, vedette.Report) == (Reader, Reading, Report)
    assert all(hasattr(vedette, name) for name in vedette.__all__)


def test_other_names_are_not() -> None:
    assert not hasattr(vedette, "Writer")
