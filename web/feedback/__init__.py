"""What a young person tells us, triage, the answer, the receipt."""
