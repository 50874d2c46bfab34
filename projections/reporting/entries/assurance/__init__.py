"""What audits and independent scrutiny put into a report."""
