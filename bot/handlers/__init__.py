"""One module for each noun: what a press or a typed word does. They know nothing of each other."""
