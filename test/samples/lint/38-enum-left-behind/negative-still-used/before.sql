CREATE TYPE roles AS ENUM ('reader', 'writer');
CREATE TABLE owners (role roles);
