"""What a yearly report is made of."""
