import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("form", ["--json", None])
def test_a_terminal_of_ascii_gets_json_in_utf8_and_pages_with_question_marks(tmp_path: Path, form: str | None) -> None:
    file = tmp_path / "report.txt"
    file.write_text("“We will answer,” the army of Karvenia said on Monday.", encoding="utf-8")
    command = [
        sys.executable,
        "-c",
        "from vedette.cli import main; main()",
        "read",
        str(file),
        *([form] if form else []),
    ]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}, check=False)
    assert done.returncode == 0, done.stderr
    if form:
        assert json.loads(done.stdout.decode("utf-8"))["report"]["text"].startswith("“We")
