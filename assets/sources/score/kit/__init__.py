"""What everything is made with."""
