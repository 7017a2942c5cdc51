from app import app
from app.models import User

with app.app_context():
    print(User.query.count())
