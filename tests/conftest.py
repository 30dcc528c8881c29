"""What every test needs: Qt without a screen, a clock that stands still, a library in a folder."""

import os
from datetime import UTC, datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # tests may run as root; never set by the product

import pytest


@pytest.fixture
def now():
    """Return a moment that does not move."""
    return datetime(2026, 3, 2, 14, 2, tzinfo=UTC)
