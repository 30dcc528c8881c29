"""What is painted under, over and between the words; never a part of the text."""
