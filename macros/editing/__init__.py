"""Changing the site safely: what a change does, told before it is published."""
