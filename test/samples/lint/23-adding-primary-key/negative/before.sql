CREATE TABLE logs (line integer NOT NULL);
