"""What the partnership, its meetings, decisions and actions put into a report."""
