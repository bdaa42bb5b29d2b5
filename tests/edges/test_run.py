"""`make run` as a whole program: real processes, really killed."""

import os
import signal
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from policytracker import localdb
from tests.edges.conftest import Prepared
from tests.edges.copies import (
    Program,
    alive,
    copy_project,
    descendants,
    duplicate,
    open_folder,
    outside,
    processes,
    wait_until,
)

pytestmark = pytest.mark.program
Run = Callable[..., Program]
PAGES = ("/healthz", "/readyz", "/admin/login/", "/api/v1/", "/api/v1/docs/", "/api/v1/schema/")


def contents(folder: Path) -> list[str]:
    """Every row of the database, sorted; sequences and the like stay aside."""
    command = f'{localdb.programs()}/pg_dump --data-only --inserts --dbname="$DATABASE_URL"'
    module = [sys.executable, "-m", "policytracker.localdb", "run", "--", "sh", "-c", command]
    told = subprocess.run(module, cwd=folder, env=outside(), capture_output=True, text=True, check=True).stdout
    return sorted(line for line in told.splitlines() if line.startswith("INSERT"))


def test_the_first_start_tells_addresses_and_password(prepared: Prepared) -> None:
    assert prepared.said.count("admin / ") == 1
    assert f"http://127.0.0.1:{prepared.port}/api/v1/docs/" in prepared.said
    assert stat.S_IMODE((prepared.folder / "var/secret_key").stat().st_mode) == 0o600


def test_the_first_start_writes_a_report_of_every_plan_and_names_the_folder(prepared: Prepared) -> None:
    folder = prepared.folder / "var" / "reports"
    assert f"reports in {folder}" in prepared.said
    names = {path.name for path in folder.iterdir()}
    assert {"chegu-corridor-2026-2030.zh-hans.html", "demo-corridor-2021-2030.en.html"} <= names
    plans = {name.partition(".")[0] for name in names}
    assert names == {f"{plan}.{language}.html" for plan in plans for language in ("zh-hans", "en")}


def test_the_second_start_serves_and_changes_no_record(run: Run, prepared: Prepared) -> None:
    before = contents(prepared.folder)
    program = run().wait_until_up()
    assert [path for path in PAGES if not program.answers(path)] == []
    assert "admin / " not in program.said()
    program.end()
    assert contents(prepared.folder) == before


@pytest.mark.parametrize("part", ["make", "supervisor", "postgres", "server", "worker"])
def test_after_kill_nothing_is_left(run: Run, part: str) -> None:
    """Each start here is in the folder that the kill before has left."""
    program = run().wait_until_up()
    everything = descendants(program.process.pid)
    os.kill(program.tree()[part], signal.SIGKILL)
    wait_until(lambda: not alive(everything))
    assert program.wait() != 0


def test_a_start_right_after_killing_everything_at_once_recovers(run: Run) -> None:
    program = run().wait_until_up()
    for pid in program.tree().values():
        os.kill(pid, signal.SIGKILL)
    assert run(port=program.port).wait_until_up().answers()


def test_killing_the_preparation_leaves_nothing(run: Run) -> None:
    program = run()
    victims: list[int] = []

    def preparing() -> list[int]:
        ours = descendants(program.process.pid)
        victims.extend(pid for pid, _, command in processes() if pid in ours and "manage.py prepare" in command)
        return victims

    wait_until(preparing)
    everything = descendants(program.process.pid)
    os.kill(victims[0], signal.SIGKILL)
    wait_until(lambda: not alive(everything))
    assert "nothing is served" in program.said()


@pytest.mark.parametrize(
    ("by", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0), (signal.SIGHUP, 0)], ids=["Ctrl-C", "TERM", "HUP"]
)
def test_a_request_to_stop_ends_server_and_database_in_order(
    run: Run, prepared: Prepared, by: signal.Signals, code: int
) -> None:
    program = run(command=(".venv/bin/python", "-m", "policytracker.run")).wait_until_up()
    everything = descendants(program.process.pid)
    assert program.end(by) == code
    assert not alive(everything)
    assert program.said().endswith("Stopped: the server has ended and the database is closed.\n")
    log = (prepared.folder / "var/postgres/postgres.log").read_text()
    assert log.splitlines()[-1].endswith("database system is shut down")


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT], ids=["TERM", "Ctrl-C"])
def test_make_passes_a_request_to_stop_on(run: Run, by: signal.Signals) -> None:
    program = run().wait_until_up()
    everything = descendants(program.process.pid)
    program.end(by)
    wait_until(lambda: not alive(everything))
    assert "Stopped: " in program.said()


def test_a_second_run_in_the_folder_says_where_the_first_is(run: Run) -> None:
    first = run().wait_until_up()
    second = run()
    assert second.wait() == 0
    assert f"Already running in this folder: http://127.0.0.1:{first.port}/" in second.said()
    assert first.answers()


def test_a_second_copy_runs_beside_the_first(run: Run, prepared: Prepared) -> None:
    with open_folder() as other:
        first, second = run(), run(duplicate(prepared.folder, other / "copy"))
        assert first.wait_until_up().answers()
        assert second.wait_until_up().answers()
        second.end()
        assert first.answers()


@pytest.mark.parametrize("language", ["zh_CN.UTF-8", "zh_CN.GB18030", "C"])
def test_it_starts_under_any_language(run: Run, language: str) -> None:
    assert run(LANG=language, LC_ALL=language).wait_until_up().answers()


def test_with_a_database_of_its_own_none_is_started(run: Run) -> None:
    with localdb.temporary() as url, open_folder() as other:
        copy_project(other / "copy")
        program = run(other / "copy", DATABASE_URL=url).wait_until_up()
        assert program.answers("/admin/login/")
        assert not (other / "copy/var/postgres").exists()
        program.end()


def test_a_database_that_does_not_answer_is_said_without_its_password(run: Run) -> None:
    program = run(DATABASE_URL="postgresql://me:s3cret@127.0.0.1:1/nothing")
    assert program.wait() != 0
    assert "DATABASE_URL leads to no database" in program.said()
    assert "s3cret" not in program.said()


def test_a_port_in_use_is_said_with_the_remedy(run: Run) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        program = run(port=other.getsockname()[1])
        assert program.wait() != 0
        assert "Choose another: make run PORT=" in program.said()


@pytest.mark.parametrize("port", ["none", "0", "65536", "-1", "８０００"])
def test_a_port_that_is_none_is_refused(run: Run, port: str) -> None:
    program = run(command=("make", "run", f"PORT={port}"))
    assert program.wait() != 0
    assert "PORT must be a number from 1 to 65535" in program.said()


def test_a_missing_python_is_said_by_version(run: Run) -> None:
    with open_folder() as other:
        copy_project(other / "copy")
        (other / "copy/.venv/bin").unlink()
        program = run(other / "copy", command=("make", "run", "PYTHON=false"))
        assert program.wait() != 0
        assert "Python 3.11, 3.12 or 3.13 with venv is needed" in program.said()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_an_ordinary_user_runs_it_too(run: Run) -> None:
    if subprocess.run(["test", "-x", os.path.realpath(sys.executable)], user="nobody").returncode:
        pytest.skip("an ordinary user cannot reach this Python")
    with open_folder() as other:
        copy_project(other / "copy")
        subprocess.run(["chown", "-R", "nobody", other], check=True)
        drop = ("setpriv", "--reuid=nobody", "--clear-groups", "make", "run")
        program = run(other / "copy", command=drop, HOME=str(other)).wait_until_up()
        assert program.answers("/admin/login/")
        program.end()
