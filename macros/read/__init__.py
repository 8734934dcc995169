"""From files to one loaded Site."""
