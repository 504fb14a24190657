"""Index: where Django and portals find the models and mixins. Nothing here imports it."""

from .approval.authorities import SigningAuthority
from .approval.checklist import TickedChecks
from .approval.guard import ApprovalGuardMixin, GuardedPageMixin
from .approval.link_models import ApprovalLink, LinkUse, Reminder
from .approval.models import Approval
from .approval.steps import PrincipalApprovalTask
from .consent.face_models import FaceHint
from .consent.link_models import ConsentRequest
from .consent.mixins import ShowsPeopleMixin
from .consent.models import Consent, Takedown
from .consent.person_models import Person
from .consent.picture_models import PictureBasis
from .consent.register import DataRequest
from .consent.reminders import EndingNotice
from .consent.runs import EnforcementRun
from .foreign_info.models import ForeignInfoIndexPageMixin, ForeignInfoPageMixin
from .indexes.models import IndexPageMixin
from .languages.mixins import LanguageMixin
from .languages.models import GlossaryTerm, TranslationBasis
from .organisation.models import Body, SchoolSettings, SchoolYear, Unit
from .plans.models import PlanIndexPageMixin, PlanPageMixin
from .plans.reading_models import PlanReading
from .plans.task_models import PlanTask
from .plans.word_template import PlanTemplate
from .registration.correcting import DateCorrection
from .registration.mixins import RegisteredMixin
from .registration.models import Register, RegisterEntry, RegisterNotice
from .search.models import SearchEntry
from .sharing.models import SharedPost
from .spokespersons.models import Mandate, Spokesperson
from .spokespersons.pages import SpokespersonIndexPageMixin
from .stories.campaigns import StoryCampaign, StoryProposal
from .stories.honour_roll import HonourRollPageMixin
from .stories.models import StoryIndexPageMixin, StoryPageMixin, StoryReading
from .stories.proposal_photos import ProposedPhoto
from .stories.recognition import RecognitionTitle
from .stories.verification import StoryVerification
from .themes.models import Theme

__all__ = [
    "Approval",
    "ApprovalGuardMixin",
    "ApprovalLink",
    "Body",
    "Consent",
    "ConsentRequest",
    "DataRequest",
    "DateCorrection",
    "EndingNotice",
    "EnforcementRun",
    "FaceHint",
    "ForeignInfoIndexPageMixin",
    "ForeignInfoPageMixin",
    "GlossaryTerm",
    "GuardedPageMixin",
    "HonourRollPageMixin",
    "IndexPageMixin",
    "LanguageMixin",
    "LinkUse",
    "Mandate",
    "Person",
    "PictureBasis",
    "PlanIndexPageMixin",
    "PlanPageMixin",
    "PlanReading",
    "PlanTask",
    "PlanTemplate",
    "PrincipalApprovalTask",
    "ProposedPhoto",
    "RecognitionTitle",
    "Register",
    "RegisterEntry",
    "RegisterNotice",
    "RegisteredMixin",
    "Reminder",
    "SchoolSettings",
    "SchoolYear",
    "SearchEntry",
    "SharedPost",
    "ShowsPeopleMixin",
    "SigningAuthority",
    "Spokesperson",
    "SpokespersonIndexPageMixin",
    "StoryCampaign",
    "StoryIndexPageMixin",
    "StoryPageMixin",
    "StoryProposal",
    "StoryReading",
    "StoryVerification",
    "Takedown",
    "Theme",
    "TickedChecks",
    "TranslationBasis",
    "Unit",
]
