"""Sending again what may be sent again: a few times, within a few minutes, and telling so."""
