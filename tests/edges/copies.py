"""Copies of the project in folders of their own, run as whole programs."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PARTS = ("Makefile", "manage.py", "policytracker", "targets", "fixtures", "CHANGELOG.md", "requirements.txt")
OURS = ("DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE", "ALLOWED_HOSTS", "HTTPS", "PORT", "VAR_DIR", "PG_BIN", "MAKE")
PATIENCE = 300  # seconds; never the measure of anything, for the machine may be busy
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
STRANGE_NAME = "政策 跟踪 " + "长" * 40


def wait_until(true: Callable[[], object], patience: float = PATIENCE) -> None:
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline, f"waited {patience} seconds for {true}"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def outside() -> dict[str, str]:
    """The environment of somebody who starts the program from a shell, without what this test run has set."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}


@contextmanager
def open_folder() -> Iterator[Path]:
    """A temporary folder that the account of PostgreSQL can enter, which pytest's own is not."""
    root = Path(tempfile.mkdtemp(prefix="policytracker-test-", dir="/tmp"))
    root.chmod(0o755)
    try:
        yield root
    finally:
        shutil.rmtree(root)


def copy_project(root: Path) -> None:
    """What a fresh clone holds, with the environment of this test run as its finished one."""
    root.mkdir(parents=True)
    for part in PARTS:
        if (PROJECT / part).is_dir():
            shutil.copytree(PROJECT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / part, root)
    environment = root / ".venv"
    environment.mkdir()
    for name in ("bin", "lib"):
        (environment / name).symlink_to(Path(sys.prefix) / name)
    shutil.copy(Path(sys.prefix) / "pyvenv.cfg", environment)
    shutil.copy(PROJECT / "requirements.txt", environment)  # the Makefile's mark of a finished installation


def duplicate(root: Path, target: Path) -> Path:
    """The folder once more, with its data and their owners."""
    subprocess.run(["cp", "-a", root, target], check=True)
    return target


def hear_requests_to_stop() -> None:
    """As at a terminal, though the tests themselves may run under nohup or in the background."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Program:
    """One `make run` in a copy."""

    def __init__(self, root: Path, *, port: int | None = None, command: tuple[str, ...] = ("make", "run"), **more: str):
        self.root = root
        self.port = port or free_port()
        self.log = root.parent / f"{root.name[:20]}-{self.port}.log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command,
                cwd=root,
                env={**outside(), "PORT": str(self.port), **more},
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=hear_requests_to_stop,
            )

    def said(self) -> str:
        return self.log.read_text()

    def answers(self, path: str = "/healthz") -> bool:
        try:
            with DIRECT.open(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
                return answer.status == 200
        except OSError:
            return False

    def is_up(self) -> bool:
        assert self.process.poll() is None, self.said()
        return "is running" in self.said()

    def wait_until_up(self) -> "Program":
        wait_until(self.is_up)
        return self

    def wait(self) -> int:
        return self.process.wait(PATIENCE)

    def __enter__(self) -> "Program":
        return self

    def __exit__(self, *error: object) -> None:
        self.end()

    def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        if self.process.poll() is None:
            self.process.send_signal(by)
        return self.wait()

    def tree(self) -> dict[str, int]:
        """The process ids by part."""
        found = {"make": self.process.pid, "supervisor": child(self.process.pid, "policytracker.run")}
        found["postgres"] = child(found["supervisor"], "bin/postgres")
        found["server"] = child(found["supervisor"], "granian")
        found["worker"] = child(found["server"], "granian")
        return found


def processes() -> Iterator[tuple[int, int, str]]:
    """Process id, parent and command line of every process that is not just waiting to be collected."""
    told = subprocess.run(["ps", "-ww", "-eo", "pid=,ppid=,stat=,args="], capture_output=True, text=True).stdout
    for line in told.splitlines():
        pid, parent, state, command = line.split(None, 3)
        if not state.startswith("Z"):
            yield int(pid), int(parent), command


def child(parent: int, words: str) -> int:
    return next(pid for pid, its_parent, command in processes() if its_parent == parent and words in command)


def descendants(ancestor: int) -> set[int]:
    everything = list(processes())
    found = {ancestor}
    while more := {pid for pid, parent, _ in everything if parent in found} - found:
        found |= more
    return found


def alive(pids: set[int]) -> set[int]:
    return pids & {pid for pid, _, _ in processes()}
