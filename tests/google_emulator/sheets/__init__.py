"""Google Sheets v4 over a spreadsheet in memory."""
