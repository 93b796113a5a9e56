import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { accessDifferences } from '#modules/access'
import type { AgenciesTables } from '#modules/agencies'
import { type CaseworkTables, verifyClocks, verifyFiles } from '#modules/casework'
import type { ChildProtectionTables } from '#modules/child-protection'
import type { FrontDoorTables } from '#modules/front-door'
import type { PeopleTables } from '#modules/people'
import { serviceActor, type Work } from '#platform/db'
import { checkNhsNumber, checkUpn, isCode, londonDate } from '#reference'
import { type TestRecord, testRecord } from '#test/record.ts'
import { testFiles } from '#test/server.ts'
import { registerModules } from '../modules.ts'
import { makeDemo } from './makeDemo.ts'
import { personas } from './personas.ts'

type Tables = PeopleTables & AgenciesTables & CaseworkTables & FrontDoorTables & ChildProtectionTables

registerModules()
const record = await testRecord()
const today = Temporal.PlainDate.from('2026-11-22')
const midnight = Temporal.Instant.from('2026-11-22T00:00Z')
const { store } = testFiles()
const authority = { code: '989', name: 'Northmarsh County Council' }
const tell = ({ database }: TestRecord, children: number, seed: number) =>
  makeDemo({ database, authority, children, seed, today, files: store })
const read = <R>(fn: (work: Work) => Promise<R>, of: TestRecord = record) =>
  of.as(serviceActor('verifier'), fn, { statementSeconds: 60 })

const isTestNumber = (value: string) => {
  const check = checkNhsNumber(value)
  return check.ok && check.isTestNumber
}

let told: Awaited<ReturnType<typeof tell>> = {}

beforeAll(async () => {
  told = await tell(record, 220, 1)
}, 120_000)

