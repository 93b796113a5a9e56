import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { databaseAddress } from './formats.ts'

/** Where one authority's record is kept. */
export interface AuthorityDatabases {
  readonly databaseUrl: string
  readonly databaseOwnerUrl: string
  /** With the login of its family portal; left out, it has none. */
  readonly databasePortalUrl?: string | undefined
  /** Host name of its family portal. */
  readonly portalHost?: string | undefined
}

/** Host name, in small letters, to the authority's databases. */
export type AuthorityDirectory = ReadonlyMap<string, AuthorityDatabases>

/** The directory, or the sentence that says what to correct. */
export type AuthoritiesResult =
  | { readonly ok: true; readonly authorities: AuthorityDirectory }
  | { readonly ok: false; readonly problem: string }

const databaseUrl = z
  .string()
  .refine(value => databaseAddress.read(value).ok, `must be ${databaseAddress.shape}`)
const hostName = z.string().regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, 'must be a host name in small letters')
const shape = z.record(
  hostName,
  z
    .strictObject({
      databaseUrl,
      databaseOwnerUrl: databaseUrl,
      databasePortalUrl: databaseUrl.optional(),
      portalHost: hostName.optional(),
    })
    .refine(
      ({ databasePortalUrl, portalHost }) => (databasePortalUrl === undefined) === (portalHost === undefined),
      'must have databasePortalUrl and portalHost, or neither',
    ),
)

/**
 * Reads the file that KITH_AUTHORITIES names: `{"host.name": {"databaseUrl": "...", "databaseOwnerUrl": "..."}}`.
 * No two hosts may share a database, since each council is its own controller.
 */
export function readAuthorities(path: string): AuthoritiesResult {
  const refuse = (what: string): AuthoritiesResult => ({
    ok: false,
    problem: `KITH_AUTHORITIES (${path}) ${what}.`,
  })
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return refuse(
      error instanceof SyntaxError ? 'is not JSON' : 'cannot be read: check the path and its permissions',
    )
  }
  const parsed = shape.safeParse(content)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return refuse(`is wrong at ${issue?.path.join(' > ') || 'the top'}: ${issue?.message ?? 'unreadable'}`)
  }
  const entries = Object.entries(parsed.data)
  const distinct = new Set(entries.map(([, authority]) => authority.databaseUrl))
  if (distinct.size < entries.length)
    return refuse('gives two hosts the same database: each authority needs its own')
  return { ok: true, authorities: new Map(entries) }
}
