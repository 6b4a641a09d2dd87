"""Pictures of the demo, made in code: the same seed gives the same picture."""
