"""The verdict in one or two plain sentences of Chinese and English."""

from targets.rules.evidence import Evidence
from targets.rules.findings import Finding
from targets.rules.verdict_terms import Reason
from targets.rules.wording import Text, label


def sentence(evidence: Evidence, finding: Finding, *, is_stale: bool) -> Text:
    return label(Reason, Reason.STALE if is_stale else finding.ruling.reason)
