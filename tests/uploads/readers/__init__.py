"""Readers that misbehave; a process of its own finds them by name."""
