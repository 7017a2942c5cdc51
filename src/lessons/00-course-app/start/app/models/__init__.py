from .db import db
from .user import User
from .tweet import Tweet
from .tweet_image import Tweet_Image
