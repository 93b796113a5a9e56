import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../tables.ts'
import { beginLetter } from './beginLetter.ts'
import { makeReady, saveWords, stopLetter } from './changeLetter.ts'
import { type Letter, letterOf } from './readLetters.ts'
import { tellOfPreparedLetter } from './tellOfPreparedLetter.ts'
import { letterTemplate } from './templates.ts'

const record = await testRecord()
const { makers } = record
const authority = { name: 'Northmarsh', lines: ['Northmarsh', '1 The Square'], telephone: null }
let [support, worker, elsewhere]: Actor[] = []
let [child, mother]: Uuid[] = []
const as = (actor: Actor | undefined) => actor as Actor
const of = (id: Uuid | undefined) => id as Uuid

beforeAll(async () => {
  const teamId = await makers.team()
  ;[support, worker, elsewhere] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: as(support).id, teamId, role: 'business_support' })
  await makers.post({ workerId: as(elsewhere).id, teamId: await makers.team(), role: 'business_support' })
  child = await makers.person({ given: 'Wren', family: 'Inventley' })
  mother = await makers.person({ given: 'Hollis', family: 'Inventley', born: '1990-02-02' })
  await makers.family({ children: [child], adults: [mother] })
  await makers.allocation({ personId: child, teamId, workerId: as(worker).id })
})

async function lives(isConfidential: boolean, lines: string): Promise<void> {
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto('person_address')
      .values({
        id: makeUuid(),
        person_id: mother,
        kind: 'home',
        lines,
        postcode: 'ZZ99 1AL',
        is_confidential: isConfidential,
        started_on: '2024-01-01',
      })
      .execute(),
  )
}

const begin = (actor: Actor | undefined) =>
  record.as(as(actor), work => {
    const template = letterTemplate('appointment')
    if (template === null) throw new Error('No such template')
    const recipient = {
      kind: 'person',
      id: of(mother),
      name: 'Hollis',
      relation: 'mother',
      audience: 'family',
    } as const
    return beginLetter(work, {
      personIds: [of(child)],
      template,
      recipient,
      authority,
      words: { subject: 'A visit', text: 'Please come on Monday.', enclosed: null },
    })
  })
const read = (actor: Actor | undefined, id: Uuid) =>
  record.as(as(actor), work => letterOf(work, of(child), id))
const found = async (actor: Actor | undefined, id: Uuid): Promise<Letter> => {
  const letter = await read(actor, id)
  if (letter === null) throw new Error('The letter is not there for them')
  return letter
}
const ready = async (id: Uuid) => {
  const letter = await found(worker, id)
  return record.as(as(worker), work => makeReady(work, letter, letter.body, authority))
}
const change = (actor: Actor | undefined, id: Uuid, changes: Record<string, unknown>) =>
  record.as(as(actor), work =>
    work
      .db<CaseworkTables>()
      .updateTable('letter')
      .set(changes)
      .where('id', '=', id)
      .executeTakeFirst()
      .then(({ numUpdatedRows }) => Number(numUpdatedRows)),
  )

describe('business support of the team that holds a child', () => {
  beforeAll(() => lives(false, '3 Pennant Road'))

  test('prepares a letter, which the worker makes ready, and sees it go', async () => {
    const id = await begin(support)
    expect(await read(elsewhere, id)).toBeNull()
    const words = { subject: 'A visit', text: 'Please come on Tuesday.', enclosed: null }
    const draft = await found(support, id)
    expect(await record.as(as(support), work => saveWords(work, draft, words))).toBe(true)
    await record.as(as(support), work => tellOfPreparedLetter(work, draft))
    const told = await record.as(as(worker), work =>
      work.db<ServiceTables>().selectFrom('app.notice').select(['kind', 'path']).execute(),
    )
    expect(told).toEqual([{ kind: 'letter_prepared', path: `/people/${child}/letters/${id}` }])
    expect(await ready(id)).toEqual({ outcome: 'ready' })
    const sent = { status: 'sent', sent_on: '2026-03-03', sent_by: as(support).id, sent_how: 'post' }
    expect(await change(support, id, sent)).toBe(1)
    expect((await found(support, id)).status).toBe('sent')
  })

  test('never makes one ready, releases one, or changes the words of what is ready', async () => {
    const id = await begin(support)
    await expect(change(support, id, { status: 'ready' })).rejects.toThrow(/row-level security/)
    await ready(id)
    const body = JSON.stringify({ ...(await found(worker, id)).body, text: 'Something else' })
    const sent = { status: 'sent', sent_on: '2026-03-03', sent_by: as(support).id, body }
    await expect(change(support, id, sent)).rejects.toThrow('A letter goes as it was made ready')
    const released = { status: 'held', held_because: '{}', released_by: [as(support).id] }
    await expect(change(support, id, released)).rejects.toThrow(/row-level security/)
  })

  test('reads no draft of another, no letter that went without them, and nobody else’s drafts', async () => {
    const id = await begin(worker)
    expect(await read(support, id)).toBeNull()
    await ready(id)
    expect(await read(support, id)).not.toBeNull()
    await change(worker, id, { status: 'sent', sent_on: '2026-03-03', sent_by: as(worker).id })
    expect(await read(support, id)).toBeNull()
    const own = await begin(support)
    const draft = await found(support, own)
    expect(await record.as(as(support), work => stopLetter(work, draft, 'Not needed'))).toBe(true)
  })

  test('keeps what comes in, and reads no other file of the child', async () => {
    const keep = (actor: Actor | undefined, direction: 'in' | 'out') =>
      record.as(as(actor), async work => {
        const id = makeUuid()
        const db = work.db<CaseworkTables>()
        await db
          .insertInto('document')
          .values({
            id,
            person_ids: [of(child)],
            kind: 'report',
            title: 'From the school',
            direction,
            media_type: 'application/pdf',
            file_name: 'report.pdf',
            size_bytes: 10,
            sha256: Buffer.alloc(32),
            original_sha256: Buffer.alloc(32),
            stored_key: 'x',
          })
          .execute()
        const ties = { id: makeUuid(), document_id: id, person_id: of(child) }
        await db.insertInto('document_person').values(ties).execute()
        const part = {
          id: makeUuid(),
          document_id: id,
          place: 1,
          label: 'Whole',
          source_kind: 'school' as const,
        }
        await db.insertInto('document_part').values(part).execute()
        return id
      })
    const seen = (actor: Actor | undefined) =>
      record.as(as(actor), async work =>
        (await work.db<CaseworkTables>().selectFrom('document').select('id').execute()).map(({ id }) => id),
      )
    const own = await keep(support, 'in')
    const theirs = await keep(worker, 'in')
    expect(await seen(support)).toEqual([own])
    expect((await seen(worker)).toSorted()).toEqual([own, theirs].toSorted())
    await expect(keep(support, 'out')).rejects.toThrow(/row-level security/)
    await expect(keep(elsewhere, 'in')).rejects.toThrow(/row-level security/)
  })

  test('never reads a letter to a confidential address', async () => {
    await lives(true, '8 Larkspur Close')
    const id = await begin(worker)
    await ready(id)
    expect((await found(worker, id)).body.address?.isConfidential).toBe(true)
    expect(await read(support, id)).toBeNull()
  })
})
