import { sql } from 'kysely'
import type { Work } from './work.ts'

/** The council's name, for prints. @returns the empty text in a database that nobody installed */
export async function authorityName(work: Work): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select platform.authority_name() as name`.execute(
    work.db(),
  )
  return rows[0]?.name ?? ''
}
