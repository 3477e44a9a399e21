"""What all tests share: property tests judge what comes out, never how fast a busy machine makes it."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("allege", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("allege")
