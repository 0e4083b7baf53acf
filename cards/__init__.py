"""What is seen in Teams: pure functions from facts to Adaptive Cards."""
