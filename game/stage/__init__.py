"""What is on the screen, as plain data: pure, and the same for window, terminal and tests."""
