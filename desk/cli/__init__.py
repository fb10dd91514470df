"""The command line: the same use cases as the screens, one module a command.

Reads arguments and writes sentences or JSON. What a command does belongs to ``services``.
"""
