CREATE TYPE roles AS ENUM ('reader', 'writer');
CREATE TABLE users (id integer PRIMARY KEY, role roles);
