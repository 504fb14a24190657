"""Takes down what ended yesterday before the first answer of a day, whatever it answers.

The nightly run comes after midnight, and may not come at all. Until then lists, feeds, search,
an API, pages of the portal's own and the files of pictures would show what has ended, and
each would have to ask for every entry. So nothing asks: the first request of a day, to
any address, waits until everything is taken down. Every other one costs a look at the
calendar, and the first of each process one statement.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.signals import request_started
from django.utils import timezone, translation

from . import runs
from .takedown import enforce

if TYPE_CHECKING:
    import datetime as dt

logger = logging.getLogger(__name__)

UID = "kehoach.daybreak"
#: Where it failed, requests are answered for so many seconds before it is tried again.
PAUSE = 60.0


@dataclass
class Watch:
    """What one process knows: the last day that it saw done, and when to try again.

    Whoever asks while another thread takes down waits for it.
    """

    seen: dt.date | None = None
    again_at: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def look(self) -> None:
        """Have everything taken down that has ended by today, if nobody did so today."""
        today = timezone.localdate(timezone=timezone.get_default_timezone())
        if self.seen == today:
            return
        with self.lock:
            if self.seen == today or time.monotonic() < self.again_at:
                return
            try:
                _take_down(today)
            except Exception:
                # Whatever fails here must not close the portal; posts still answer 404.
                logger.exception("What has ended by today was not taken down.")
                self.again_at = time.monotonic() + PAUSE
            else:
                self.seen = today


def connect() -> None:
    """Look at every request; called once, when the app is ready."""
    watch = Watch()

    def started(sender, **kwargs) -> None:
        watch.look()

    request_started.connect(started, weak=False, dispatch_uid=UID)


def _take_down(today: dt.date) -> None:
    """In the language and the time of the school, whoever this process answered before."""
    with timezone.override(None), translation.override(settings.LANGUAGE_CODE):
        if not runs.is_done(today):
            enforce()
            runs.keep_day(today)
