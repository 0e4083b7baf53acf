"""What we ask: forms as data, and one small engine that walks them."""
