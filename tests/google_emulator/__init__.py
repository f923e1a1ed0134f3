"""Google's Sheets, Forms and Drive on loopback: see README.md."""
