-- migrations/versions/a1_.py, upgrade
ALTER TABLE users ADD COLUMN role roles DEFAULT 'guest' NOT NULL;
ALTER TABLE users ADD COLUMN boss_id INTEGER;
ALTER TABLE users ADD FOREIGN KEY(boss_id) REFERENCES users (id) ON DELETE CASCADE;
CREATE UNIQUE INDEX ix_users_name ON users (name);
ALTER TABLE users ADD UNIQUE (role, name);
ALTER TABLE users ADD CONSTRAINT fk_users_tweets FOREIGN KEY(boss_id) REFERENCES tweets (id);
ALTER TABLE users ALTER COLUMN name TYPE TEXT;
ALTER TABLE users ALTER COLUMN name DROP NOT NULL;
CREATE TABLE shop.big (
    id BIGINT GENERATED ALWAYS AS IDENTITY, 
    double INTEGER GENERATED ALWAYS AS (id * 2) STORED, 
    data JSONB DEFAULT '{}'::jsonb, 
    at TIMESTAMP WITH TIME ZONE DEFAULT now(), 
    code VARCHAR(8), 
    order_id INTEGER, 
    words TEXT[], 
    PRIMARY KEY (id), 
    CONSTRAINT ck_big CHECK (double > 0), 
    CONSTRAINT fk_pair FOREIGN KEY(id, code) REFERENCES pairs (a, b) ON UPDATE CASCADE, 
    UNIQUE (code)
);
CREATE INDEX ix_shop_big_at ON shop.big (at);
COMMENT ON TABLE shop.big IS 'a big one';
COMMENT ON COLUMN shop.big.at IS 'when';
CREATE INDEX ix_lower ON users USING btree (lower(name), id) WHERE id > 3;
ALTER TABLE users ADD CONSTRAINT ck_users CHECK (id > 3);
ALTER TABLE shop.pairs ADD CONSTRAINT pk_pairs PRIMARY KEY (a, b);
ALTER TABLE rooms ADD CONSTRAINT ex_rooms EXCLUDE USING gist (room WITH =, during WITH &&);
ALTER TABLE shop.tweets ADD FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL;
ALTER TABLE shop."old" RENAME TO "new";
COMMENT ON TABLE users IS 'people';
COMMENT ON TABLE users IS NULL;
-- migrations/versions/a1_.py, downgrade
ALTER TABLE users ALTER COLUMN name DROP DEFAULT;
COMMENT ON COLUMN users.name IS 'what';
ALTER TABLE users RENAME name TO title;
ALTER TABLE users ALTER COLUMN age TYPE INTEGER USING age::integer;
DROP INDEX CONCURRENTLY ix_lower;
DROP INDEX ix_lower;
ALTER TABLE users DROP CONSTRAINT ck_users;
ALTER TABLE shop.users DROP COLUMN role;
DROP TABLE shop.big;
