-- migrations/versions/8aead516a74e_.py, upgrade
CREATE TABLE users (
    id SERIAL NOT NULL, 
    name VARCHAR(30) NOT NULL, 
    PRIMARY KEY (id)
);
CREATE TABLE tweets (
    id SERIAL NOT NULL, 
    tweet_content VARCHAR(255) NOT NULL, 
    user_id INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(user_id) REFERENCES users (id)
);
CREATE TABLE tweet_images (
    id SERIAL NOT NULL, 
    image_url VARCHAR(1000) NOT NULL, 
    tweet_id INTEGER, 
    PRIMARY KEY (id), 
    FOREIGN KEY(tweet_id) REFERENCES tweets (id)
);
-- migrations/versions/8aead516a74e_.py, downgrade
DROP TABLE tweet_images;
DROP TABLE tweets;
DROP TABLE users;
