"""A register of what inspectorates found, what was answered and what was promised, and a dashboard on it."""
