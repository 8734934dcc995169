"""Records into templates: every block macro, the head of every page, the navigation, and the pages that are made."""
