import type { Work } from '#platform/db'
import type { HealthTables } from '../tables.ts'
import { noteEvent } from '../visits/changeVisit.ts'
import { readVisit } from '../visits/readVisit.ts'
import type { Source, Stored } from '../visits/stored.ts'
import { withdraw } from '../visits/tellWhom.ts'
import { withoutNumber } from '../visits/visitKey.ts'
import type { PersonTold } from './personTold.ts'

type Attendance = Stored['attendance']

/**
 * A visit that was told of the wrong child is taken back as it was told, exactly like one that was cancelled: whoever was told sees the correction,
 * and nothing of the other child. The same visit begins anew, as told of the child it is of, and goes to whoever answers for them.
 */
export async function replaceVisit(
  work: Work,
  source: Source,
  visit: Attendance,
  told: PersonTold,
): Promise<void> {
  const attendance = await work
    .db<HealthTables>()
    .updateTable('attendance')
    .set(eb => ({
      visit_key: withoutNumber(`not theirs ${visit.visit_key} ${source.messageId}`),
      status: 'cancelled' as const,
      told_hospital_numbers: null,
      person_sent_at: told.sentAt,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', visit.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await withdraw(work, visit.id)
  await noteEvent(
    work,
    source,
    { kind: 'other_person', sentAt: told.sentAt },
    { attendance, effect: { did: 'cancelled', status: 'cancelled' }, changed: [] },
  )
  const begun = await readVisit(work, source, {
    ...{ kind: visit.status === 'left' ? 'left' : 'registered', visitKey: visit.visit_key },
    ...{ sentAt: visit.sent_at, siteCode: visit.site_code, place: visit.place },
    ...{ arrivedAt: visit.arrived_at, leftAt: visit.left_at, complaint: visit.complaint },
    ...{ cameFrom: visit.came_from, accompaniedBy: visit.accompanied_by, procedures: visit.procedures },
    ...{ outcome: visit.outcome, dischargeStatus: visit.discharge_status, narrative: visit.narrative },
    concerns: visit.concerns ?? [],
    person: { ...told.person, isSensitive: told.person.isSensitive || visit.is_sensitive },
  })
  await work
    .db<HealthTables>()
    .updateTable('attendance')
    .set({ person_sent_at: told.sentAt })
    .where('id', '=', begun.attendance.id)
    .execute()
}
