"""What is to be sent, kept durably until it was sent."""
