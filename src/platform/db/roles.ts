import pg from 'pg'
import { KithError } from '#platform/errors'
import { innerClasses, portalClasses, serviceClasses, userClasses } from './classes.ts'

const everyClass = [...new Set([...userClasses, ...serviceClasses, ...portalClasses])]
/** Inner classes work inside their own functions only; those of the family portal belong to its own login. */
const withheld: readonly string[] = [...innerClasses, ...portalClasses]
/** What the serving login may become: everyone who acts for the authority. */
const actingClasses = everyClass.filter(className => !withheld.includes(className))

/** The database role of a class of user in the database of this name. */
export function roleName(className: string, database: string): string {
  return `${className}@${database}`
}

/**
 * The SQL that makes this database's roles: for `kith migrate`, or for a database administrator to run once when the
 * owner's login may not create roles. Running it again changes nothing.
 * @param owner login that migrates; `server` login that serves and may only become one of the classes; `portal` login that serves
 *   families, where there is one, and may only become one of theirs
 */
export function rolesSql(database: string, owner: string, server: string, portal?: string): string {
  const statements = everyClass.flatMap(className => {
    const role = pg.escapeIdentifier(roleName(className, database))
    const literal = pg.escapeLiteral(roleName(className, database))
    return [
      `do $$ begin if not exists (select from pg_roles where rolname = ${literal}) then create role ${role} nologin; end if; end $$;`,
      `grant ${role} to ${pg.escapeIdentifier(owner)} with set true, inherit false;`,
    ]
  })
  const name = pg.escapeIdentifier(database)
  const logins = [owner, server, ...(portal === undefined ? [] : [portal])]
  return [
    ...statements,
    ...grants(actingClasses, database, server),
    ...(portal === undefined ? [] : grants(portalClasses, database, portal)),
    `revoke all on database ${name} from public;`,
    `grant connect on database ${name} to ${logins.map(login => pg.escapeIdentifier(login)).join(', ')};`,
    '',
  ].join('\n')
}

const grants = (classNames: readonly string[], database: string, login: string): readonly string[] =>
  classNames.map(
    className =>
      `grant ${pg.escapeIdentifier(roleName(className, database))} to ${pg.escapeIdentifier(login)} with set true, inherit false;`,
  )

/**
 * Makes the roles that are missing, one migration at a time (advisory lock).
 * @throws with what to do when the owner may not create roles and some are missing
 */
export async function ensureRoles(
  owner: pg.Client,
  database: string,
  server: string,
  portal?: string,
): Promise<void> {
  const ownerName = owner.user ?? ''
  if (!(await areMissing(owner, database, server, portal))) return
  const may = await owner.query<{ may: boolean }>(
    'select rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
  )
  if (!may.rows[0]?.may)
    throw new KithError('KITH_DATABASE_ROLES', {
      sentence: `The login ${ownerName} may not create roles. Have a database administrator run the output of "kith migrate --roles", once.`,
    })
  await owner.query(rolesSql(database, ownerName, server, portal))
}

/** Whether a role is missing, or one that a login should be able to become. */
async function areMissing(
  owner: pg.Client,
  database: string,
  server: string,
  portal?: string,
): Promise<boolean> {
  const named = (classNames: readonly string[]): readonly string[] =>
    classNames.map(className => roleName(className, database))
  const missing = await owner.query(
    `select from unnest($1::text[], $2::text[]) wanted (name, login) where not exists (
       select from pg_auth_members m join pg_roles r on r.oid = m.roleid
       where r.rolname = wanted.name and m.member = quote_ident(wanted.login)::regrole)
     union all select from unnest($3::text[]) name where to_regrole(quote_ident(name)) is null`,
    [
      [...named(actingClasses), ...(portal === undefined ? [] : named(portalClasses))],
      [...actingClasses.map(() => server), ...(portal === undefined ? [] : portalClasses.map(() => portal))],
      named(withheld),
    ],
  )
  return missing.rows.length > 0
}
