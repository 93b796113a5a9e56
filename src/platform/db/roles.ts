import pg from 'pg'
import { KithError } from '#platform/errors'
import { innerClasses, serviceClasses, userClasses } from './classes.ts'

const everyClass = [...userClasses, ...serviceClasses]
/** What the serving login may become: everyone who acts. Inner classes work inside their own functions only. */
const actingClasses = everyClass.filter(className => !(innerClasses as readonly string[]).includes(className))

/** The database role of a class of user in the database of this name. */
export function roleName(className: string, database: string): string {
  return `${className}@${database}`
}

/**
 * The SQL that makes this database's roles: for `kith migrate`, or for a database administrator to run once when the
 * owner's login may not create roles. Running it again changes nothing.
 * @param owner login that migrates; `server` login that serves and may only become one of the classes
 */
export function rolesSql(database: string, owner: string, server: string): string {
  const statements = everyClass.flatMap(className => {
    const role = pg.escapeIdentifier(roleName(className, database))
    const literal = pg.escapeLiteral(roleName(className, database))
    return [
      `do $$ begin if not exists (select from pg_roles where rolname = ${literal}) then create role ${role} nologin; end if; end $$;`,
      `grant ${role} to ${pg.escapeIdentifier(owner)} with set true, inherit false;`,
    ]
  })
  const acting = actingClasses.map(
    className =>
      `grant ${pg.escapeIdentifier(roleName(className, database))} to ${pg.escapeIdentifier(server)} with set true, inherit false;`,
  )
  const name = pg.escapeIdentifier(database)
  return [
    ...statements,
    ...acting,
    `revoke all on database ${name} from public;`,
    `grant connect on database ${name} to ${pg.escapeIdentifier(owner)}, ${pg.escapeIdentifier(server)};`,
    '',
  ].join('\n')
}

/**
 * Makes the roles that are missing, one migration at a time (advisory lock).
 * @throws with what to do when the owner may not create roles and some are missing
 */
export async function ensureRoles(owner: pg.Client, database: string, server: string): Promise<void> {
  const ownerName = owner.user ?? ''
  const missing = await owner.query<{ name: string }>(
    `select name from unnest($1::text[]) name where not exists (
       select from pg_auth_members m join pg_roles r on r.oid = m.roleid
       where r.rolname = name and m.member = $2::regrole)
     union all select name from unnest($3::text[]) name where to_regrole(quote_ident(name)) is null`,
    [
      actingClasses.map(className => roleName(className, database)),
      pg.escapeIdentifier(server),
      innerClasses.map(className => roleName(className, database)),
    ],
  )
  if (missing.rows.length === 0) return
  const may = await owner.query<{ may: boolean }>(
    'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
  )
  if (!may.rows[0]?.may)
    throw new KithError('KITH_DATABASE_ROLES', {
      sentence: `The login ${ownerName} may not create roles. Have a database administrator run the output of "kith migrate --roles", once.`,
    })
  await owner.query(rolesSql(database, ownerName, server))
}
