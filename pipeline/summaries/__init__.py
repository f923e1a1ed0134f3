"""What we show: an outcome and a tab template make a tab."""
