"""Figures of speed: ``python -m tests.bench``. Read docs/performance.md beside them."""
