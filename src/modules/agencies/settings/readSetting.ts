import type { Work } from '#platform/db'
import type { AgenciesTables } from '../tables.ts'
import { declaredSettings, type SettingKey, type SettingValue } from './declaredSettings.ts'

/**
 * A setting of the authority, or what holds until it sets one.
 * @throws ZodError when the stored value no longer has the declared shape
 */
export async function readSetting<Key extends SettingKey>(work: Work, key: Key): Promise<SettingValue<Key>> {
  const row = await work
    .db<AgenciesTables>()
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  const { shape, fallback } = declaredSettings[key]
  return (row ? shape.parse(row.value) : fallback) as SettingValue<Key> // the shape of this key was just applied
}
