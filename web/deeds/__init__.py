"""What staff can do, declared: the form of each deed, what it asks, and the service it calls."""
