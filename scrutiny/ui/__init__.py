"""What pages share: the frame around a page (`shell`), what pages show (`views`), and the files that both load."""

from pathlib import Path

ASSETS = Path(__file__).parent / "assets"
"""Scripts, styles and the icon."""
TEMPLATES = Path(__file__).parent / "templates"
"""HTML with gaps for what a page says."""
