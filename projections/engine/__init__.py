"""What every projection works with."""
