from flask.cli import AppGroup
from sqlalchemy import text
from .seeds import seed_tweet_images, seed_tweets, seed_users
from ..models import db

seed_commands = AppGroup("seed")


@seed_commands.command("all")
def seed():
    seed_users()
    seed_tweets()
    seed_tweet_images()


@seed_commands.command("undo")
def undo():
    db.session.execute(text("DELETE FROM tweet_images"))
    db.session.execute(text("DELETE FROM tweets"))
    db.session.execute(text("DELETE FROM users"))
    db.session.commit()
