import pg from 'pg'

/** What a database says of itself: whose it is, and whether the demo made it. */
export type Installation = {
  readonly authorityCode: string
  readonly authorityName: string
  readonly madeByDemo: boolean
}

/**
 * Writes the installation's row, once; afterwards only the context key changes (rotation by `kith migrate`).
 * @param ownerUrl login that owns the schema
 */
export async function install(
  ownerUrl: string,
  installation: Installation,
  contextKey: Buffer,
): Promise<void> {
  await asKeyholder(ownerUrl, client =>
    client.query(
      `insert into platform.installation (authority_code, authority_name, made_by_demo, context_key)
       values ($1, $2, $3, $4) on conflict (only_row) do update set context_key = excluded.context_key`,
      [installation.authorityCode, installation.authorityName, installation.madeByDemo, contextKey],
    ),
  )
}

/** @returns the installation, or null when the database is migrated but not yet begun by `kith init` or `kith demo` */
export async function readInstallation(ownerUrl: string): Promise<Installation | null> {
  const answer = await asKeyholder(ownerUrl, client =>
    client.query<{ code: string; name: string; demo: boolean }>(
      'select authority_code as code, authority_name as name, made_by_demo as demo from platform.installation',
    ),
  )
  const row = answer.rows[0]
  return row ? { authorityCode: row.code, authorityName: row.name, madeByDemo: row.demo } : null
}

async function asKeyholder<R>(ownerUrl: string, run: (client: pg.Client) => Promise<R>): Promise<R> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("begin; select set_config('role', platform.role_name('keyholder')::text, true)")
    const answer = await run(client)
    await client.query('commit')
    return answer
  } finally {
    await client.end()
  }
}
