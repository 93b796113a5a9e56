import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { openClocks } from '../clocks/storedClocks.ts'
import type { VisitPurpose } from '../rules/visit.ts'

/** Which running clock a visit would most likely count for; nothing when none asks for one. */
export async function likelyPurpose(work: Work, personId: Uuid): Promise<VisitPurpose | ''> {
  const running = (await openClocks(work, [personId])).map(clock => clock.definitionId)
  const match = purposes.find(([begins]) => running.some(id => id.startsWith(begins)))
  return match?.[1] ?? ''
}

/** Beginnings of clock ids, the weightiest first. */
const purposes: readonly (readonly [string, VisitPurpose])[] = [
  ['CP_VISIT', 'cp_visit'],
  ['CLA_VISIT', 'looked_after_visit'],
  ['S47', 's47_visit'],
  ['PF_', 'private_fostering_visit'],
  ['CIN_VISIT', 'cin_visit'],
  ['ASSESS', 'assessment_visit'],
]
