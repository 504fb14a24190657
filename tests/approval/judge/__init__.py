"""Every road by which a text could become public, walked by everybody who could take it.

``table_*`` say what is tried and what each person meets, ``walks_*`` how it is tried;
``test_judge`` walks them all. The letters of a key: E forms and APIs, M workflow, S
schedules, C code and data, A aliases, L and ST translations, N snippets, F files,
Q emergencies, T settings and accounts, K two people at once, LEGIT what has to work.
"""

from . import (  # noqa: F401
    walks_accounts,
    walks_api,
    walks_code,
    walks_emergencies,
    walks_files,
    walks_forms,
    walks_schedule,
    walks_snippets,
    walks_translations,
    walks_workflow,
)
from .table_emergencies import EMERGENCIES
from .table_forms import FORMS_AND_APIS
from .table_others import ACCOUNTS, ALIASES, CODE, FILES, RIGHTFUL, SCHEDULES, SNIPPETS
from .table_translations import AT_ONCE, TRANSLATIONS
from .table_workflow import WORKFLOW
from .walks import WALKS

TABLE = [
    *FORMS_AND_APIS, *WORKFLOW, *SCHEDULES, *CODE, *ALIASES, *TRANSLATIONS, *SNIPPETS,
    *FILES, *ACCOUNTS, *EMERGENCIES, *AT_ONCE, *RIGHTFUL,
]  # fmt: skip

__all__ = ["TABLE", "WALKS"]
