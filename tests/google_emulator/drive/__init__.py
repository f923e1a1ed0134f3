"""The calls of Drive v3 that spreadsheets and forms need, and the one of v2 that gspread imports CSV with."""
