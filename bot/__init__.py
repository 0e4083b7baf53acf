"""What people and Teams say to us, and we to them: the people's front door."""
