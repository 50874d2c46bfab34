"""Each fact as one sentence that anybody can read, and that gives away no child's words."""

from projections.sentences import cases, children, decisions, forgetting, governance, record
from projections.sentences.words import sentence

__all__ = ["cases", "children", "decisions", "forgetting", "governance", "record", "sentence"]
