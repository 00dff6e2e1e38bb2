"""The screens around a play: each a pure model from which a list of items is shown."""
