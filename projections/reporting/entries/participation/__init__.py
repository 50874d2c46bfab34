"""What asking young people together puts into a report."""
