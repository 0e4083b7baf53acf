"""What is true: the centre's facts and rules. Pure, synchronous, without input or output."""
