"""What every test of faults may ask for."""

from tests.faults.serving import norfolk, settings

__all__ = ["norfolk", "settings"]
