import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { Link } from '../rules/harm.ts'

/** A tie as its form says it is. */
export type NewLink = Omit<Link, 'id' | 'version' | 'endedOn' | 'endReason'>

/** Ties a child to a network, a place, an adult or another child. Sent twice, kept once. */
export async function addLink(work: Work, link: NewLink, submission: Uuid): Promise<void> {
  await work
    .db<ChildProtectionTables>()
    .insertInto('harm_link')
    .values({
      id: makeUuid(),
      person_id: link.personId,
      kind: link.kind,
      network_id: link.networkId,
      place_id: link.placeId,
      adult_id: link.adultId,
      adult_name: link.adultName,
      peer_id: link.peerId,
      ...sayings(link),
      submission,
    })
    .onConflict(conflict => conflict.column('submission').doNothing())
    .execute()
}

/** What a tie is said to be now: what it goes to stays. */
export type SaidOfLink = Pick<
  Link,
  'role' | 'sinceOn' | 'source' | 'certainty' | 'words' | 'endedOn' | 'endReason'
>

/** Says more of a tie, or ends it with a reason. */
export async function changeLink(
  work: Work,
  link: Pick<Link, 'id' | 'personId'>,
  version: number,
  said: SaidOfLink,
): Promise<'changed' | 'stale'> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('harm_link')
    .set({ ...sayings(said), ended_on: said.endedOn, end_reason: said.endReason, version: version + 1 })
    .where('id', '=', link.id)
    .where('person_id', '=', link.personId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

const sayings = (said: Pick<SaidOfLink, 'role' | 'sinceOn' | 'source' | 'certainty' | 'words'>) => ({
  role: said.role,
  since_on: said.sinceOn,
  source: said.source,
  certainty: said.certainty,
  words: said.words,
})
