CREATE TABLE logs (line integer NOT NULL);
INSERT INTO logs VALUES (1), (2);
