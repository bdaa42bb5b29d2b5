from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.edges.copies import STRANGE_NAME, Program, copy_project, open_folder


@dataclass(frozen=True)
class Prepared:
    """A copy of the project that was started once and stopped, and what it said."""

    folder: Path
    port: int
    said: str


@pytest.fixture(scope="session")
def prepared() -> Iterator[Prepared]:
    with open_folder() as parent:
        folder = parent / STRANGE_NAME
        copy_project(folder)
        with Program(folder) as program:
            program.wait_until_up()
        yield Prepared(folder, program.port, program.said())


@pytest.fixture
def run(prepared: Prepared) -> Iterator[Callable[..., Program]]:
    """`make run` in the prepared copy or another folder; all are ended after the test."""
    started: list[Program] = []

    def start(root: Path = prepared.folder, **options: object) -> Program:
        started.append(Program(root, **options))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for program in started:
        program.end()
