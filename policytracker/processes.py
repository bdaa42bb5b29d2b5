"""How our processes end together: however a parent dies, kill -9 included, its children stop too."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, NoReturn, TypedDict, Unpack

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

_libc = ctypes.CDLL(None)


class Stopped(BaseException):
    """Someone asked this process to stop; not an Exception, so that no handler swallows it."""

    def __init__(self, signum: int) -> None:
        super().__init__(signal.Signals(signum).name)
        self.signum = signum

    @property
    def exit_code(self) -> int:
        """130 for Ctrl-C, as shells expect; being told to end and ending is success."""
        return 130 if self.signum == signal.SIGINT else 0


class Options(TypedDict, total=False):
    """What Popen takes and we use."""

    cwd: Path | str
    env: Mapping[str, str]
    stdout: int | IO[bytes]
    stderr: int | IO[bytes]
    user: int
    group: int
    extra_groups: list[int]


def start(
    command: Sequence[str | Path],
    by: signal.Signals = signal.SIGTERM,
    *,
    own_session: bool = True,
    **options: Unpack[Options],
) -> subprocess.Popen[bytes]:
    """Start a child that receives `by` when this process dies.

    In a session of its own Ctrl-C does not reach it, so that we end children in order; a command that
    talks with a person stays in ours.
    """
    parent = os.getpid()
    return subprocess.Popen(command, preexec_fn=lambda: end_with(parent, by), start_new_session=own_session, **options)


def end_with(parent: int, by: signal.Signals = signal.SIGTERM) -> None:
    """Have the kernel send us `by` when `parent` dies, at once if it is gone. Linux only."""
    if not LINUX:
        return
    _libc.prctl(PR_SET_PDEATHSIG, by, 0, 0, 0)
    if os.getppid() != parent:  # it died before the kernel was told
        os.kill(os.getpid(), by)


def end_with_spawner() -> None:
    """`end_with` for a process made by multiprocessing; nothing in any other."""
    if spawner := multiprocessing.parent_process():
        end_with(spawner.pid or 0)


def is_handling(pid: int, signum: signal.Signals) -> bool:
    """Whether a process is inside its handler of the signal, which the kernel blocks for that time. Linux only."""
    with suppress(OSError):
        status = Path(f"/proc/{pid}/status").read_text()
        blocked = next(line for line in status.splitlines() if line.startswith("SigBlk:"))
        return bool(int(blocked.split()[1], 16) >> (signum - 1) & 1)
    return False


def adopt_orphans() -> None:
    """Become the parent of grandchildren whose parent is killed, so that `end_children` finds them."""
    if LINUX:
        _libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def stop(child: subprocess.Popen[bytes], patience: float = 15) -> None:
    """Ask a child to end; after `patience` seconds kill its whole group."""
    with suppress(ProcessLookupError):
        child.terminate()
    with suppress(subprocess.TimeoutExpired):
        child.wait(patience)
    kill_group(child.pid)
    child.wait()


def kill_group(leader: int) -> None:
    """Kill what is left of the group a child has led, even when the child itself is gone."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signal.SIGKILL)


def end_children(patience: float = 1) -> None:
    """Wait for every child and adopted orphan to end, then kill those that have not."""
    deadline = time.monotonic() + patience
    while reap():
        if time.monotonic() > deadline:
            for child in children():
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
        time.sleep(0.05)


def reap() -> bool:
    """Collect children that have ended; say whether others still run."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
        return True
    return False


def children() -> Iterator[int]:
    """The processes whose parent we are (Linux; elsewhere none are found)."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(stat.read_text(errors="replace").rpartition(")")[2].split()[1])
            if parent == os.getpid():
                yield int(stat.parent.name)


@contextmanager
def stoppable() -> Iterator[None]:
    """Inside the block the first of Ctrl-C, TERM and HUP raises Stopped; later ones are ignored,
    so that the orderly end is not interrupted. HUP stays ignored under nohup."""
    before = {number: signal.getsignal(number) for number in STOP_SIGNALS}
    for number in STOP_SIGNALS:
        if not (number == signal.SIGHUP and before[number] == signal.SIG_IGN):
            signal.signal(number, _raise_once)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise_once(signum: int, frame: object) -> NoReturn:
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    raise Stopped(signum)
