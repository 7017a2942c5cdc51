from flask import Flask
from .config import Config
from .models import db, Twet
from flask_migrate import Migrate

app = Flask(__name__)
app.config.from_object(Config)
db.init_app(app)
Migrate(app, db)
