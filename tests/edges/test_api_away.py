"""What the API says while its database is away, tried on the real server behind a line that is cut."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

pytestmark = [pytest.mark.program, pytest.mark.django_db(transaction=True)]
PATIENCE = 60


class Line:
    """A line to the database that can be cut and joined again."""

    def __init__(self, host: str, port: int) -> None:
        self.target, self.port, self.ends = (host, port), free_port(), list[socket.socket]()

    def join(self) -> None:
        self.door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._let_in, args=[self.door], daemon=True).start()

    def cut(self) -> None:
        for end in (self.door, *self.ends):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        self.ends.clear()

    def _let_in(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                here, _ = door.accept()
                there = reach(self.target)
                self.ends += [here, there]
                for one, other in ((here, there), (there, here)):
                    threading.Thread(target=carry, args=[one, other], daemon=True).start()


def carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while piece := one.recv(65536):
            other.sendall(piece)
    with suppress(OSError):
        other.shutdown(socket.SHUT_RDWR)


def reach(target: tuple[str, int]) -> socket.socket:
    host, port = target
    if not host.startswith("/"):
        return socket.create_connection(target)
    line = socket.socket(socket.AF_UNIX)
    line.connect(f"{host}/.s.PGSQL.{port}")
    return line


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as door:
        return door.getsockname()[1]


@pytest.fixture
def line(db: None) -> Iterator[Line]:
    facts = connection.get_connection_params()
    line = Line(facts.get("host") or "127.0.0.1", int(facts.get("port") or 5432))
    line.join()
    yield line
    line.cut()


@pytest.fixture
def port(line: Line, tmp_path: Path) -> Iterator[int]:
    facts = connection.get_connection_params()
    login = f"{quote(facts['user'])}:{quote(facts.get('password') or '')}"
    url = f"postgresql://{login}@127.0.0.1:{line.port}/{quote(facts['dbname'])}"
    port = free_port()
    wishes = {"DATABASE_URL": url, "PUBLIC_READ": "on", "HTTPS": "off", "ALLOWED_HOSTS": "127.0.0.1"}
    command = [sys.executable, "-m", "granian", "policytracker.wsgi:application", "--interface", "wsgi", "--no-ws"]
    options = ["--host", "127.0.0.1", "--port", str(port), "--workers", "1", "--blocking-threads", "4"]
    environment = {**os.environ, "SECRET_KEY": settings.SECRET_KEY, "VAR_DIR": str(tmp_path), **wishes}
    with running([*command, *options], environment, tmp_path / "log"):
        wait_until(lambda: answered(port, "/healthz") == 200)
        yield port


@contextmanager
def running(command: list[str], environment: dict[str, str], log: Path) -> Iterator[None]:
    with log.open("w") as words:
        process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=words, stderr=words)
        try:
            yield
        finally:
            process.terminate()
            process.wait()


def wait_until(holds: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


def fetch(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as line:
        line.request("GET", path, headers=headers)
        answer = line.getresponse()
        return answer, answer.read()


def answered(port: int, path: str) -> int | None:
    with suppress(OSError):
        return fetch(port, path)[0].status
    return None


def test_while_the_database_is_away_every_address_says_so_and_recovers_by_itself(line: Line, port: int) -> None:
    assert answered(port, "/api/v1/plans/") == 200
    line.cut()
    signed_in = {"Cookie": "sessionid=abcdefghijklmnopqrstuvwxyz012345"}
    for headers in ({}, signed_in):
        answer, body = fetch(port, "/api/v1/targets/", **headers)
        assert (answer.status, answer.headers["Content-Type"]) == (503, "application/problem+json")
        assert int(answer.headers["Retry-After"]) > 0
        assert json.loads(body)["type"] == "urn:policytracker:problem:database-away"
    answer, _ = fetch(port, "/admin/", **signed_in)
    assert (answer.status, answer.headers["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert int(answer.headers["Retry-After"]) > 0
    assert answered(port, "/readyz") == 503
    assert answered(port, "/healthz") == 200
    line.join()
    wait_until(lambda: answered(port, "/api/v1/plans/") == 200)
    assert answered(port, "/readyz") == 200


def test_a_question_that_is_cut_off_half_way_is_answered_with_503(line: Line, port: int) -> None:
    assert answered(port, "/api/v1/plans/") == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid()"
        )
    assert answered(port, "/api/v1/plans/") in (200, 503)
    wait_until(lambda: answered(port, "/api/v1/plans/") == 200)
