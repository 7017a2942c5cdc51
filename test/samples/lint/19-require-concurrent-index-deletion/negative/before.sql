CREATE TABLE posts (id integer PRIMARY KEY, title varchar(40), slug varchar(20) NOT NULL, likes integer);
CREATE INDEX ix_posts_likes ON posts (likes);
