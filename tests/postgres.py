"""A real PostgreSQL server for the tests: in a folder of its own, and gone with the last process that uses it.

The keeper is a process that reads a pipe. Whoever uses the server holds the other end open, so that it ends when they do,
however they do: tests that fail, that are interrupted, or that are killed leave nothing behind.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from tempfile import mkdtemp

import psycopg
import pytest

OWNER = "owner"  # of the server; nobody needs a password by the socket, but for the roles that are made to
NOBODY = 65534
KEEPERS: list[subprocess.Popen[bytes]] = []  # which outlive this process where others still use the server
KEEPER = """
"$1" -D "$2/data" -k "$2" -p "$3" -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c autovacuum=off \
    -c max_connections=30 -c shared_buffers=16MB -c dynamic_shared_memory_type=mmap -c jit=off > "$2/log" 2>&1 < /dev/null &
server=$!
cat "$2/alive" > /dev/null
kill -QUIT $server
wait $server
rm -rf "$2"
"""
WHO_MAY = f"""
local all {OWNER} trust
local all all scram-sha-256
hostnossl all coded 127.0.0.1/32 reject
host all all 127.0.0.1/32 scram-sha-256
"""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A server that runs: the folder with its socket and its log, and its port."""

    folder: Path
    port: int

    def connect(self, database: str = "postgres") -> psycopg.Connection[tuple[object, ...]]:
        """A connection as the owner, in which every statement counts at once."""
        return psycopg.connect(host=str(self.folder), port=self.port, user=OWNER, dbname=database, autocommit=True)


def programs() -> Path:
    """The folder of the server's programs; the test is skipped where there is none, but in continuous integration it fails."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    known = [Path(found).resolve().parent for found in [shutil.which("postgres")] if found]
    found = next((path for path in (*known, *installed) if (path / "initdb").exists()), None)
    if found is None and not os.environ.get("CI"):
        pytest.skip("there is no PostgreSQL server here: see tools/install-for-tests")
    assert found, "PostgreSQL was not installed"
    return found


@contextmanager
def cluster(shared: Path) -> Iterator[Cluster]:
    """The server of all who name the same folder; the first starts it."""
    with (shared / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        note = shared / "postgres"
        held = _joined(note) or _started(note)
    try:
        yield held[0]
    finally:
        os.close(held[1])


def _joined(note: Path) -> tuple[Cluster, int] | None:
    """The server that runs already, with the end of its pipe; None where there is none, or none any longer."""
    if not note.exists():
        return None
    folder, _, port = note.read_text("utf-8").rpartition(" ")
    try:
        return Cluster(Path(folder), int(port)), os.open(Path(folder) / "alive", os.O_WRONLY | os.O_NONBLOCK)
    except OSError:
        return None


def _started(note: Path) -> tuple[Cluster, int]:
    bin_, folder = programs(), Path(mkdtemp(prefix="factcheck-postgres-"))
    is_root = os.geteuid() == 0
    user = {"user": NOBODY, "group": NOBODY, "extra_groups": ()} if is_root else {}
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
    made = [bin_ / "initdb", "-D", folder / "data", "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    subprocess.run(made, check=True, capture_output=True, cwd=folder, **user)  # type: ignore[call-overload]
    (folder / "data" / "pg_hba.conf").write_text(WHO_MAY, "utf-8")
    os.mkfifo(folder / "alive")
    if is_root:
        os.chown(folder / "alive", NOBODY, NOBODY)
    held = os.open(folder / "alive", os.O_RDWR | os.O_CLOEXEC)
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["/bin/sh", "-c", KEEPER, "keeper", bin_ / "postgres", folder, str(port)]
    KEEPERS.append(subprocess.Popen(command, cwd="/", start_new_session=True, **user))  # type: ignore[call-overload]
    found = Cluster(folder, port)
    _wait(found)
    note.write_text(f"{folder} {port}", "utf-8")
    return found, held


def _wait(found: Cluster) -> None:
    """Until it answers."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(psycopg.OperationalError), found.connect():
            return
        time.sleep(0.02)
    pytest.fail(f"PostgreSQL did not start: {(found.folder / 'log').read_text('utf-8')}")
