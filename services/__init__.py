"""What people may do: pure decisions, and the services that recall, decide and save."""
