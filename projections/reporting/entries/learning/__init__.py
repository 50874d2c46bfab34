"""What case reviews, national learning, courses and training put into a report."""
