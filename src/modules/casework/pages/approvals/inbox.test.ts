import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { inboxItems } from '../../approvals/inboxItems.ts'
import type { CaseworkTables } from '../../tables.ts'
import { askPage, contentOf } from '../../testing/askPage.ts'
import { answerTransfer, askForTransfer, transferById, transfersOfMove } from '../../transfers/index.ts'
import { workPages } from '../workPages.ts'

const record = await testRecord()
const { makers } = record
const ask = askPage(record.as, workPages)
const today = londonDate(Temporal.Now.instant())
let [asker, manager, leader, author]: Actor[] = []
let [from, to]: Uuid[] = []
let children: readonly Uuid[] = []
let [transferId, letterId]: Uuid[] = []

const as = (actor: Actor | undefined) => actor as Actor
const page = async (actor: Actor | undefined, query: Record<string, string> = {}) =>
  contentOf(await ask(as(actor), 'GET', '/approvals', { query }))

beforeAll(async () => {
  const areaId = await makers.area()
  ;[from, to] = [await makers.team(), await makers.team({ areaId })]
  ;[asker, manager, leader, author] = await Promise.all([1, 2, 3, 4].map(() => makers.worker()))
  await makers.post({ workerId: as(asker).id, teamId: from as Uuid, role: 'team_manager' })
  await makers.post({ workerId: as(manager).id, teamId: to as Uuid, role: 'team_manager' })
  await makers.post({ workerId: as(leader).id, areaId, role: 'service_leader' })
  children = [await makers.person({ given: 'Ash' }), await makers.person({ given: 'Bea' })]
  for (const personId of children)
    await makers.allocation({ personId, teamId: from as Uuid, workerId: as(author).id })
  const asked = await record.as(as(asker), work =>
    askForTransfer(work, {
      personIds: children,
      to: { kind: 'team', teamId: to as Uuid },
      handover: 'The dog bites',
      movesOn: today.add({ days: 2 }),
    }),
  )
  const given = asked.outcome === 'asked' ? asked.transferId : makeUuid()
  // One row of those that go together stands for all.
  transferId = await record.as(as(asker), async work => {
    const move = await transferById(work, given)
    const rows = move === null ? [] : await transfersOfMove(work, move.movesId)
    return rows[0]?.id
  })
  letterId = await heldLetter(children[0] as Uuid)
})

async function heldLetter(personId: Uuid): Promise<Uuid> {
  const id = makeUuid()
  const body = {
    subject: 'Visit',
    text: 'Come',
    enclosed: null,
    recipientName: 'Ash',
    dated: null,
    address: null,
  }
  await record.as(as(author), async work => {
    const db = work.db<CaseworkTables>()
    const row = { id, person_ids: [personId], template: 'appointment', recipient_person_id: personId }
    await db
      .insertInto('letter')
      .values({ ...row, recipient_relation: 'the child', body: JSON.stringify(body) })
      .execute()
    await db
      .insertInto('letter_person')
      .values({ id: makeUuid(), letter_id: id, person_id: personId })
      .execute()
    const held = { hits: [{ personId: null, kind: 'address' }], releases: [], at: work.now.toString() }
    await db
      .updateTable('letter')
      .set({ status: 'held', held_because: JSON.stringify(held), version: 2 })
      .where('id', '=', id)
      .execute()
  })
  return id
}

