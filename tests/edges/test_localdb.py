"""The embedded PostgreSQL: what it is, and what it survives."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from policytracker.localdb import ELSEWHERE, Cluster, InUseError, LocalDatabaseError, major, running, server_folders
from tests.edges.copies import PROJECT, STRANGE_NAME, open_folder, outside, wait_until

pytestmark = pytest.mark.program
MODULE = (sys.executable, "-m", "policytracker.localdb", "run", "--temporary", "--")


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder / STRANGE_NAME / "postgres"


@pytest.fixture
def cluster(root: Path) -> Iterator[Cluster]:
    cluster = Cluster(root)
    yield cluster
    cluster.stop()


def ask(cluster: Cluster, question: str) -> object:
    with psycopg.connect(cluster.url()) as connection:
        [answer] = connection.execute(question).fetchone() or [None]
    return answer


def fill(cluster: Cluster) -> None:
    with psycopg.connect(cluster.url()) as connection:
        connection.execute("CREATE TABLE filled AS SELECT repeat('留', 500) FROM generate_series(1, 50000)")


def test_the_application_role_is_no_superuser_and_may_create_databases(cluster: Cluster) -> None:
    cluster.start()
    assert ask(cluster, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert ask(cluster, "SELECT rolcreatedb FROM pg_roles WHERE rolname = current_user") is True
    assert ask(cluster, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()") == (
        "policytracker"
    )


def test_chinese_text_has_letters_and_checksums_guard_the_data(cluster: Cluster) -> None:
    cluster.start()
    assert ask(cluster, "SELECT '指标' ~ '^[[:alpha:]]+$'") is True
    assert ask(cluster, "SHOW data_checksums") == "on"
    assert ask(cluster, "SHOW server_encoding") == "UTF8"
    assert ask(cluster, "SHOW timezone") == "UTC"


def test_nobody_else_reaches_it(cluster: Cluster) -> None:
    cluster.start()
    assert ask(cluster, "SHOW listen_addresses") == ""
    assert cluster.socket.stat().st_mode & 0o777 == 0o700
    assert cluster.data.stat().st_mode & 0o777 == 0o700


def test_a_socket_folder_of_somebody_else_is_refused(cluster: Cluster) -> None:
    shutil.rmtree(cluster.socket, ignore_errors=True)
    cluster.socket.symlink_to("/tmp")
    try:
        with pytest.raises(LocalDatabaseError, match="belongs to another user"):
            cluster.start()
    finally:
        cluster.socket.unlink()


def test_a_second_start_of_the_same_cluster_is_refused_and_leaves_the_first_alone(cluster: Cluster) -> None:
    cluster.start()
    with pytest.raises(InUseError):
        Cluster(cluster.root).start()
    assert Cluster(cluster.root).is_running()
    assert ask(cluster, "SELECT 1") == 1


def test_after_kill_of_the_server_the_next_start_waits_for_recovery_and_has_every_row(cluster: Cluster) -> None:
    cluster.start()
    fill(cluster)
    cluster.process.kill()
    cluster.process.wait()
    cluster.stop()
    cluster.start()
    assert ask(cluster, "SELECT count(*) FROM filled") == 50000


@pytest.mark.parametrize("content", ["", "nonsense\n", "99999999\n"])
def test_a_pid_file_left_behind_is_no_obstacle(cluster: Cluster, content: str) -> None:
    cluster.start()
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text(content)
    cluster.start()
    assert ask(cluster, "SELECT 1") == 1


def test_a_pid_file_that_names_another_living_program_is_no_obstacle(cluster: Cluster) -> None:
    """As after a restart of a container. Of the same account, which is the case PostgreSQL itself gives up on."""
    cluster.start()
    cluster.stop()
    with subprocess.Popen(["sleep", "600"], cwd="/", **cluster.who) as bystander:
        (cluster.data / "postmaster.pid").write_text(f"{bystander.pid}\n{cluster.data}\n0\n5432\n")
        cluster.start()
        assert ask(cluster, "SELECT 1") == 1
        assert bystander.poll() is None
        bystander.kill()


def test_an_orphaned_server_is_stopped_before_the_next_starts(cluster: Cluster) -> None:
    cluster.start()
    orphan = cluster.process
    del cluster.process
    cluster.stop()  # gives up the lock only
    assert orphan.poll() is None
    cluster.start()
    assert orphan.wait(5) == 0
    assert ask(cluster, "SELECT 1") == 1


def test_an_initdb_that_was_killed_is_begun_anew() -> None:
    with open_folder() as folder:
        half = folder / "postgres/data.new"
        half.mkdir(parents=True)
        (half / "PG_VERSION").write_text("18\n")
        (half / "base").mkdir()
        with running(Cluster(folder / "postgres")):
            assert not half.exists()


def test_data_of_another_version_is_refused_with_the_way_out(cluster: Cluster) -> None:
    cluster.start()
    cluster.stop()
    version = cluster.data / "PG_VERSION"
    before = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(LocalDatabaseError, match=r"was made by PostgreSQL 14.*make backup.*make restore"):
            cluster.start()
    finally:
        version.write_text(before)


SERVER_VERSION = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    print(connection.info.server_version // 10000)
"""


def test_each_installed_postgresql_serves() -> None:
    for folder in server_folders():
        environment = {**outside(), "PG_BIN": str(folder)}
        told = subprocess.run(
            [*MODULE, sys.executable, "-c", SERVER_VERSION],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
        )
        assert told.stdout.strip() == str(major(folder)), told.stderr


def test_programs_that_are_none_are_refused() -> None:
    told = subprocess.run(
        [*MODULE, "true"], cwd=PROJECT, env={**outside(), "PG_BIN": "/nowhere"}, capture_output=True, text=True
    )
    assert told.returncode == 1
    assert "/nowhere" in told.stderr
    assert "Traceback" not in told.stderr


def test_a_command_gets_its_database_and_its_exit_code_is_passed_on() -> None:
    told = subprocess.run(
        [*MODULE, "sh", "-c", "echo $DATABASE_URL; exit 7"], cwd=PROJECT, env=outside(), capture_output=True
    )
    assert told.returncode == 7
    assert told.stdout.startswith(b"postgresql://policytracker@/policytracker?host=/")


def test_a_temporary_database_is_gone_after_a_request_to_stop(tmp_path: Path) -> None:
    note = tmp_path / "note"
    command = [*MODULE, "sh", "-c", f"echo $DATABASE_URL > {note}; exec sleep 600"]
    with subprocess.Popen(command, cwd=PROJECT, env=outside()) as program:
        wait_until(lambda: note.exists() and note.read_text())
        place = Path(note.read_text().partition("host=")[2].partition("/socket")[0])
        assert place.is_dir()
        program.send_signal(signal.SIGTERM)
        assert program.wait(30) == 128 + signal.SIGTERM
        assert not place.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as somebody else")
def test_started_by_root_in_a_closed_folder_its_data_moves_where_it_can_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with open_folder() as folder:
        closed = folder / "closed"
        closed.mkdir(mode=0o700)
        with running(Cluster(closed / "postgres")):
            pass
        home = (closed / "postgres").resolve()
        try:
            assert home.is_relative_to(ELSEWHERE)
            assert f"its data goes to {home}" in capsys.readouterr().out
            assert closed.stat().st_mode & 0o777 == 0o700
            with running(again := Cluster(closed / "postgres")):  # later starts find it, and say nothing
                assert again.root == home
            assert capsys.readouterr().out == ""
        finally:
            shutil.rmtree(home.parent)
