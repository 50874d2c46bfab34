"""What figures put into a report; a report is no entry of its own."""