describe('the inbox', () => {
  test('holds a transfer of two children as one thing, due on the day that was asked for', async () => {
    const shown = await page(manager)
    expect(shown).toContain('For you to decide (1)')
    expect(shown.split('"/transfers/')).toHaveLength(2) // one for both
    expect(shown).toMatch(/(Ash[^<]*, Bea)|(Bea[^<]*, Ash)/)
    expect(shown).toContain('The day that was asked for')
    expect(shown).toContain(`/transfers/${transferId}`)
  })

  test('asks nobody who does not decide it: neither the leader of the area nor the team that asks', async () => {
    expect(await page(leader)).toContain('For you to decide (0)')
    expect(await page(asker)).not.toContain(`/transfers/${transferId}`)
    expect(await page(asker, { show: 'handed_in' })).toContain(`/transfers/${transferId}`)
  })

  test('holds a letter that would tell a protected address, until one has released it', async () => {
    const path = `/people/${children[0]}/letters/${letterId}`
    expect(await page(asker)).toContain(path)
    expect(await page(asker)).toContain('Letter that tells a protected address')
    expect(await page(manager)).not.toContain(path)
    expect(await page(author, { show: 'handed_in' })).toContain(path)
    await record.as(as(asker), work =>
      work
        .db<CaseworkTables>()
        .updateTable('letter')
        .set({ released_by: [as(asker).id], version: 3 })
        .where('id', '=', letterId as Uuid)
        .execute(),
    )
    expect(await page(asker)).toContain('For you to decide (0)')
    expect(await page(asker, { show: 'decided' })).toContain('Released by one of two')
  })

  test('holds a merge until a manager of both cases who did not ask has confirmed or refused it', async () => {
    const mergeId = makeUuid()
    const [survivor_id, merged_id] = children
    await record.as(serviceActor('storyteller'), work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('merge')
        .values({
          id: mergeId,
          survivor_id,
          merged_id,
          evidence: 'One birth certificate',
          evidence_kinds: ['birth_certificate'],
          choices: {},
          asked_by: as(author).id,
        })
        .execute(),
    )
    const path = `/merges/${mergeId}`
    expect(await page(asker, { kind: 'merge' })).toContain(path)
    expect(await page(asker)).toContain('Merge of two records')
    expect(await page(manager)).not.toContain(path)
    expect(await page(author, { show: 'handed_in' })).toContain(path)
    expect(await page(author)).not.toContain(path)
  })

  test('holds a document of which a part would tell a protected address', async () => {
    const documentId = makeUuid()
    const personId = children[0] as Uuid
    await record.as(as(author), async work => {
      const db = work.db<CaseworkTables>()
      const file = { media_type: 'text/plain', file_name: 'a.txt', size_bytes: 1, stored_key: 'x' }
      const sums = { sha256: Buffer.alloc(32), original_sha256: Buffer.alloc(32) }
      const row = {
        id: documentId,
        person_ids: [personId] as Uuid[],
        kind: 'report' as const,
        title: 'A',
        direction: 'in' as const,
      }
      await db
        .insertInto('document')
        .values({ ...row, ...file, ...sums })
        .execute()
      const id = makeUuid()
      const part = { id, document_id: documentId, place: 1, label: 'All', source_kind: 'school' } as const
      await db.insertInto('document_part').values(part).execute()
      const held = { hits: [{ personId: null, kind: 'address' }], releases: [] }
      await db
        .updateTable('document_part')
        .set({ wanted_for: ['father'], held_because: JSON.stringify(held) })
        .where('id', '=', id)
        .execute()
    })
    const path = `/people/${personId}/documents/${documentId}`
    expect(await page(asker, { kind: 'part' })).toContain(path)
    expect(await page(manager)).not.toContain(path)
    expect(await page(author, { show: 'handed_in' })).toContain(path)
  })

  test('filters by what it is and downloads with what presses', async () => {
    expect(await page(manager, { kind: 'letter' })).toContain('Nothing matches these filters.')
    expect(await page(manager, { kind: 'transfer' })).toContain(`/transfers/${transferId}`)
    const csv = await ask(as(manager), 'GET', '/approvals', { query: { format: 'csv', kind: 'transfer' } })
    expect(csv.kind === 'csv' && [...csv.rows].map(row => [row[0], row[6]])).toEqual([
      ['Transfer', 'The day that was asked for'],
    ])
  })

  test('keeps what was decided, and shows a past moment as it stood', async () => {
    const before = await record.settled()
    await record.as(as(manager), async work => {
      const move = await transferById(work, transferId as Uuid)
      const moves = move === null ? [] : await transfersOfMove(work, move.movesId)
      const answer = { accepts: false, workerId: null, reason: 'Nobody has room' }
      expect(await answerTransfer(work, moves, answer)).toBe(true)
    })
    expect(await page(manager)).toContain('For you to decide (0)')
    expect(await page(asker, { show: 'handed_in' })).toContain('Refused')
    const past = await record.as(
      as(asker),
      work => inboxItems(work, { show: 'handed_in', kind: 'transfer' }, []),
      { knownAt: before },
    )
    expect(past.map(({ outcome }) => outcome)).toEqual([null])
  })
})
