from .db import db


class Tweet_Image(db.Model):
    __tablename__ = "tweet_images"

    id = db.Column(db.Integer, primary_key=True)
    image_url = db.Column(db.String(1000), nullable=False)
    tweet_id = db.Column(db.Integer, db.ForeignKey("tweets.id"))

    tweet = db.relationship("Tweet", back_populates="images")
