"""What happened: facts, in the past tense, that never change."""
