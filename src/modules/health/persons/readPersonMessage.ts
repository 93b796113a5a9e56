import type { Work } from '#platform/db'
import { UnreadableMessage } from '#platform/messages'
import type { SenderProfile } from '../hl7/senderProfile.ts'
import type { ToldPersonChange } from '../hl7/toldEvent.ts'
import { personFromHl7 } from '../taking/fromHl7.ts'
import type { Source } from '../visits/stored.ts'
import { hospitalNumbersOf } from './hospitalNumbers.ts'
import { keepMerge } from './keepMerge.ts'
import { mergeOf } from './mergeOf.ts'
import { moveVisits } from './moveVisits.ts'
import type { PersonTold } from './personTold.ts'
import { updateVisits } from './updateVisits.ts'

/** Those that put two persons together: of the others only accounts or visits are (HL7 v2.5.1, 3.6.2). */
const ofPersons: ReadonlySet<string> = new Set(['A18', 'A34', 'A36', 'A39', 'A40', 'A47'])

/**
 * What a hospital says of a person by itself: their visits, at this sender only, follow. Of somebody who has no visit here nothing is kept but
 * which number gave way.
 * @throws UnreadableMessage where a merge is not plain: it waits then, with its reason, for somebody to ask
 */
export async function readPersonMessage(
  work: Work,
  source: Source,
  event: ToldPersonChange,
  profile: SenderProfile,
): Promise<void> {
  const told: PersonTold = {
    sentAt: event.recordedAt ?? source.receivedAt,
    person: personFromHl7(event.person, null, profile),
  }
  if (event.kind === 'person') return await updateVisits(work, source, told)
  if (!ofPersons.has(event.event)) return
  const merge = mergeOf(hospitalNumbersOf(event.gone, profile), told.person.hospitalNumbers ?? [])
  if (merge.kind === 'same') return
  if (merge.kind === 'unclear' || event.pairs !== 1) throw new UnreadableMessage('merge_unclear')
  const kept = await keepMerge(work, source.senderId, { ...merge, sentAt: told.sentAt })
  if (kept === 'contradicts') throw new UnreadableMessage('merge_contradicts')
  await moveVisits(work, source, told, merge.gone, kept)
}
