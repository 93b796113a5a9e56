import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import type { Fact } from '../chronicle/tables.ts'
import type { County } from '../county/county.ts'
import type { Teller } from '../teller.ts'
import { personaOf } from './story.ts'

type Agency = NonNullable<Fact<'meeting_invitee'>['agency']>

export type ToldMeeting = {
  /** Of its own dice, so that nobody else’s chances change. */
  readonly name: string
  readonly children: readonly Uuid[]
  readonly reason: string
  readonly identifiedAt: Temporal.Instant
  readonly plannedAt: Temporal.Instant
  /** Left out, it is to come. */
  readonly startedAt?: Temporal.Instant
  /** Left out, it still sits. */
  readonly endedAt?: Temporal.Instant
  readonly decision?: { readonly decision: 'no_enquiry'; readonly reasons: string }
  readonly invited: readonly {
    readonly agency: Agency
    readonly worker: Uuid
    readonly attended?: 'online' | 'telephone'
    readonly sentAt?: Temporal.Instant
    readonly readAt?: Temporal.Instant
    readonly isReportExpected?: true
  }[]
}

/** Tells of a strategy discussion that the team's manager called and chairs. */
export function tellMeeting(teller: Teller, county: County, told: ToldMeeting) {
  const dice = teller.dice.fork(told.name)
  const { chronicle } = teller
  const chair = personaOf(county, 'teamManager').id
  const called = told.identifiedAt.add({ minutes: 25 })
  const meeting_id = dice.id()
  const { startedAt, endedAt, decision, children } = told
  chronicle.tell('meeting', called, {
    id: meeting_id,
    kind: 'strategy',
    person_ids: [...children],
    reason: told.reason,
    identified_at: told.identifiedAt,
    planned_at: told.plannedAt,
    minutes: 60,
    how: 'online',
    chair_id: chair,
    agenda: [],
    status: endedAt ? 'held' : startedAt ? 'in_session' : 'planned',
    ...(startedAt ? { started_at: startedAt } : {}),
    ...(endedAt ? { ended_at: endedAt } : {}),
    invited_ids: [],
    papers_until: londonDate(told.plannedAt).add({ days: 30 }),
    version: 3,
    created_by: chair,
    created_at: called,
  })
  for (const person_id of children)
    chronicle.tell('meeting_child', called, {
      id: dice.id(),
      meeting_id,
      person_id,
      version: 1,
      ...(decision && endedAt ? { ...decision, decided_at: endedAt } : {}),
    })
  const invitees = new Map<Agency, { readonly id: Uuid; readonly worker: Uuid }>()
  for (const { agency, worker, attended, sentAt, readAt, isReportExpected = false } of told.invited) {
    const id = dice.id()
    invitees.set(agency, { id, worker })
    chronicle.tell('meeting_invitee', called, {
      id,
      meeting_id,
      side: 'professional',
      agency,
      worker_id: worker,
      invited_at: called,
      response: attended ? 'coming' : 'none',
      ...(attended && startedAt ? { attended } : {}),
      ...(attended ? { responded_at: called.add({ minutes: 20 }) } : {}),
      report_expected: isReportExpected,
      chased_at: [],
      ...(sentAt ? { record_sent_at: sentAt, record_sent_how: 'kith' as const } : {}),
      ...(readAt ? { record_acknowledged_at: readAt } : {}),
      version: 1,
    })
  }
  const of = (agency: Agency) => {
    const found = invitees.get(agency)
    if (found === undefined) throw new Error(`Nobody from ${agency} is asked`)
    return found
  }
  return {
    /** Something that an agency brings, of one child or of all. */
    says(agency: Agency, saidAt: Temporal.Instant, said: string, about?: Uuid): void {
      const { id, worker } = of(agency)
      chronicle.tell('meeting_contribution', saidAt, {
        id: dice.id(),
        meeting_id,
        invitee_id: id,
        ...(about === undefined ? {} : { person_id: about }),
        kind: 'information',
        said,
        said_at: saidAt,
        data_class: 'B3',
        readers: [],
        made_by: worker,
      })
    },
    /** Somebody does not agree, and says why. */
    dissents(agency: Agency, person_id: Uuid, reasons: string): void {
      chronicle.tell('meeting_view', endedAt ?? startedAt ?? told.plannedAt, {
        id: dice.id(),
        meeting_id,
        invitee_id: of(agency).id,
        person_id,
        view: 'start_enquiry',
        reasons,
        dissents: true,
        version: 1,
      })
    },
  }
}
