"""Paper: pages as HTML that any browser prints, and as PDF."""
