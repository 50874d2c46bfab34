"""Tables brought in."""
