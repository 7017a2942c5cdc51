import { SCHEMAS, type ColumnModel, type KeyModel, type ModelSet, type TableModel } from './models';

/** How Flask-Migrate is set up. */
export interface Setup {
  includeSchemas: boolean;
  compareType: boolean;
  batch: boolean;
  /** Constraints without a name get one by SQLAlchemy's rules. */
  naming: boolean;
}

const NAMING = `metadata=MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)`;

const MODELS_AT = 'models.py';

/** A project of two files: the app, and its models. */
export function projectFiles(set: ModelSet, setup: Setup): Record<string, string> {
  return { 'app.py': appSource(setup), [MODELS_AT]: modelsSource(set, setup) };
}

function appSource({ includeSchemas, compareType, batch }: Setup): string {
  const options = [
    ...(includeSchemas ? ['include_schemas=True'] : []),
    `compare_type=${python(compareType)}`,
    `render_as_batch=${python(batch)}`,
  ];
  return `from flask import Flask
from flask_migrate import Migrate

from models import db

app = Flask(__name__)
app.config["SQLALCHEMY_DATABASE_URI"] = "postgresql+psycopg2://student:secret@localhost/app"
app.config["SQLALCHEMY_TRACK_MODIFICATIONS"] = False
db.init_app(app)
Migrate(app, db, ${options.join(', ')})
`;
}

/** The models as a student writes them. */
export function modelsSource(set: ModelSet, { naming }: Setup): string {
  const head = `from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import MetaData
from sqlalchemy.dialects import postgresql

db = SQLAlchemy(${naming ? NAMING : ''})
`;
  return head + set.tables.map((table) => (table.plain ? plainTable : modelClass)(table, set)).join('');
}

/** SQL that makes the schemas; no model does. */
export const SCHEMAS_SQL = SCHEMAS.map((schema) => `CREATE SCHEMA "${schema}";\n`).join('');

function modelClass(table: TableModel, set: ModelSet): string {
  const options = [
    ...(table.schema === null ? [] : [`"schema": ${python(table.schema)}`]),
    ...(table.comment === null ? [] : [`"comment": ${python(table.comment)}`]),
  ];
  const items = [...parts(table, set), ...(options.length > 0 ? [`{${options.join(', ')}}`] : [])];
  const args = items.map((item) => `\n        ${item},`).join('');
  const columns = table.columns.map(
    (column, place) =>
      `    c${place} = db.Column(${python(column.name)}, ${columnArgs(column, table, set)})\n`,
  );
  return `

class Model${table.id}(db.Model):
    __tablename__ = ${python(table.name)}
${columns.join('')}${args === '' ? '' : `    __table_args__ = (${args}\n    )\n`}`;
}

function plainTable(table: TableModel, set: ModelSet): string {
  const items = [
    python(table.name),
    ...table.columns.map((column) => `db.Column(${python(column.name)}, ${columnArgs(column, table, set)})`),
    ...parts(table, set),
    ...(table.schema === null ? [] : [`schema=${python(table.schema)}`]),
    ...(table.comment === null ? [] : [`comment=${python(table.comment)}`]),
  ];
  return `\n\ntable_${table.id} = db.Table(${items.map((item) => `\n    ${item},`).join('')}\n)\n`;
}

function columnArgs(column: ColumnModel, table: TableModel, set: ModelSet): string {
  const keys = table.keys.filter((key) => isInline(key) && key.columns[0] === column.name);
  return [
    typeOf(column, set),
    ...(column.extra === null ? [] : [column.extra]),
    ...keys.map((key) => `db.ForeignKey(${python(targetsOf(key, set)[0] ?? '')}${keyOptions(key)})`),
    ...(column.primaryKey ? ['primary_key=True'] : column.nullable ? [] : ['nullable=False']),
    ...(column.default === null ? [] : [`server_default=${column.default}`]),
    ...(column.unique ? ['unique=True'] : []),
    ...(column.index ? ['index=True'] : []),
    ...(column.comment === null ? [] : [`comment=${python(column.comment)}`]),
  ].join(', ');
}

function typeOf({ type }: ColumnModel, { enums }: ModelSet): string {
  if (typeof type === 'string') return type;
  const found = enums[type];
  if (found === undefined) throw new Error(`there is no enum ${type}`);
  const schema = found.schema === null ? '' : `, schema=${python(found.schema)}`;
  return `db.Enum(${found.labels.map(python).join(', ')}, name=${python(found.name)}${schema})`;
}

/** What is written beside the columns. */
function parts(table: TableModel, set: ModelSet): string[] {
  return [
    ...table.keys
      .filter((key) => !isInline(key))
      .map(
        (key) =>
          `db.ForeignKeyConstraint(${python(key.columns)}, ${python(targetsOf(key, set))}${keyOptions(key)})`,
      ),
    ...table.uniques.map(
      ({ name, columns }) => `db.UniqueConstraint(${columns.map(python).join(', ')}${named(name)})`,
    ),
    ...table.checks.map(({ name, condition }) => `db.CheckConstraint(${python(condition)}${named(name)})`),
    ...table.indexes.map(
      ({ name, columns, unique }) =>
        `db.Index(${python(name)}, ${columns.map(python).join(', ')}${unique ? ', unique=True' : ''})`,
    ),
  ];
}

function isInline(key: KeyModel): boolean {
  return key.columns.length === 1;
}

function targetsOf(key: KeyModel, { tables }: ModelSet): string[] {
  const target = tables.find(({ id }) => id === key.target);
  const path = target === undefined ? 'nowhere' : [target.schema, target.name].filter(Boolean).join('.');
  return key.targetColumns.map((column) => `${path}.${column}`);
}

function keyOptions({ name, onDelete, deferred, useAlter }: KeyModel): string {
  const action = onDelete === null ? '' : `, ondelete=${python(onDelete)}`;
  const when = deferred ? ', deferrable=True, initially="DEFERRED"' : '';
  return named(name) + action + when + (useAlter ? ', use_alter=True' : '');
}

function named(name: string | null): string {
  return name === null ? '' : `, name=${python(name)}`;
}

/** A value as Python writes it. JSON's strings are Python's, too. */
function python(value: string | boolean | null | readonly string[]): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? JSON.stringify(value) : `[${value.map(python).join(', ')}]`;
}
