"""Run migrations on the connection desk hands over, inside the transaction it has begun."""

from alembic import context

# Alembic takes SQLite for unable to undo a change of tables; with an explicit BEGIN it can.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
