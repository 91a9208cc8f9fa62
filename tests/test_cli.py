"""The command line as a user meets it: output, messages, exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vedette.cli.commands import chosen
from vedette.errors import StoreError
from vedette.record import Dossier

REPORT = """Minister warns over shelling of Orvash

ORVASH, March 14, 2011 (KNA) - Defence Minister Petar Zoric said on Monday that Karvenia would respond with force if
its border villages were shelled again.

"If one more shell falls on our soil, the answer will come within the hour," he told reporters.
"""


def run(*args: str, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from vedette.cli import main; main()", *args]
    environment = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "VEDETTE_STORE"}}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, cwd=cwd, env=environment)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "german.txt").write_text(
        "Das Ministerium erklärte am Mittwoch, die Truppen hätten die Grenze nicht überschritten, und wies die "
        "Vorwürfe der Nachbarn zurück, die von einem Angriff gesprochen hatten, den niemand bestätigen konnte.",
        encoding="utf-8",
    )
    return tmp_path


def test_page(folder: Path) -> None:
    done = run("read", "a.txt", cwd=folder)
    page = done.stdout.decode()
    assert done.returncode == 0
    assert done.stderr == b""
    assert "Minister warns over shelling of Orvash" in page
    assert "Mon 14 Mar 2011" in page
    assert "\x1b" not in page, "colour goes to a terminal alone"


def test_json_is_one_object_a_line(folder: Path) -> None:
    done = run("read", "a.txt", "-", "--json", cwd=folder, stdin=REPORT.encode())
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [r["report"]["title"] for r in readings] == ["Minister warns over shelling of Orvash"] * 2
    assert readings[0] == readings[1]


def test_what_fails_is_named_and_the_rest_is_done(folder: Path) -> None:
    done = run("read", "empty.txt", "a.txt", "absent.txt", "german.txt", "--jsonl", "out.jsonl", cwd=folder)
    said = done.stderr.decode()
    assert done.returncode == 1
    assert "empty.txt: empty" in said
    assert "absent.txt: no such file" in said
    assert "german.txt: not in English" in said
    assert "3 of 4 could not be read" in said
    assert len((folder / "out.jsonl").read_bytes().splitlines()) == 1


@pytest.mark.parametrize("args", [["read"], ["read", "a.txt", "--published", "soon"], ["nonsense"]])
def test_wrong_usage(folder: Path, args: list[str]) -> None:
    assert run(*args, cwd=folder).returncode == 2


def test_what_the_command_line_says_of_a_report(folder: Path) -> None:
    done = run("read", "a.txt", "--json", "--outlet", "Orvash Post", "--published", "2011-03-15", cwd=folder)
    report = json.loads(done.stdout)["report"]
    assert (report["outlet"], report["published"]["date"], report["published"]["basis"]) == (
        "Orvash Post",
        "2011-03-15",
        "given",
    )


def test_add_then_dossier(folder: Path) -> None:
    first, again = (run("add", "a.txt", "--store", "s.sqlite", cwd=folder) for _ in range(2))
    assert "1 added, 0 held already, 1 in s.sqlite" in first.stderr.decode()
    assert "0 added, 1 held already, 1 in s.sqlite" in again.stderr.decode()
    assert run("dossier", "--store", "s.sqlite", cwd=folder).returncode == 0


def test_no_store_and_no_such_line(folder: Path) -> None:
    done = run("dossier", "--store", "none.sqlite", cwd=folder)
    assert done.returncode == 3
    assert "vedette add" in done.stderr.decode()
    assert not (folder / "none.sqlite").exists()
    run("add", "a.txt", "--store", "s.sqlite", cwd=folder)
    done = run("dossier", "ZZZ", "--store", "s.sqlite", cwd=folder)
    assert done.returncode == 3
    assert "no line by 'ZZZ'" in done.stderr.decode()


def test_a_store_that_is_none(folder: Path) -> None:
    done = run("dossier", "--store", "a.txt", cwd=folder)
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_stop_keeps_what_was_done(folder: Path) -> None:
    lines = [json.dumps({"text": REPORT.replace("Orvash", f"Orvash{i}")}) for i in range(400)]
    (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-c", "from vedette.cli import main; main()", "add", "many.jsonl", "--json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        deadline = time.monotonic() + 30
        while process.poll() is None and time.monotonic() < deadline:
            process.stdout.readline()
        said = process.stderr.read().decode() if process.stderr else ""
    assert process.returncode == 130
    assert "stopped" in said
    assert "Traceback" not in said
    done = run("add", "a.txt", cwd=folder)
    held = int(done.stderr.decode().split(" in vedette.sqlite")[0].split()[-1])
    assert 2 <= held < 400


def test_reports_are_listed(folder: Path) -> None:
    run("add", "a.txt", "--store", "s.sqlite", "--outlet", "Orvash Post", cwd=folder)
    page = run("reports", "--store", "s.sqlite", cwd=folder)
    assert "Mon 14 Mar 2011  Orvash Post · Minister warns over shelling of Orvash" in page.stdout.decode()
    assert "1 report in s.sqlite" in page.stderr.decode()
    (held,) = [json.loads(x) for x in run("reports", "--json", "--store", "s.sqlite", cwd=folder).stdout.splitlines()]
    assert (held["outlet"], held["published"]) == ("Orvash Post", "2011-03-14")
    assert run("reports", "--store", "none.sqlite", cwd=folder).returncode == 3


def test_a_store_without_lines_says_so(folder: Path) -> None:
    (folder / "quiet.txt").write_text("Rain fell on the harbour on Monday, and the market was held.", encoding="utf-8")
    run("add", "quiet.txt", "--store", "s.sqlite", cwd=folder)
    done = run("dossier", "--store", "s.sqlite", cwd=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert "No red line in the 1 report of s.sqlite." in done.stderr.decode()


def test_why(folder: Path) -> None:
    assert b"confidence 0." in run("read", "a.txt", "--why", cwd=folder).stdout


def test_an_input_is_never_written_over(folder: Path) -> None:
    (folder / "in.jsonl").write_text(json.dumps({"text": REPORT}), encoding="utf-8")
    done = run("read", "in.jsonl", "--jsonl", "./in.jsonl", cwd=folder)
    assert done.returncode == 2
    assert "in.jsonl is also read" in done.stderr.decode()
    assert json.loads((folder / "in.jsonl").read_text(encoding="utf-8"))["text"] == REPORT


def test_output_in_a_missing_folder(folder: Path) -> None:
    done = run("read", "a.txt", "--jsonl", "none/out.jsonl", cwd=folder)
    assert done.returncode == 1
    assert "there is no folder none" in done.stderr.decode()


@pytest.mark.parametrize("files", [["a.txt", "a.txt"], ["many.jsonl"]])
def test_a_title_is_of_one_report(folder: Path, files: list[str]) -> None:
    assert run("read", *files, "--title", "A title", cwd=folder).returncode == 2


def dossier(key: str, name: str) -> Dossier:
    return Dossier(key, "KRV", name, "other", "A line", (), (), (), (), (), (), (), (), ())


def test_what_opens_a_dossier() -> None:
    one, two = dossier("lin-3f01", "Karvenia"), dossier("lin-3f02", "Karvenia")
    held = (one, two)
    for which in ("KRV", "krv", " Karvenia "):
        assert chosen(held, which, Path("s")) == held
    assert chosen(held, "LIN-3F02", Path("s")) == (two,)
    assert chosen(held, "lin-3f01", Path("s")) == (one,)
    with pytest.raises(StoreError, match="2 lines begin with 'lin-3'"):
        chosen(held, "lin-3", Path("s"))
    with pytest.raises(StoreError, match=r"Declarers held: KRV \(Karvenia\)"):
        chosen(held, "", Path("s"))


def test_version() -> None:
    assert run("--version").stdout.startswith(b"vedette 0.")


@pytest.mark.parametrize("command", ["read", "add", "reports", "dossier"])
def test_help_teaches(command: str) -> None:
    assert f"vedette {command}" in run(command, "--help").stdout.decode()
