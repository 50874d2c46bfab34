"""Reports, editions, figures and newsletters, in sentences."""
