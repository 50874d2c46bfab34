"""The partnership, meetings, decisions, actions, risks."""
