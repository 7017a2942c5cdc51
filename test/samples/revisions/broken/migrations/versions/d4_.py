"""imports what is not there"""
from app.nowhere import SCHEMA

revision = 'd4'
down_revision = None
