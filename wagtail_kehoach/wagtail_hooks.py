"""What the app adds to the Wagtail admin, by the package each part lives in."""

from django.apps import apps

from .approval import hooks as approval, hooks_emergency, hooks_refusals  # noqa: F401
from .consent import hooks as consent  # noqa: F401
from .foreign_info import hooks as foreign_info  # noqa: F401
from .indexes import hooks as indexes  # noqa: F401
from .languages import hooks as languages  # noqa: F401
from .organisation import hooks as organisation  # noqa: F401
from .plans import hooks as plans  # noqa: F401
from .registration import hooks as registration  # noqa: F401
from .sharing import hooks as sharing  # noqa: F401
from .spokespersons import hooks as spokespersons  # noqa: F401
from .stories import hooks as stories  # noqa: F401
from .themes import hooks as themes  # noqa: F401

if apps.is_installed("wagtail_localize"):
    from .translation import hooks as translation  # noqa: F401
