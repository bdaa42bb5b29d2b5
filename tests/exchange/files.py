"""Small fixture files for tests."""

from pathlib import Path

from targets.exchange.fixtures.loading import Tally, load

SMALL = """\
source: paper
effective_date: 2026-01-01
sources:
- {code: paper, title: 一份文件}
areas:
- {code: north, name: 北区}
- {code: whole, name: 全区, kind: composed, parts: [{part: north, role: core}]}
organisations:
- {code: office, name: 办公室}
indicators:
- {code: output, name: 产量, unit: 辆, accumulation: annual_flow}
series:
- {code: north-output, indicator: output, area: north}
plans:
- code: scheme
  name: 某方案
  owner: office
  status: published
  period: 2026..2030
  cite: S1 L3-5,9
  tasks:
  - kind: action
    name: 某行动
    responsibilities:
    - {organisation: office, role: lead}
    updates:
    - {day: 2026-02-01, progress: 已开工}
    tasks:
    - {kind: task, name: 某任务}
    targets:
    - code: scheme.output
      series: north-output
      says:
        wording: 超200万辆
        measure: level
        comparator: gt
        lower: 2_000_000
        scale: 10_000
        deadline: 2030
        cite: S1 L4
      milestones:
      - {day: 2028, value: 1_800_000}
observations:
- {series: north-output, period: 2025, value: 1_300_000.5, wording: 约130万辆}
"""


def write(folder: Path, text: str, name: str = "small.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def load_text(folder: Path, text: str, **options: bool) -> Tally:
    return load([write(folder, text)], **options)


def without(text: str, *lines: str) -> str:
    """The text without these lines."""
    return "\n".join(line for line in text.splitlines() if line.strip() not in lines)
