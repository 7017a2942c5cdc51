CREATE TABLE users (id integer PRIMARY KEY);
INSERT INTO users VALUES (1), (2);
CREATE TABLE posts (id integer PRIMARY KEY, user_id integer);
