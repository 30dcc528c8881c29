"""BACKUPS AND DAMAGE IN THE WINDOW: which there are, bringing back, testing, rescue."""
