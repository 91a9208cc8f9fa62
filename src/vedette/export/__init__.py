"""Readings and dossiers in the forms that people and programs take them in: one form a file."""
