-- migrations/versions/g1_.py, upgrade
CREATE TABLE users (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);
CREATE TABLE logs (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);
-- migrations/versions/g1_.py, downgrade
DROP TABLE users;
DROP TABLE logs;
