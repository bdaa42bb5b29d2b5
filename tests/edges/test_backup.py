"""Backup and restore as an operator uses them."""

import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from policytracker import localdb
from policytracker.backup import environment, without_password
from tests.edges.conftest import Prepared
from tests.edges.copies import Program, duplicate, open_folder, outside

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with localdb.temporary() as url:
        yield url


@pytest.fixture
def database(url: str) -> Iterator[psycopg.Connection]:
    """A database that looks like ours: one table, one row, and the mark of our migrations."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP TABLE IF EXISTS django_migrations, plan")
        connection.execute("CREATE TABLE django_migrations (name text)")
        connection.execute("CREATE TABLE plan (name text)")
        connection.execute("INSERT INTO plan VALUES ('车谷')")
        yield connection


def backup(*arguments: str, url: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "policytracker.backup", *arguments]
    return subprocess.run(command, env={**outside(), "DATABASE_URL": url, **more}, capture_output=True, text=True)


def names(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        return [name for [name] in connection.execute("SELECT name FROM plan")]


def databases(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        return {name for [name] in connection.execute("SELECT datname FROM pg_database")}


def test_a_restore_brings_back_what_was_saved_and_keeps_what_it_replaces(
    url: str, database: psycopg.Connection, tmp_path: Path
) -> None:
    file = tmp_path / "a backup 备份.dump"
    assert backup("save", str(file), url=url).returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    database.execute("INSERT INTO plan VALUES ('later')")
    database.close()
    done = backup("restore", str(file), url=url)
    assert done.returncode == 0, done.stderr
    assert names(url) == ["车谷"]
    assert names(url.replace("/policytracker?", "/policytracker_before_restore?")) == ["车谷", "later"]


def test_a_folder_gets_a_file_named_by_the_moment(url: str, database: psycopg.Connection, tmp_path: Path) -> None:
    backup("save", str(tmp_path), url=url)
    [file] = tmp_path.iterdir()
    assert file.match("policytracker-2???????T??????Z.dump")


def test_an_existing_file_is_not_written_over(url: str, database: psycopg.Connection, tmp_path: Path) -> None:
    file = tmp_path / "precious"
    file.write_text("precious")
    assert "exists already" in backup("save", str(file), url=url).stderr
    assert file.read_text() == "precious"


@pytest.mark.parametrize("damage", ["cut", "empty", "text", "missing", "foreign"])
def test_a_file_that_is_no_whole_backup_changes_nothing(
    url: str, database: psycopg.Connection, tmp_path: Path, damage: str
) -> None:
    file = tmp_path / "file.dump"
    if damage == "foreign":
        database.execute("DROP TABLE django_migrations")
    backup("save", str(file), url=url)
    whole = file.read_bytes()
    replacements = {"cut": whole[: len(whole) // 2], "empty": b"", "text": b"DROP TABLE plan;"}
    file.write_bytes(replacements.get(damage, whole))
    if damage == "missing":
        file.unlink()
    database.close()
    done = backup("restore", str(file), url=url)
    assert done.returncode == 1
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert names(url) == ["车谷"]
    assert "policytracker_restoring" not in databases(url)


def test_a_database_in_use_is_not_replaced(url: str, database: psycopg.Connection, tmp_path: Path) -> None:
    backup("save", str(tmp_path / "file.dump"), url=url)
    done = backup("restore", str(tmp_path / "file.dump"), url=url)
    assert done.returncode == 1
    assert "Some program uses the database" in done.stderr


def test_a_server_of_another_version_is_saved_with_its_own_programs(tmp_path: Path) -> None:
    """The embedded programs come first in the search, and would refuse or write what that server cannot read."""
    *_, last = localdb.server_folders()
    with open_folder() as root, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PG_BIN", str(last))
        with localdb.running(localdb.Cluster(root / "postgres", durable=False)) as url:
            patch.delenv("PG_BIN")
            done = backup("save", str(tmp_path / "file.dump"), url=url)
    assert done.returncode == 0, done.stderr


def test_the_embedded_database_is_saved_while_it_serves_and_restored_when_it_does_not(prepared: Prepared) -> None:
    with open_folder() as parent:
        folder = duplicate(prepared.folder, parent / "copy")
        with Program(folder) as program:
            program.wait_until_up()
            assert make(folder, "backup").returncode == 0
            [file] = (folder / "var/backups").iterdir()
            refused = make(folder, "restore", f"FILE={file}")
            assert refused.returncode != 0
            assert f"The server is running (http://127.0.0.1:{program.port}/" in refused.stderr
        done = make(folder, "restore", str(file.relative_to(folder)))
        assert done.returncode == 0, done.stderr
        assert "Restored" in done.stdout
        with Program(folder) as again:
            assert "admin / " not in again.wait_until_up().said()


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["make", *arguments], cwd=folder, env=outside(), capture_output=True, text=True)


def test_restore_without_a_file_says_what_it_needs() -> None:
    told = backup("restore", "", url="postgresql:///nothing")
    assert told.returncode == 1
    assert "make restore FILE=" in told.stderr


def test_the_password_of_the_server_is_in_no_command_line() -> None:
    url = "postgresql://me:s3cret@db.example/plans"
    assert "s3cret" not in without_password(url)
    assert environment(url)["PGPASSWORD"] == "s3cret"
