"""Mail servers and a queue that fail, each in its way."""

import smtplib
import socket

from django.core.mail.backends.base import BaseEmailBackend

try:
    from django.tasks.backends.immediate import ImmediateBackend
except ImportError:  # Django before 6.0.
    from django_tasks.backends.immediate import ImmediateBackend


class RefusedPassword(BaseEmailBackend):
    """The server is there and does not accept the portal's password."""

    def open(self):
        raise smtplib.SMTPAuthenticationError(535, b"5.7.8 Bad credentials")

    def send_messages(self, messages):
        self.open()


class UnknownHost(BaseEmailBackend):
    """There is no server of this name."""

    def open(self):
        raise socket.gaierror(-2, "Name or service not known")

    def send_messages(self, messages):
        self.open()


class UnreachableQueue(ImmediateBackend):
    """Takes no task of ours; Wagtail's search would stop at a queue that takes none."""

    def enqueue(self, task, args, kwargs):
        if task.module_path.startswith("wagtail_kehoach."):
            raise ConnectionError("Connection refused")
        return super().enqueue(task, args, kwargs)
