"""Messages of young people, triage, answers and receipts."""
