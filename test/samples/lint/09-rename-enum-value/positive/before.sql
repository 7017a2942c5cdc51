CREATE TYPE roles AS ENUM ('reader', 'writer');
