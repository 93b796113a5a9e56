import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The logins of an embedded cluster, each with its own password. */
export const LOGINS = ['postgres', 'kith_owner', 'kith_serve', 'kith_portal'] as const

/** One of the logins: superuser, owner and migrator, the one that serves staff, the narrower one that serves families. */
export type Login = (typeof LOGINS)[number]

/** Password by login. */
export type Passwords = Readonly<Record<Login, string>>

/**
 * The cluster's passwords, kept in the keys folder (0700, file 0600). `fresh` says that they were made just now, so that an existing
 * cluster must be told: the keys folder was lost, or the cluster was restored from a backup made elsewhere.
 */
export function readLogins(keysFolder: string): { readonly passwords: Passwords; readonly fresh: boolean } {
  mkdirSync(keysFolder, { recursive: true, mode: 0o700 })
  const file = join(keysFolder, 'postgres-logins.json')
  const fresh = writeOnce(file)
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Passwords // our own file, written below
  return { passwords, fresh }
}

/** Writes new passwords unless there are some: two processes that start at once must agree, so the first whole file wins. */
function writeOnce(file: string): boolean {
  const made = Object.fromEntries(LOGINS.map(login => [login, randomBytes(24).toString('base64url')]))
  const unfinished = `${file}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  writeFileSync(unfinished, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(unfinished, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(unfinished, { force: true })
  }
}

/**
 * Statements, one a line as single-user mode reads them, that give every login its rights and password. They may run again at any time.
 * The owner may make databases and roles and is no superuser; the two that serve own nothing and inherit nothing.
 */
export function loginStatements(passwords: Passwords): readonly string[] {
  const rights: Readonly<Record<Login, string>> = {
    postgres: 'superuser',
    kith_owner: 'login createdb createrole nosuperuser nobypassrls',
    kith_serve: 'login noinherit nocreatedb nocreaterole nosuperuser nobypassrls',
    kith_portal: 'login noinherit nocreatedb nocreaterole nosuperuser nobypassrls',
  }
  return [
    ...LOGINS.map(
      login =>
        `do $$ begin if not exists (select from pg_roles where rolname = '${login}') then create role ${login}; end if; end $$;`,
    ),
    ...LOGINS.map(login => `alter role ${login} ${rights[login]} password '${passwords[login]}';`),
    'grant kith_serve, kith_portal to kith_owner with admin option;',
  ]
}
