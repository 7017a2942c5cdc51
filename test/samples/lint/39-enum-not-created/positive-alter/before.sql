CREATE TABLE posts (id integer PRIMARY KEY, title varchar(40), slug varchar(20) NOT NULL, likes integer);
INSERT INTO posts SELECT n, 'post ' || n, 'slug-' || n, n FROM generate_series(1, 10) n;
