import { literal } from './session-state';

/** Where Alembic keeps its revisions. Without a schema, every table of that name counts. */
export interface VersionTable {
  name: string;
  schema?: string;
}

/** A JSON array, empty rather than null. Names sort as the C locale has them: `order` is text unless it says so. */
function list(item: string, from: string, order: string): string {
  return `(select coalesce(json_agg(${item} order by ${order}), '[]') from ${from})`;
}

const c = (text: string): string => `(${text}) collate "C"`;

/** What an extension brought is not the student's: the extension itself is named instead. */
const own = (catalog: string, oid: string): string =>
  `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;

/** The text that a query built in SQL gives: this is how Postgres runs one inside another. */
const resultOf = (sql: string): string =>
  `substring(query_to_xml(${sql}, false, true, '')::text from '<result>(.*)</result>')`;

const ROWS = `${resultOf(`format('select count(*) as result from %I.%I', n.nspname, r.relname)`)}::int8`;

const columnNames = (keys: string, relation: string): string =>
  list(
    'a.attname',
    `unnest(${keys}) with ordinality u(num, at) join pg_attribute a on a.attrelid = ${relation} and a.attnum = u.num`,
    'u.at',
  );

const COLUMNS = list(
  `json_build_object(
    'name', a.attname,
    'type', format_type(a.atttypid, a.atttypmod),
    'nullable', not a.attnotnull,
    'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
    'identity', case a.attidentity when 'a' then 'always' when 'd' then 'by default' end,
    'generated', case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end,
    'comment', col_description(r.oid, a.attnum))`,
  `pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped`,
  'a.attnum',
);

const KEY = `json_build_object('name', k.conname, 'columns', ${columnNames('k.conkey', 'r.oid')})`;

const constraints = (type: string): string =>
  `pg_constraint k where k.conrelid = r.oid and k.contype = '${type}'`;

const action = (column: string): string => `case ${column} when 'a' then 'no action' when 'r' then 'restrict'
  when 'c' then 'cascade' when 'n' then 'set null' when 'd' then 'set default' end`;

/** A key to a partitioned table has clones, one for each of its partitions: they are not the table's own. */
const FOREIGN_KEYS = list(
  `json_build_object(
    'name', k.conname,
    'columns', ${columnNames('k.conkey', 'k.conrelid')},
    'referencedSchema', (select n.nspname from pg_class f join pg_namespace n on n.oid = f.relnamespace where f.oid = k.confrelid),
    'referencedTable', (select relname from pg_class where oid = k.confrelid),
    'referencedColumns', ${columnNames('k.confkey', 'k.confrelid')},
    'onUpdate', ${action('k.confupdtype')},
    'onDelete', ${action('k.confdeltype')},
    'deferrable', k.condeferrable)`,
  `${constraints('f')}
    and not exists (select from pg_constraint up where up.oid = k.conparentid and up.conrelid = k.conrelid)`,
  c('k.conname'),
);

const INDEXES = list(
  `json_build_object('name', x.relname, 'unique', i.indisunique, 'definition', pg_get_indexdef(x.oid))`,
  `pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = r.oid
    and not exists (select from pg_constraint k where k.conrelid = r.oid and k.conindid = x.oid
      and k.contype in ('p', 'u', 'x'))`,
  c('x.relname'),
);

const TABLES = list(
  `json_build_object(
    'name', r.relname,
    'comment', obj_description(r.oid, 'pg_class'),
    'rows', ${ROWS},
    'columns', ${COLUMNS},
    'primaryKey', (select ${KEY} from ${constraints('p')}),
    'uniques', ${list(KEY, constraints('u'), c('k.conname'))},
    'checks', ${list(
      `json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid))`,
      constraints('c'),
      c('k.conname'),
    )},
    'foreignKeys', ${FOREIGN_KEYS},
    'indexes', ${INDEXES})`,
  `pg_class r where r.relnamespace = n.oid and r.relkind in ('r', 'p') and ${own('pg_class', 'r.oid')}`,
  c('r.relname'),
);

const VIEWS = list(
  `json_build_object('name', r.relname, 'definition', pg_get_viewdef(r.oid))`,
  `pg_class r where r.relnamespace = n.oid and r.relkind = 'v' and ${own('pg_class', 'r.oid')}`,
  c('r.relname'),
);

const ENUMS = list(
  `json_build_object('name', t.typname,
    'labels', ${list('l.enumlabel', 'pg_enum l where l.enumtypid = t.oid', 'l.enumsortorder')})`,
  `pg_type t where t.typnamespace = n.oid and t.typtype = 'e' and ${own('pg_type', 't.oid')}`,
  c('t.typname'),
);

const SEQUENCES = list(
  `json_build_object(
    'name', r.relname,
    'ownedBy', (
      select o.relname || '.' || a.attname from pg_depend d
      join pg_class o on o.oid = d.refobjid join pg_attribute a on a.attrelid = o.oid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
        and d.deptype in ('a', 'i') and d.refobjsubid > 0),
    'lastValue', pg_sequence_last_value(r.oid))`,
  `pg_class r where r.relnamespace = n.oid and r.relkind = 'S' and ${own('pg_class', 'r.oid')}`,
  c('r.relname'),
);

/** Each part gives (kind, name) of what lies in schema `n`. */
const OTHER_PARTS = [
  `select case r.relkind when 'm' then 'materialized view' when 'f' then 'foreign table' else 'type' end, r.relname
    from pg_class r where r.relnamespace = n.oid and r.relkind in ('m', 'f', 'c') and ${own('pg_class', 'r.oid')}`,
  `select case t.typtype when 'd' then 'domain' else 'type' end, t.typname
    from pg_type t where t.typnamespace = n.oid and t.typtype in ('d', 'r') and ${own('pg_type', 't.oid')}`,
  `select case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
      p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
    from pg_proc p where p.pronamespace = n.oid and ${own('pg_proc', 'p.oid')}
      and not exists (select from pg_depend i where i.classid = 'pg_proc'::regclass and i.objid = p.oid and i.deptype = 'i')`,
  `select 'trigger', t.tgname || ' on ' || r.relname
    from pg_trigger t join pg_class r on r.oid = t.tgrelid where r.relnamespace = n.oid and not t.tgisinternal`,
  `select 'exclusion constraint', k.conname || ' on ' || r.relname
    from pg_constraint k join pg_class r on r.oid = k.conrelid where r.relnamespace = n.oid and k.contype = 'x'`,
  `select 'policy', p.polname || ' on ' || r.relname
    from pg_policy p join pg_class r on r.oid = p.polrelid where r.relnamespace = n.oid`,
  `select 'rule', w.rulename || ' on ' || r.relname
    from pg_rewrite w join pg_class r on r.oid = w.ev_class where r.relnamespace = n.oid and w.rulename <> '_RETURN'`,
  `select 'statistics', s.stxname from pg_statistic_ext s where s.stxnamespace = n.oid`,
  `select 'collation', l.collname from pg_collation l where l.collnamespace = n.oid and ${own('pg_collation', 'l.oid')}`,
  `select 'operator', o.oid::regoperator::text from pg_operator o where o.oprnamespace = n.oid and ${own('pg_operator', 'o.oid')}`,
  `select 'extension', e.extname from pg_extension e where e.extnamespace = n.oid`,
];

const OTHER = list(
  `json_build_object('kind', o.kind, 'name', o.name)`,
  `(${OTHER_PARTS.join('\n union all ')}) o(kind, name)`,
  `${c('o.kind')}, ${c('o.name')}`,
);

const SCHEMAS = list(
  `json_build_object('name', n.nspname, 'tables', ${TABLES}, 'views', ${VIEWS}, 'enums', ${ENUMS},
    'sequences', ${SEQUENCES}, 'other', ${OTHER})`,
  `pg_namespace n where n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
    and n.nspname not in ('pg_catalog', 'information_schema') and ${own('pg_namespace', 'n.oid')}`,
  c('n.nspname'),
);

/** One statement whose one value is the DatabaseState as JSON. It reads only, and advances no sequence. */
export function databaseStateQuery({ name, schema }: VersionTable): string {
  const inSchema = schema === undefined ? '' : `and n.nspname = ${literal(schema)}`;
  const versions = resultOf(
    `format('select json_agg(version_num)::text as result from %I.%I', n.nspname, r.relname)`,
  );
  // What XML writes otherwise in a text.
  const json = `replace(replace(replace(${versions}, '&lt;', '<'), '&gt;', '>'), '&amp;', '&')::json`;
  const heads = list(
    'distinct v.head collate "C"',
    `pg_class r join pg_namespace n on n.oid = r.relnamespace
      join pg_attribute a on a.attrelid = r.oid and a.attname = 'version_num' and not a.attisdropped,
      json_array_elements_text(${json}) v(head)
    where r.relkind in ('r', 'p') and r.relname = ${literal(name)} ${inSchema}`,
    'v.head collate "C"',
  );
  return `select json_build_object('heads', ${heads}, 'schemas', ${SCHEMAS})`;
}
