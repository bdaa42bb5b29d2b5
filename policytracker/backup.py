"""Backups of the database, embedded or at DATABASE_URL, with the programs that fit its server.

    python -m policytracker.backup save [FILE or FOLDER]
    python -m policytracker.backup restore FILE

A restore is all or nothing: the file is loaded beside the database and then takes its name.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from policytracker import localdb, processes, run


class BackupError(Exception):
    """The backup or restore did not happen; nothing was changed. The message says why and what helps."""


def save(url: str, target: Path) -> None:
    """Write the database to a new file that only we can read. Raises BackupError."""
    if target.exists():
        raise BackupError(f"{target} exists already.")
    partial = target.with_name(target.name + ".partial")
    try:
        with open(partial, "wb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            program("pg_dump", url, "--format=custom", output=file)
            os.fsync(file.fileno())
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)


def restore(url: str, file: Path) -> str:
    """Put what the file holds in the place of the database; gives the name under which the former one is kept.

    Raises BackupError when the file is no backup of this program, or when the database is in use.
    """
    if not file.is_file():
        raise BackupError(f"There is no file {file}.")
    name = str(conninfo_to_dict(url)["dbname"])
    fresh, former = f"{name}_restoring", f"{name}_before_restore"
    with server(url) as connection:
        refuse_used(connection, name)
        command(connection, "DROP DATABASE IF EXISTS {}", fresh)
        command(connection, "CREATE DATABASE {} TEMPLATE template0", fresh)
        try:
            load(make_conninfo(url, dbname=fresh), file)
            command(connection, "DROP DATABASE IF EXISTS {}", former)
            with connection.transaction():
                command(connection, "ALTER DATABASE {} RENAME TO {}", name, former)
                command(connection, "ALTER DATABASE {} RENAME TO {}", fresh, name)
        except BaseException:
            command(connection, "DROP DATABASE IF EXISTS {} WITH (FORCE)", fresh)
            raise
    return former


def load(url: str, file: Path) -> None:
    """Load the file into an empty database and see that it is ours."""
    options = ("--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges")
    program("pg_restore", url, *options, f"--dbname={without_password(url)}", str(file.absolute()))
    with psycopg.connect(url, autocommit=True) as connection:
        if connection.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
            raise BackupError(f"{file} is a dump of some other program's database.")
        connection.execute("ANALYZE")


def refuse_used(connection: psycopg.Connection, name: str) -> None:
    if where := run.serving():
        raise BackupError(f"The server is running ({where}); stop it before a restore.")
    if connection.execute("SELECT 1 FROM pg_stat_activity WHERE datname = %s", [name]).fetchone():
        raise BackupError(f"Some program uses the database {name}; stop it before a restore.")


@contextmanager
def server(url: str) -> Iterator[psycopg.Connection]:
    """A connection to the server beside our database, where databases are created and renamed."""
    with psycopg.connect(make_conninfo(url, dbname="postgres"), autocommit=True) as connection:
        yield connection


def command(connection: psycopg.Connection, text: str, *names: str) -> None:
    connection.execute(sql.SQL(text).format(*map(sql.Identifier, names)))


# --- PostgreSQL's programs


def program(name: str, url: str, *options: str, output: IO[bytes] | None = None) -> None:
    """Run pg_dump or pg_restore of the server's own version. Raises BackupError with its last words."""
    address = [f"--dbname={without_password(url)}"] if name == "pg_dump" else []
    done = subprocess.run(
        [fitting_folder(url) / name, *address, *options], stdout=output, stderr=subprocess.PIPE, env=environment(url)
    )
    if done.returncode:
        raise BackupError(f"{name} failed: {done.stderr.decode(errors='replace').strip()}")


def fitting_folder(url: str) -> Path:
    """Where the programs of the server's major version are: others may refuse, or write what it cannot read."""
    with psycopg.connect(url) as connection:
        wanted = connection.info.server_version // 10000
    folders = localdb.program_folders()
    if on_path := shutil.which("pg_dump"):
        folders.append(Path(on_path).parent)
    for folder in folders:
        with suppress(localdb.LocalDatabaseError):
            if localdb.major(folder) == wanted:
                return folder
    raise BackupError(
        f"pg_dump and pg_restore of PostgreSQL {wanted} are needed and were not found: "
        f"install postgresql-client-{wanted}, or set PG_BIN to the folder that holds them."
    )


def without_password(url: str) -> str:
    """The address for a command line, which every user of the machine can read."""
    return make_conninfo("", **{**conninfo_to_dict(url), "password": None})


def environment(url: str) -> dict[str, str]:
    password = conninfo_to_dict(url).get("password")
    return {**os.environ, **({"PGPASSWORD": str(password)} if password else {})}


# --- The commands


def target_of(told: str) -> Path:
    """The file to write: as told, or named after the moment in UTC, in the folder told or in var/backups/."""
    path = Path(told) if told else localdb.var_dir() / "backups"
    if told and not path.is_dir():
        return path
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path / f"policytracker-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.dump"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m policytracker.backup", description="Back up and restore.")
    parser.add_argument("verb", choices=["save", "restore"])
    parser.add_argument("file")
    options = parser.parse_args()
    known = os.environ.get("DATABASE_URL")
    try:
        with processes.stoppable(), nullcontext(known) if known else localdb.at_hand() as url:
            carry_out(options.verb, url, options.file)
    except processes.Stopped as stopped:
        return 128 + stopped.signum
    except (BackupError, localdb.LocalDatabaseError, psycopg.Error, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def carry_out(verb: str, url: str, told: str) -> None:
    if verb == "save":
        target = target_of(told)
        save(url, target)
        print(f"Saved to {target} ({target.stat().st_size:,} bytes).")
    elif told:
        former = restore(url, Path(told))
        print(f"Restored {told}. The former database is kept as {former} until the next restore.")
    else:
        raise BackupError("Which backup? make restore FILE=var/backups/....dump")


if __name__ == "__main__":
    sys.exit(main())
