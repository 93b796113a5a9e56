import { install, readInstallation } from '#platform/db'
import { type Administrator, addFirstAdministrator } from './firstAdministrator.ts'
import type { Place } from './place.ts'

/** The authority that is to begin, and who administers it first. */
export type Beginning = {
  readonly code: string
  readonly name: string
  readonly administrator: Administrator
}

/**
 * Begins an authority in a migrated database. Its name and its administrator are written one after the other, since the
 * second is written under the key that came with the first: what was cut short between them is finished by beginning the
 * same authority again.
 * @returns 'has one' when another authority is there, or this one with its workers: nothing is changed then
 */
export async function beginAuthority(place: Place, beginning: Beginning): Promise<'begun' | 'has one'> {
  const { code, name, administrator } = beginning
  const there = await readInstallation(place.ownerUrl)
  if (there !== null && (there.authorityCode !== code || there.authorityName !== name)) return 'has one'
  await install(
    place.ownerUrl,
    { authorityCode: code, authorityName: name, madeByDemo: false },
    place.contextKey,
  )
  return (await addFirstAdministrator(place, administrator)) ? 'begun' : 'has one'
}
