from flask import Flask, render_template
from .config import Config
from .models import db, Tweet, User, Tweet_Image
from flask_migrate import Migrate
from .seeds import seed_commands

app = Flask(__name__)
app.cli.add_command(seed_commands)
app.config.from_object(Config)
db.init_app(app)
Migrate(app, db)


@app.route("/")
def index():
    tweets = Tweet.query.all()
    return render_template("index.html", tweets=tweets)
