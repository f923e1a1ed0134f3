"""Workbooks and CSV files: read with calamine, written with openpyxl."""
