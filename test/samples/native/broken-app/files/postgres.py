from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgres://tweets_user:password@localhost/tweets_dev"
db.init_app(app)
Migrate(app, db)
