// @ts-check
// A project with many models: what a look ahead costs at size.

/** @typedef {import('./look-cases.mjs').TextFile} TextFile */

export const WIDE_MODELS = 'models.py';

const APP = `import os

from flask import Flask
from flask_migrate import Migrate

from models import db

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db.init_app(app)
Migrate(app, db)
`;

const HEAD = `from flask_sqlalchemy import SQLAlchemy

db = SQLAlchemy()
`;

/** Beside the identifier and the key to another table. */
const COLUMNS = [
  'title = db.Column(db.String(80), nullable=False)',
  'body = db.Column(db.Text)',
  'amount = db.Column(db.Integer, nullable=False)',
  'price = db.Column(db.Numeric(10, 2))',
  'ratio = db.Column(db.Float)',
  'is_open = db.Column(db.Boolean, nullable=False)',
  'starts_on = db.Column(db.Date)',
];

/** A Flask app whose one file of models has `count` of them, with ten columns each. The file's last line, which no
 * newline ends, is a column that is named `lastColumn`.
 * @param {number} count
 * @param {string} lastColumn
 * @returns {TextFile[]} all but what chooses the stack */
export function wideProject(count, lastColumn) {
  const models = Array.from({ length: count }, (_, index) => model(index, lastColumn));
  return [
    { path: '.flaskenv', content: 'FLASK_APP=app.py\n' },
    { path: 'app.py', content: APP },
    { path: WIDE_MODELS, content: [HEAD, ...models].join('\n\n') },
  ];
}

/** The first table's key is to itself, every other's to an earlier one.
 * @param {number} index
 * @param {string} lastColumn */
function model(index, lastColumn) {
  const referenced = nameOf(Math.floor(index / 2));
  const columns = [
    'id = db.Column(db.Integer, primary_key=True)',
    `parent_id = db.Column(db.Integer, db.ForeignKey("${referenced}.id"))`,
    ...COLUMNS,
    `${lastColumn} = db.Column(db.DateTime)`,
  ];
  const body = [`__tablename__ = "${nameOf(index)}"`, '', ...columns];
  return [`class Thing${index}(db.Model):`, ...body.map((line) => (line === '' ? '' : `    ${line}`))].join(
    '\n',
  );
}

/** @param {number} index */
function nameOf(index) {
  return `things_${String(index).padStart(3, '0')}`;
}
