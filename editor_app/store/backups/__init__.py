"""BACKUPS OF A LIBRARY: made, kept by age, and brought back; each tested both ways."""
