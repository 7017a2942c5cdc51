-- migrations/versions/b1_.py, upgrade
CREATE TYPE roles AS ENUM ('admin', 'guest');
UPDATE users SET name = 'x';
UPDATE users SET name=%(name)s::VARCHAR WHERE users.id = %(id_1)s::INTEGER;
INSERT INTO users (name) VALUES ('a');
INSERT INTO users (name) VALUES ('b');
SELECT id FROM users;
INSERT INTO users (name) VALUES (%(name)s);
CREATE INDEX CONCURRENTLY ix ON users (name);
SET search_path TO shop;
CREATE TABLE made (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);
-- migrations/versions/b1_.py, downgrade
SELECT count(*) FROM users;
