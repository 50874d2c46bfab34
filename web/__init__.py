"""What people see: pages, forms, refusals in plain words."""
