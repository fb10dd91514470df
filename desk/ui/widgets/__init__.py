"""Small parts of screens: fields, groups, bars. They know no service and no complaint.

A part takes words that are translated already, shows plain text only, and tells by a signal what
was done to it. Calling its ``set_…``/``show_…`` methods any number of times is harmless and emits
nothing. Whole screens belong in ``desk/ui/<noun>/``.
"""
