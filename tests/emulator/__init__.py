"""Tests of the Google emulator itself."""
