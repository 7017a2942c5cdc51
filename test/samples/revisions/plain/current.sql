-- alembic/versions/f1_.py, upgrade
ALTER TABLE users ADD COLUMN name TEXT;
-- alembic/versions/f1_.py, downgrade
ALTER TABLE users DROP COLUMN name;
