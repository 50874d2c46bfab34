"""Youth inspectors, their forms and visits."""
