"""Names, telephones, e-mail addresses, postcodes and tables in one form, ready to compare."""
