from ..models import User, Tweet, Tweet_Image, db
from random import choice


def seed_users():
    anthony = User(
        name="Anthony",
    )
    sam = User(
        name="Sam",
    )
    will = User(
        name="Will",
    )
    edward = User(
        name="Edward",
    )

    db.session.add(anthony)
    db.session.add(sam)
    db.session.add(will)
    db.session.add(edward)
    db.session.commit()


def seed_tweets():
    random_tweets = [
        "I am a tweet",
        "Hello there",
        "Hello world?",
        "Who would tell me where the closest burger joint is?",
        "Sqlalchemy can be cool",
        "Migrations.. migrations... migrations!",
        "No wait... revisions!",
    ]

    for i in range(0, 10):
        tweet = Tweet(tweet_content=choice(random_tweets), user_id=choice([1, 2, 3, 4]))
        db.session.add(tweet)
    db.session.commit()


def seed_tweet_images():
    for i in range(1, 10):
        tweet_image = Tweet_Image(image_url="image.url", tweet_id=i)
        db.session.add(tweet_image)
    db.session.commit()
