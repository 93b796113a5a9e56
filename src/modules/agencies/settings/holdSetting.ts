import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { SettingKey } from './declaredSettings.ts'

/** Holds a setting until the transaction ends, one that nobody has set yet too: of two who set it the second sees what the first did. */
export async function holdSetting(work: Work, key: SettingKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(7318, hashtext(${key}))`.execute(work.db())
}
