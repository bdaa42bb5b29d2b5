"""`make run`: database, preparation and web server, started in order and ended together.

Deliberately light: it never imports Django, so that it stays a small parent whatever its children do.
"""

from __future__ import annotations

import argparse
import fcntl
import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import IO, NoReturn

import psycopg

from policytracker import localdb, processes

BASE = localdb.BASE
OLDEST_POSTGRESQL = 15
HOST = "127.0.0.1"
LOCAL_DEFAULTS = {
    "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
    "HTTPS": "off",
    "PUBLIC_READ": "on",
    "PYTHONUTF8": "1",
}
SERVER_THREADS = 8
PORT_PATIENCE = 10


class RefusedError(Exception):
    """The program cannot run like this; the message says why and what helps."""


@dataclass
class Part:
    """A process that must live as long as all the others."""

    name: str
    process: subprocess.Popen[bytes]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m policytracker.run", description="The program on this machine.")
    parser.add_argument("--parent", type=int, help="end when this process, our parent, is gone")
    parser.add_argument("verb", nargs="?", choices=["serve", "manage"], default="serve")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="manage: a command of manage.py")
    options = parser.parse_args()
    try:
        with processes.stoppable():
            return manage(options.arguments) if options.verb == "manage" else serve(options.parent)
    except processes.Stopped as stopped:
        return stopped.exit_code
    except (RefusedError, localdb.LocalDatabaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        processes.end_children()


def manage(arguments: list[str]) -> int:
    """Run a command of manage.py on the database of this folder, whether that is being served or not."""
    with nullcontext(known) if (known := os.environ.get("DATABASE_URL")) else localdb.at_hand() as url:
        return localdb.run([sys.executable, str(BASE / "manage.py"), *arguments], environment(url))


def serve(parent: int | None) -> int:
    """Serve until something ends: Stopped when we are asked to, RefusedError when a part could not go on."""
    processes.adopt_orphans()
    if parent:
        processes.end_with(parent)
    # An INT sent to make alone, not to the whole group as by Ctrl-C, is not passed on: make waits for us to end.
    maker = None if parent is None or processes.is_handling(parent, signal.SIGINT) else parent
    port = chosen_port()
    with sole_run(port) as before:
        if before is None:
            return 0
        wait_for_port(port, PORT_PATIENCE if before else 0)
        try:
            serve_parts(port, maker)
        except processes.Stopped:
            say("Stopped: the server has ended and the database is closed.")
            raise


def serve_parts(port: int, maker: int | None) -> NoReturn:
    with ExitStack() as stack:
        url, parts = stack.enter_context(database())
        prepare(environment(url))
        parts += stack.enter_context(served(environment(url), port))
        wait_for_answer(port, parts)
        announce(port)
        watch(parts, maker)


def say(line: str) -> None:
    print(line, flush=True)


# --- What must hold before anything starts


def chosen_port() -> int:
    told = os.environ.get("PORT") or "8000"
    if not (told.isascii() and told.isdigit() and 0 < int(told) < 65536):
        raise RefusedError(f"PORT must be a number from 1 to 65535, not {told!r}.")
    return int(told)


@contextmanager
def sole_run(port: int) -> Iterator[str | None]:
    """Hold this folder for the length of the block.

    Gives what the run before has left: nothing after an orderly end, its address after a kill.
    Gives None when another run is alive; that has been said then.
    """
    with (localdb.var_dir() / "run.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"Already running in this folder: {content(lock)}")
            yield None
            return
        before = content(lock)
        rewrite(lock, f"http://{HOST}:{port}/ (process {os.getpid()})")
        try:
            yield before
        finally:
            rewrite(lock, "")


def serving() -> str | None:
    """Where this folder is being served at this moment, if it is."""
    with suppress(FileNotFoundError), (localdb.var_dir() / "run.lock").open() as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return content(lock)
    return None


def content(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


def rewrite(file: IO[str], text: str) -> None:
    file.truncate(0)
    file.write(text)
    file.flush()


def wait_for_port(port: int, patience: int) -> None:
    """Be sure that the port is free; the server of a run that was killed may need a moment to end."""
    deadline = time.monotonic() + patience
    while problem := port_problem(port):
        if time.monotonic() > deadline:
            raise RefusedError(f"Port {port} cannot be used: {problem}. Choose another: make run PORT={port + 1}")
        time.sleep(0.2)


def port_problem(port: int) -> str | None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            return error.strerror
    return None


# --- What the parts need


@contextmanager
def database() -> Iterator[tuple[str, list[Part]]]:
    """The address of the database, and its server where that is ours: DATABASE_URL, else the embedded one."""
    if url := os.environ.get("DATABASE_URL"):
        refuse_unfit_server(url)
        yield url, []
        return
    cluster = localdb.folder_cluster()
    with localdb.running(cluster) as url:
        yield url, [Part("The database", cluster.process)]


def refuse_unfit_server(url: str) -> None:
    try:
        with psycopg.connect(url, connect_timeout=5) as connection:
            major = connection.info.server_version // 10000
    except psycopg.ProgrammingError:  # its message would show the password
        raise RefusedError("DATABASE_URL must look like postgresql://user:password@host:port/name") from None
    except psycopg.OperationalError as error:
        raise RefusedError(f"DATABASE_URL leads to no database: {error}") from None
    if major < OLDEST_POSTGRESQL:
        raise RefusedError(f"PostgreSQL {OLDEST_POSTGRESQL} or newer is needed; DATABASE_URL leads to {major}.")


def environment(url: str) -> dict[str, str]:
    """What our children find in theirs: what we were given, and behind it what suits one machine."""
    return {**LOCAL_DEFAULTS, **os.environ, **secret_key(), "VAR_DIR": str(localdb.var_dir()), "DATABASE_URL": url}


def secret_key() -> dict[str, str]:
    """Where the key is that signs sessions: as the environment says, else made once and kept."""
    if os.environ.get("SECRET_KEY") or os.environ.get("SECRET_KEY_FILE"):
        return {}
    kept = localdb.var_dir() / "secret_key"
    fresh = kept.with_suffix(".new")
    if not kept.exists():
        fresh.unlink(missing_ok=True)
        with open(fresh, "x", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
            file.write(secrets.token_urlsafe(48))
        fresh.rename(kept)
    return {"SECRET_KEY_FILE": str(kept)}


# --- The parts


def prepare(environment: Mapping[str, str]) -> None:
    with child([sys.executable, "manage.py", "prepare"], environment) as process:
        if process.wait():
            raise RefusedError("The preparation failed, so nothing is served.")


def commands(port: int) -> dict[str, list[str]]:
    """What serves, by name; each is a part that the others do not live without."""
    server = [sys.executable, "-m", "granian", "policytracker.wsgi:application", "--interface", "wsgi", "--no-ws"]
    server += ["--host", HOST, "--port", str(port), "--workers", "1", "--blocking-threads", str(SERVER_THREADS)]
    server += ["--workers-kill-timeout", "5", "--log-level", "error"]
    return {"The web server": server}


@contextmanager
def served(environment: Mapping[str, str], port: int) -> Iterator[list[Part]]:
    with ExitStack() as stack:
        yield [Part(name, stack.enter_context(child(command, environment))) for name, command in commands(port).items()]


@contextmanager
def child(command: Sequence[str], environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A child for the length of the block."""
    process = processes.start(command, cwd=BASE, env=environment)
    try:
        yield process
    finally:
        processes.stop(process)


def wait_for_answer(port: int, parts: Sequence[Part]) -> None:
    while not answers(port):
        refuse_ended(parts)
        time.sleep(0.1)


def answers(port: int) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=30)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def announce(port: int) -> None:
    root = f"http://{HOST}:{port}"
    say(f"Policy tracker is running. Ctrl-C stops it.\n  admin  {root}/admin/")
    say(f"  API    {root}/api/v1/\n  docs   {root}/api/v1/docs/\n  reports in {localdb.var_dir() / 'reports'}")


def watch(parts: Sequence[Part], maker: int | None) -> NoReturn:
    while True:
        refuse_ended(parts)
        if maker and processes.is_handling(maker, signal.SIGINT):
            raise processes.Stopped(signal.SIGINT)
        time.sleep(0.3)


def refuse_ended(parts: Sequence[Part]) -> None:
    for part in parts:
        if (code := part.process.poll()) is not None:
            raise RefusedError(f"{part.name} has ended by itself (exit code {code}), so everything was stopped.")


if __name__ == "__main__":
    sys.exit(main())
