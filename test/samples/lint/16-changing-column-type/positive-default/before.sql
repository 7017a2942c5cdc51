CREATE TABLE posts (id integer PRIMARY KEY, likes varchar DEFAULT '0');
