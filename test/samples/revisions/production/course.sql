-- migrations/versions/c1_.py, upgrade
CREATE TABLE users (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);
ALTER TABLE users SET SCHEMA flask_schema;;
ALTER TABLE users SET SCHEMA flask_schema;;
-- migrations/versions/c1_.py, downgrade
DROP TABLE flask_schema.users;
