"""Tables, constraints and chainable queries; the only room that knows columns."""

from targets.models.accounts import Membership, User
from targets.models.areas import Area, AreaPart
from targets.models.assessments import Assessment, AssessmentChange, AssessmentRun
from targets.models.desk import Batch, SavedFilter
from targets.models.indicators import Indicator, Series
from targets.models.milestones import Milestone
from targets.models.observations import Observation
from targets.models.organisations import Organisation
from targets.models.plans import Plan
from targets.models.policies import AssessmentPolicy
from targets.models.revisions import TargetRevision
from targets.models.search import SearchEntry
from targets.models.sources import Citation, Source
from targets.models.targets import Target
from targets.models.tasks import Responsibility, Task, Update
from targets.models.tokens import Token

__all__ = [
    "Area",
    "AreaPart",
    "Assessment",
    "AssessmentChange",
    "AssessmentPolicy",
    "AssessmentRun",
    "Batch",
    "Citation",
    "Indicator",
    "Membership",
    "Milestone",
    "Observation",
    "Organisation",
    "Plan",
    "Responsibility",
    "SavedFilter",
    "SearchEntry",
    "Series",
    "Source",
    "Target",
    "TargetRevision",
    "Task",
    "Token",
    "Update",
    "User",
]
