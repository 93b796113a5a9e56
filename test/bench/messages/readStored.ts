import type { OpenSenders } from './openSenders.ts'

/** What stands in the database of the messages of some hospitals. */
export type Stored = {
  readonly messages: number
  /** How many messages are in each state, each with its answer: 'AA done'. */
  readonly states: Readonly<Record<string, number>>
  readonly attendances: readonly StoredVisit[]
  /** Kept messages from nobody who may send, and others refused, as they stand in an administrator's list. */
  readonly inQueue: number
}

export type StoredVisit = {
  readonly key: string
  readonly status: string
  /** Notices that stand, and that were withdrawn. */
  readonly live: number
  readonly withdrawn: number
  readonly questions: number
}

/** @param facilities whose messages have not come before */
export async function readStored(
  { cluster, county }: OpenSenders,
  facilities: readonly string[],
): Promise<Stored> {
  const names = facilities.map(name => `'${name}'`).join(', ')
  const theirs = `(m.sender_id in (select id from record.health_sender where facility in (${names})) or (m.sender_id is null and m.said_sender = 'NOBODY'))`
  const states = await cluster.asSuperuser<{ state: string; n: number }>(
    county,
    `select m.answer_code || ' ' || coalesce(w.state, 'nowhere') as state, count(*)::int as n from app.message_in m
     left join app.message_work w on w.message_id = m.id where ${theirs} group by 1 order by 1`,
  )
  const attendances = await cluster.asSuperuser<StoredVisit>(
    county,
    `select a.visit_key as key, a.status, (select count(*)::int from record.attendance_notice n where n.attendance_id = a.id and n.withdrawn_at is null) as live,
       (select count(*)::int from record.attendance_notice n where n.attendance_id = a.id and n.withdrawn_at is not null) as withdrawn,
       (select count(*)::int from record.attendance_question q where q.attendance_id = a.id and q.answered_at is null) as questions
     from record.attendance a join record.health_sender s on s.id = a.sender_id where s.facility in (${names})`,
  )
  const sum = (some: readonly { readonly n: number }[]) => some.reduce((total, { n }) => total + n, 0)
  return {
    messages: sum(states),
    states: Object.fromEntries(states.map(({ state, n }) => [state, n])),
    attendances,
    inQueue: sum(states.filter(({ state }) => /refused|dead/.test(state))),
  }
}
