import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../modules.ts'
import { makeDemo } from '../makeDemo.ts'

registerModules()
const record = await testRecord()
const today = Temporal.PlainDate.from('2026-11-22')
const authority = { code: '989', name: 'Northmarsh County Council' }
const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  record.as(serviceActor('verifier'), async work => (await query.execute(work.db())).rows)

beforeAll(async () => {
  await makeDemo({ database: record.database, authority, children: 200, seed: 5, today })
}, 120_000)

describe('the hospital of the demonstration', () => {
  test('told of some forty visits before the midnight of the county', async () => {
    const [row] = await ask(sql<{ n: number; newest: Temporal.Instant }>`
      select count(*)::int as n, max(received_at) as newest from record.attendance`)
    expect(row?.n).toBeGreaterThanOrEqual(35)
    expect(
      Temporal.Instant.compare(
        row?.newest ?? today.toZonedDateTime('UTC').toInstant(),
        Temporal.Instant.from('2026-11-22T00:00Z'),
      ),
    ).toBe(-1)
  })

  test('left one message of a hospital that nobody let in for an administrator, and no other', async () => {
    const { rows: left } = await record.as(serviceActor('listener'), work =>
      sql`select w.state, w.reason, m.said_sender as said from app.message_work w join app.message_in m on m.id = w.message_id
        where w.state <> 'done'`.execute(work.db()),
    )
    expect(left).toEqual([{ state: 'refused', reason: 'sender_not_accepted', said: 'RX9ZZ' }])
  })

  test('has a visit of each kind worth opening', async () => {
    const kinds = await ask(sql<{ kind: string }>`
      select distinct kind from record.attendance_notice where withdrawn_at is null order by kind`)
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'front_door',
        'health_visitor',
        'liaison',
        'named_worker',
        'out_of_area',
        'school_nurse',
        'team_duty',
      ]),
    )
    const reasons = await ask(sql<{ reason: string }>`
      select distinct reason from record.attendance_question where answered_at is null order by reason`)
    expect(reasons.map(({ reason }) => reason)).toEqual([
      'age_unknown',
      'lives_elsewhere',
      'no_match',
      'sensitive',
    ])
  })

  test('leaves the health visitor one that is late and a correction, and Rowan Ashbrigg one to read', async () => {
    const mine = (name: string) =>
      ask(sql<{ late: number; corrections: number; unread: number }>`
      select (count(*) filter (where n.read_at is null and n.withdrawn_at is null and n.read_by_day < '2026-11-22'))::int as late,
        (count(*) filter (where n.withdrawn_at is not null and n.correction_seen_at is null and n.read_at < n.withdrawn_at))::int as corrections,
        (count(*) filter (where n.read_at is null))::int as unread
      from record.attendance_notice n, record.worker w where w.display_name = ${name}
        and (n.worker_id = w.id or (n.kind = 'health_visitor' and n.team_id in (select team_id from record.post p where p.worker_id = w.id)))`)
    expect(await mine('Temi Olatunjide')).toEqual([expect.objectContaining({ late: 1, corrections: 2 })])
    expect((await mine('Rowan Ashbrigg'))[0]?.unread).toBeGreaterThan(0)
  })

  test('took one visit back from the health visitors that was of a school child', async () => {
    const rows = await ask(sql<{ status: string; kinds: string[] }>`
      select a.status, array_agg(distinct n.kind) as kinds from record.attendance a join record.attendance_notice n on n.attendance_id = a.id
      where a.complaint = 'Swallowed a coin' and n.kind in ('health_visitor', 'school_nurse') group by a.id, a.status order by a.status`)
    expect(rows).toEqual([
      { status: 'cancelled', kinds: ['health_visitor'] },
      { status: 'here', kinds: ['school_nurse'] },
    ])
  })

  test('counted one visit of one day that never came', async () => {
    const rows = await ask(sql<{ differs: number }>`
      select t.visits - (select count(*) from record.attendance a where a.sender_id = t.sender_id and a.status <> 'cancelled'
        and (a.arrived_at at time zone 'Europe/London')::date = t.on_day)::int as differs from record.attendance_tally t order by t.on_day`)
    expect(rows.map(({ differs }) => differs).toSorted()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
  })
})
