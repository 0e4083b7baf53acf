"""What happens by itself: the clock's front door."""
