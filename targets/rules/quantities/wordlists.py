"""Lists of words, written as one line each."""


def words(line: str) -> tuple[str, ...]:
    """The words of a line, in order."""
    return tuple(line.split())