describe('the county', () => {
  test('agrees with its clocks and with the rule of access', async () => {
    const report = await verifyClocks(record.database)
    expect(report.clocks).toBeGreaterThan(5_000)
    expect(report.differing).toEqual([])
    expect(await accessDifferences(record.database)).toBe(0)
  })

  test('has the file of each document, and a letter held for the address that it would tell', async () => {
    expect(await verifyFiles(record.database, store)).toEqual({ documents: 2, faults: [] })
    const letters = await read(work =>
      work.db<Tables>().selectFrom('letter').select(['status', 'held_because']).execute(),
    )
    expect(letters).toEqual([{ status: 'held', held_because: expect.objectContaining({ releases: [] }) }])
  })

  test('has as many children with open work as were told, each held or waiting', async () => {
    const [open, held] = await read(async work => {
      const db = work.db<Tables>()
      const referrals = await db
        .selectFrom('referral')
        .select('person_id')
        .distinct()
        .where('closed_on', 'is', null)
        .where(({ or, eb }) =>
          or([eb('is_no_further_action', 'is', null), eb('is_no_further_action', '=', false)]),
        )
        .execute()
      const holding = await db
        .selectFrom('allocation')
        .select('person_id')
        .where('ended_on', 'is', null)
        .where('role', '!=', 'conference_chair')
        .execute()
      return [referrals.map(row => row.person_id), new Set(holding.map(row => row.person_id))] as const
    })
    expect(open.length).toBe(told['children with open work'])
    expect(open.length).toBeGreaterThan(280)
    expect(open.filter(id => !held.has(id))).toEqual([])
  })

  test('has families in each team that has started with a manager and social workers of its own', async () => {
    const teams = await read(work =>
      work
        .db<Tables>()
        .selectFrom('allocation')
        .innerJoin('team', 'team.id', 'allocation.team_id')
        .select(({ fn }) => ['team.name', fn.count<number>('allocation.person_id').as('children')])
        .where('team.kind', '=', 'family_safeguarding')
        .where('allocation.role', '=', 'lead_social_worker')
        .where('allocation.ended_on', 'is', null)
        .groupBy('team.name')
        .execute(),
    )
    expect(teams).toHaveLength(17) // five of the first wave, twelve that started later
    expect(teams.filter(({ children }) => Number(children) < 4)).toEqual([])
  })

  test('has lived until yesterday evening and no longer', async () => {
    const [notes, births, shifts] = await read(async work => {
      const db = work.db<Tables>()
      return [
        await db
          .selectFrom('note')
          .select(['happened_at', 'recorded_from'])
          .where('id', 'not in', db.selectFrom('merge_row').select('row_id')) // merged as the county is made
          .execute(),
        await db.selectFrom('person').select(['date_of_birth', 'died_on', 'recorded_from']).execute(),
        await db.selectFrom('duty_shift').select(['starts_at', 'ends_at']).execute(),
      ] as const
    })
    const isPast = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, midnight) < 0
    expect(
      notes.filter(
        note =>
          !isPast(note.recorded_from) || Temporal.Instant.compare(note.happened_at, note.recorded_from) > 0,
      ),
    ).toEqual([])
    expect(
      births.filter(
        ({ date_of_birth: born, recorded_from }) =>
          born && Temporal.PlainDate.compare(born, londonDate(recorded_from)) > 0,
      ),
    ).toEqual([])
    expect(births.filter(({ date_of_birth: born }) => born && born.year < 1930)).toEqual([])
    const noon = Temporal.Instant.from('2026-12-24T12:00Z')
    expect(
      shifts.some(
        shift =>
          Temporal.Instant.compare(shift.starts_at, noon) < 0 &&
          Temporal.Instant.compare(noon, shift.ends_at) < 0,
      ),
    ).toBe(true)
  })

  test('has numbers that are valid and nobody’s', async () => {
    const [identifiers, contacts, addresses] = await read(async work => {
      const db = work.db<Tables>()
      return [
        await db.selectFrom('person_identifier').select(['kind', 'value']).execute(),
        await db.selectFrom('person_contact').select('value').execute(),
        await db.selectFrom('person_address').select('postcode').execute(),
      ] as const
    })
    const values = (kind: string) => identifiers.filter(row => row.kind === kind).map(row => row.value)
    for (const kind of ['nhs_number', 'upn', 'la_child_id'])
      expect([kind, values(kind).length > 200, new Set(values(kind)).size]).toEqual([
        kind,
        true,
        values(kind).length,
      ])
    expect(values('nhs_number').filter(value => !isTestNumber(value))).toEqual([])
    expect(values('upn').filter(value => !checkUpn(value).ok)).toEqual([])
    expect(contacts.filter(({ value }) => !/^(07700 900|01632 960)\d{3}$/.test(value))).toEqual([])
    expect(addresses.filter(({ postcode }) => !postcode?.startsWith('ZZ99 '))).toEqual([])
  })

  test('uses codes of the census, in about the shares that England has', async () => {
    const [people, referrals, plans] = await read(async work => {
      const db = work.db<Tables>()
      return [
        await db.selectFrom('person').select('ethnicity').execute(),
        await db.selectFrom('referral').select(['source', 'primary_need', 'closure_reason']).execute(),
        await db.selectFrom('cp_plan').select('latest_category').execute(),
      ] as const
    })
    expect(people.filter(({ ethnicity }) => !isCode('ethnicity', ethnicity ?? ''))).toEqual([])
    expect(
      referrals.filter(
        one =>
          !isCode('referralSource', one.source ?? '') ||
          !isCode('primaryNeed', one.primary_need ?? '') ||
          (one.closure_reason !== null && !isCode('closureReason', one.closure_reason)),
      ),
    ).toEqual([])
    const share = <T>(rows: readonly T[], is: (row: T) => boolean) => rows.filter(is).length / rows.length
    expect(share(referrals, ({ source }) => source === '6')).toBeGreaterThan(0.2)
    expect(share(referrals, ({ source }) => source === '6')).toBeLessThan(0.38)
    expect(share(people, ({ ethnicity }) => ethnicity === 'WBRI')).toBeGreaterThan(0.5)
    expect(share(people, ({ ethnicity }) => ethnicity === 'WBRI')).toBeLessThan(0.76)
    expect(
      share(plans, row => row.latest_category === 'NEG' || row.latest_category === 'EMO'),
    ).toBeGreaterThan(0.7)
  })

  test('has everyone whom a visitor may be: a post here, or a tie to a child from another agency', async () => {
    const rows = await read(work =>
      work
        .db<Tables>()
        .selectFrom('worker')
        .leftJoin('post', 'post.worker_id', 'worker.id')
        .leftJoin('involvement', 'involvement.worker_id', 'worker.id')
        .leftJoin('meeting_invitee', 'meeting_invitee.worker_id', 'worker.id')
        .select(['worker.sign_in_subject', 'worker.display_name'])
        .distinct() // some work half a week in each of two teams
        .where('worker.sign_in_subject', 'is not', null)
        .where('post.covers_post_id', 'is', null)
        .where(({ or, eb }) =>
          or([
            eb('post.id', 'is not', null),
            eb('involvement.id', 'is not', null),
            eb('meeting_invitee.id', 'is not', null),
          ]),
        )
        .execute(),
    )
    const named = (list: readonly { subject: string | null; name: string }[]) =>
      list.map(({ subject, name }) => `${subject} ${name}`).sort()
    expect(named(rows.map(row => ({ subject: row.sign_in_subject, name: row.display_name })))).toEqual(
      named(personas),
    )
  })

  test('names nobody of the record on the page on which a visitor chooses', async () => {
    const rows = await read(work =>
      work.db<Tables>().selectFrom('person_name').select(['family', 'given']).distinct().execute(),
    )
    const names = new Set(rows.flatMap(({ family, given }) => [family, given]))
    const words = personas.flatMap(({ role, tryThis }) => `${role} ${tryThis}`.match(/[\p{L}-]+/gu) ?? [])
    expect(words.filter(word => names.has(word))).toEqual([])
  })
})

test('one seed makes one county, another makes another', async () => {
  const [one, again, other] = [await record.another(), await record.another(), await record.another()]
  await tell(one, 12, 7)
  await tell(again, 12, 7)
  await tell(other, 12, 8)
  const [first, second, third] = [await fingerprint(one), await fingerprint(again), await fingerprint(other)]
  expect(second).toBe(first)
  expect(third).not.toBe(first)
}, 120_000)

/** Of every fact about people and practice, ids and times of recording too; what a merge moves is dated as the county is made. */
function fingerprint(of: TestRecord): Promise<string> {
  return read(async work => {
    const db = work.db<Tables>()
    const hash = createHash('sha256')
    const take = (rows: readonly object[]) => hash.update(JSON.stringify(rows))
    take(
      await db
        .selectFrom('person_name')
        .select(['id', 'given', 'family', 'recorded_from'])
        .where('recorded_from', '<', midnight)
        .orderBy('id')
        .execute(),
    )
    take(
      await db
        .selectFrom('referral')
        .select(['id', 'person_id', 'received_at', 'closed_on'])
        .orderBy('id')
        .execute(),
    )
    take(
      await db.selectFrom('note').select(['id', 'body', 'author_id', 'happened_at']).orderBy('id').execute(),
    )
    take(
      await db
        .selectFrom('clock')
        .select(['id', 'trigger_id', 'outcome'])
        .where('recorded_from', '<', midnight)
        .orderBy('id')
        .execute(),
    )
    return hash.digest('hex')
  }, of)
}
