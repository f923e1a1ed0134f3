"""Google: spreadsheets read and written through the Sheets API, responses through the Forms API."""
