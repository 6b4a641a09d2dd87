"""Cross-links: what a page is linked with, and where a link would help its readers."""
