"""The partnership, its meetings, decisions, actions and risks, in sentences."""
