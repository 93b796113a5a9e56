import { type Organisation, organisations, workerCard } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type FormKind, formKinds, sendersOf } from '../told/kinds.ts'

/** The organisation for which the acting person may send notices, and which; null for everybody of the council. */
export async function senderOf(
  work: Work,
): Promise<{ readonly organisation: Organisation; readonly kinds: readonly FormKind[] } | null> {
  const card = await workerCard(work, work.actor.id)
  const organisation = (await organisations(work)).find(({ id }) => id === card?.organisationId)
  if (organisation === undefined || organisation.endedOn !== null) return null
  const may = formKinds.filter(kind => sendersOf[kind].includes(organisation.kind))
  return may.length === 0 && organisation.kind !== 'school' ? null : { organisation, kinds: may }
}
