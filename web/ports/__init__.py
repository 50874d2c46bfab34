"""What the pages ask of infra."""
