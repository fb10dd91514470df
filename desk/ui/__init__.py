"""Screens: the only room with Qt; it calls services and shows what comes back.

Here belong the window, presenters (QtCore only), views, and small parts that know no service
(``widgets``, ``table_model``, ``jobs``, ``theme``). What happens when staff press something is
decided in ``services``, what the rules allow in ``domain``, what is written on paper in
``documents``; the parts are wired together in ``desk/app.py``.
"""
