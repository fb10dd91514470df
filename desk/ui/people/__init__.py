"""The people of the desk: who they are, what they may do, their PINs, and who takes over."""
