-- migrations/versions/d1_.py, upgrade
CREATE TABLE first (
    id SERIAL NOT NULL, 
    PRIMARY KEY (id)
);
-- migrations/versions/d1_.py, downgrade
-- migrations/versions/d2_.py, upgrade
-- migrations/versions/d2_.py, downgrade
-- migrations/versions/d3_.py, upgrade
-- migrations/versions/d3_.py, downgrade
-- migrations/versions/d4_.py, upgrade
-- migrations/versions/d4_.py, downgrade
-- migrations/versions/d5_.py, upgrade
-- migrations/versions/d5_.py, downgrade
