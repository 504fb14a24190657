"""Wagtail's admin in Vietnamese: a catalogue that completes Wagtail's own."""
