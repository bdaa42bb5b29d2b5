"""`manage.py judge` as people start it: a process, lines in, lines out, and no database to reach."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.rules.questions import make_question

QUESTION = json.dumps(make_question(("2025-12-31", "55")))
UNREACHABLE = "postgresql://nobody:nothing@127.0.0.1:1/nowhere"


def judge(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {
        "SECRET_KEY": "judge" * 10,
        "HTTPS": "off",
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": UNREACHABLE,
    }
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "judge", *arguments]
    return subprocess.run(command, input=stdin, env=environment, capture_output=True, check=False, timeout=60)


@pytest.mark.program
def test_each_line_is_answered_and_a_bad_one_does_not_stop_the_others(tmp_path: Path) -> None:
    file = tmp_path / "问题.jsonl"
    file.write_bytes(
        b"\n".join([QUESTION.encode(), b"{not json", b'{"target": 1}', b"\xff\xfe", b"", QUESTION.encode()])
    )

    finished = judge(str(file))

    answers = [json.loads(line) for line in finished.stdout.decode("utf-8").splitlines()]
    assert [answer.get("light") or answer["error"]["code"] for answer in answers] == [
        "green",
        "invalid_json",
        "wrong_type",
        "invalid_json",
        "green",
    ]
    assert "截至2025年底" in answers[0]["sentence"]["zh"]
    assert finished.returncode == 0
    assert finished.stderr == b""


@pytest.mark.program
def test_a_dash_reads_standard_input() -> None:
    assert json.loads(judge("-", stdin=QUESTION.encode()).stdout)["pace"] == "on_track"


@pytest.mark.program
def test_a_file_that_is_not_there_is_told_in_a_sentence() -> None:
    finished = judge("/nowhere/questions.jsonl")
    assert finished.returncode == 1
    assert b"cannot be read: No such file or directory" in finished.stderr
