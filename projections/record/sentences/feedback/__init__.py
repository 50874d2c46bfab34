"""What young people tell us, and who is told of it, in sentences."""
