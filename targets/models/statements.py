"""Statements of our own, past the layers of the framework."""

from collections.abc import Mapping
from typing import Any

import psycopg
from django.db import connection


def rows(statement: str, parameters: Mapping[str, Any], *, prepare: bool = True) -> list[tuple[Any, ...]]:
    """The rows of a statement, prepared on the server at its first call; the text must be the same at every call.

    Without `prepare` it is planned for these parameters, which pays where they decide how many rows are read.
    """
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(statement, parameters, prepare=prepare)
        return cursor.fetchall()
