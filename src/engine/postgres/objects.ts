/*
 * What of a database is the student's. Postgres numbers what it makes itself below this; the schema `public` is the
 * exception, since emptying the database makes it anew.
 */
const FIRST_OID = 16384;

/** Catalogs of things that can be made on their own, outside of temporary schemas. */
const CATALOGS = [
  ...['pg_proc', 'pg_extension', 'pg_operator', 'pg_collation', 'pg_cast', 'pg_event_trigger'],
  ...['pg_publication', 'pg_foreign_data_wrapper', 'pg_ts_config', 'pg_largeobject_metadata', 'pg_authid'],
];

const TEMPORARY = `select oid from pg_namespace where nspname ~ '^pg_(temp|toast)'`;

/** Whether there is anything to dump; a dropped schema `public` is something. */
export const HOLDS_ANYTHING = `select to_regnamespace('public') is null
  or exists (select from pg_namespace where oid >= ${FIRST_OID} and nspname <> 'public' and nspname !~ '^pg_')
  or exists (select from pg_class where oid >= ${FIRST_OID} and relnamespace not in (${TEMPORARY}))
  or exists (select from pg_type where oid >= ${FIRST_OID} and typnamespace not in (${TEMPORARY}))
  ${CATALOGS.map((name) => `or exists (select from ${name} where oid >= ${FIRST_OID})`).join('\n  ')}`;

/** Statements that make the student's roles, which are the server's and not in a dump; one in each row. */
export const ROLES = `
select format('create role %I', rolname)
  || case when rolsuper then ' superuser' else '' end
  || case when rolcreatedb then ' createdb' else '' end
  || case when rolcreaterole then ' createrole' else '' end
  || case when rolcanlogin then ' login' else '' end
  || case when rolbypassrls then ' bypassrls' else '' end
  || case when not rolinherit then ' noinherit' else '' end
  || coalesce(format(' password %L', rolpassword), '') || ';'
from pg_authid where oid >= ${FIRST_OID}
union all
select format('grant %I to %I;', r.rolname, m.rolname)
from pg_auth_members a join pg_authid r on r.oid = a.roleid join pg_authid m on m.oid = a.member
where a.oid >= ${FIRST_OID}`;

/** Takes away all that a student can have made. An event trigger goes first: it could forbid the rest. */
export const EMPTY_DATABASE = `
do $empty$
declare
  statement text;
begin
  for statement in
    select format('drop event trigger %I', evtname) from pg_event_trigger
  loop execute statement; end loop;
  for statement in
    select format('drop extension if exists %I cascade', extname) from pg_extension where oid >= ${FIRST_OID}
    union all
    select format('drop publication %I', pubname) from pg_publication
    union all
    select format('drop foreign data wrapper %I cascade', fdwname) from pg_foreign_data_wrapper
    union all
    select format('drop schema %I cascade', nspname) from pg_namespace
    where nspname = 'public' or (oid >= ${FIRST_OID} and nspname !~ '^pg_')
  loop execute statement; end loop;
  for statement in
    select format('drop cast (%s as %s)', castsource::regtype, casttarget::regtype) from pg_cast
    where oid >= ${FIRST_OID}
    union all
    select format('select lo_unlink(%s)', oid) from pg_largeobject_metadata
    union all
    select format('drop owned by %I cascade', rolname) from pg_authid where oid >= ${FIRST_OID}
  loop execute statement; end loop;
  for statement in
    select format('drop role %I', rolname) from pg_authid where oid >= ${FIRST_OID}
  loop execute statement; end loop;
end
$empty$;
create extension if not exists plpgsql;
create schema public authorization pg_database_owner;
comment on schema public is 'standard public schema';
grant usage on schema public to public`;
