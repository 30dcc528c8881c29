"""What a news item is: frozen values and the rules between them. Standard library only."""
