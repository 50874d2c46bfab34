"""Views: one projection per page, pure over the facts it is given."""
