"""Facts: what happened, in the past tense. A fact never changes."""
