import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

export type SchoolMeeting = {
  readonly id: Uuid
  readonly kind: string
  readonly plannedAt: Temporal.Instant
  /** The reader themself, and not a colleague of the school. */
  readonly isInvited: boolean
  readonly report: 'not_asked' | 'asked' | 'finished'
  /** Last day for reports to the chair; null where no clock runs. */
  readonly reportDueOn: Temporal.PlainDate | null
}

/** A child at the reader's school with open work, as far as the school may know. */
export type SchoolChild = {
  readonly personId: Uuid
  readonly school: string
  readonly given: string | null
  readonly family: string | null
  readonly born: Temporal.PlainDate | null
  readonly since: Temporal.PlainDate
  /** The reader is named as working with the child: the record opens as far as that lets them. */
  readonly isNamed: boolean
  readonly worker: string | null
  readonly role: string | null
  readonly team: string | null
  readonly telephone: string | null
  readonly inNeedSince: Temporal.PlainDate | null
  readonly protectedSince: Temporal.PlainDate | null
  readonly category: string | null
  readonly meeting: SchoolMeeting | null
}

type Row = Omit<SchoolChild, 'meeting'> & Omit<SchoolMeeting, 'id'> & { readonly meetingId: Uuid | null }

export type School = { readonly id: Uuid; readonly name: string }

/** Schools of which the reader is a safeguarding lead today. */
export async function schoolsLed(work: Work): Promise<readonly School[]> {
  const { rows } = await sql<School>`
    select o.id, o.name from organisation o where o.id in (select access.schools_led()) order by o.name`.execute(
    work.db(),
  )
  return rows
}

/** Children at these schools with a social worker or on a plan, the protected first. As it is now: of a past moment nothing is told. */
export async function readMySchool(work: Work): Promise<readonly SchoolChild[]> {
  if (work.knownAt !== null) return []
  const { rows } = await sql<Row>`
    select person_id as "personId", school, given, family, born, since, is_named as "isNamed", worker, role, team, telephone,
      in_need_since as "inNeedSince", protected_since as "protectedSince", category, meeting_id as "meetingId", meeting_kind as kind,
      meeting_at as "plannedAt", is_invited as "isInvited", report, report_due_on as "reportDueOn"
    from access.children_of_my_school() order by protected_since nulls last, in_need_since nulls last, family, given, person_id`.execute(
    work.db(),
  )
  return rows.map(({ meetingId, kind, plannedAt, isInvited, report, reportDueOn, ...child }) => ({
    ...child,
    meeting: meetingId === null ? null : { id: meetingId, kind, plannedAt, isInvited, report, reportDueOn },
  }))
}
