import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'

/** Who the council is on its letters. */
export type AuthorityContact = {
  readonly name: string
  readonly lines: readonly string[]
  readonly telephone: string | null
}

/** The council's name with the address and telephone that its administrator set. */
export async function authorityContact(work: Work, name: string): Promise<AuthorityContact> {
  const { address, telephone, email } = await readSetting(work, 'authority.details')
  const lines = [name, ...address.split('\n'), telephone, email]
    .map(line => line.trim())
    .filter(line => line !== '')
  return { name, lines, telephone: telephone || null }
}
