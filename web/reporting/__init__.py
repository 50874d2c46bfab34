"""The yearly report, figures, editions, newsletters."""
