import type { Work } from '#platform/db'
import { makeUuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'
import { declaredSettings, type SettingKey } from './declaredSettings.ts'

/** The value is kept, or what is wrong with it. */
export type WrittenSetting =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'refused'; readonly message: string }

/**
 * Sets a setting; its former value stays in the history. Administrators only: the database refuses anyone else.
 * @param value as the declared shape reads it; JSON text of it is stored
 */
export async function writeSetting(work: Work, key: SettingKey, value: unknown): Promise<WrittenSetting> {
  const parsed = declaredSettings[key].shape.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { outcome: 'refused', message: issue?.message ?? 'Enter a value of the right shape' }
  }
  await work
    .db<AgenciesTables>()
    .insertInto('setting')
    .values({ id: makeUuid(), key, value: JSON.stringify(value) })
    .onConflict(conflict => conflict.column('key').doUpdateSet({ value: JSON.stringify(value) }))
    .execute()
  return { outcome: 'saved' }
}
