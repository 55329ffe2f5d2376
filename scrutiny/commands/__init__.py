"""The commands of a curator, one module each."""
