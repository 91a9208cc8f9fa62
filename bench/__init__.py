"""Accuracy and speed of Vedette, measured."""
