import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { readConfig } from '#platform/config'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { hashWord } from '#platform/keys'
import { makeLog } from '#platform/log'
import type { Clock } from '#platform/time'
import type { TestRecord } from '#test/record.ts'
import { buildPortal } from '../../../main/portal/index.ts'
import { portalRoutes } from '../index.ts'
import { hashCardNumber } from '../keys/readableCode.ts'

/** A matter with a mother, a father, a grandmother and children of 15, 9 and 3. */
export type PortalStage = {
  readonly mother: Uuid
  readonly father: Uuid
  readonly grandmother: Uuid
  readonly teenager: Uuid
  readonly boy: Uuid
  readonly baby: Uuid
  readonly children: readonly Uuid[]
  readonly holder: Actor
  readonly manager: Actor
  readonly stranger: Actor
}

const yearsAgo = (years: number): string =>
  Temporal.Now.plainDateISO('Europe/London').subtract({ years, months: 1 }).toString()

export async function portalStage(record: TestRecord): Promise<PortalStage> {
  const { makers } = record
  const adult = (given: string) => makers.person({ born: '1988-03-03', given })
  const [mother, father, grandmother] = [await adult('Petra'), await adult('Quill'), await adult('Ottoline')]
  const teenager = await makers.person({ born: yearsAgo(15), given: 'Yarrow' })
  const boy = await makers.person({ born: yearsAgo(9), given: 'Bram' })
  const baby = await makers.person({ born: yearsAgo(3), given: 'Fig' })
  const children = [teenager, boy, baby]
  await makers.family({ children, adults: [mother, father, grandmother] })
  for (const child of children) {
    await tellParent(record, mother, child, 'mother', true)
    await tellParent(record, father, child, 'father', true)
    await tellParent(record, grandmother, child, 'grandparent', false)
  }
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  const [holder, manager, stranger] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: holder.id, teamId, holdsCases: true })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: holder.id })
  return { mother, father, grandmother, teenager, boy, baby, children, holder, manager, stranger }
}

const tell = (record: TestRecord, table: string, values: object): Promise<unknown> =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .insertInto(table)
      .values({ ...values })
      .execute(),
  )

export const tellParent = (
  record: TestRecord,
  parent: Uuid,
  child: Uuid,
  kind: string,
  responsible: boolean,
) =>
  tell(record, 'relationship', {
    id: makeUuid(),
    person_id: parent,
    other_id: child,
    kind,
    has_parental_responsibility: responsible,
    started_on: Temporal.PlainDate.from('2015-01-01'),
  })

export const WORD = 'blue kettle'
let hashed: Promise<string> | undefined

/** An account that can sign in by a card. @returns its id, its number and its card */
export async function openAccount(
  record: TestRecord,
  given: {
    readonly of: Uuid
    readonly children: readonly Uuid[]
    readonly readsAs?: 'adult' | 'young_person' | 'child'
    readonly isCareful?: boolean
    readonly decidedBecause?: string
  },
): Promise<{ readonly id: Uuid; readonly number: string; readonly card: readonly string[] }> {
  const id = makeUuid()
  await tell(record, 'family_account', {
    id,
    account_of: given.of,
    person_ids: [...given.children],
    reads_as: given.readsAs ?? 'adult',
    is_careful: given.isCareful ?? true,
    decided_because: given.decidedBecause ?? null,
    opened_by: serviceActor('storyteller').id,
  })
  const number = String(randomBytes(4).readUInt32BE() % 1_000_000_000).padStart(9, '0')
  const card = Array.from({ length: 12 }, (_, place) => String(20_000_000 + place))
  hashed ??= hashWord(WORD)
  const word = await hashed
  await record.as(serviceActor('storyteller'), work =>
    sql`select access.tell_family_key(${id}::uuid, ${number}, ${word}, ${card.map(one => hashCardNumber(number, one))}::bytea[])`.execute(
      work.db(),
    ),
  )
  return { id, number, card }
}

export type CopyGiven = {
  readonly to: Uuid
  readonly children: readonly Uuid[]
  readonly words?: string
  readonly kind?: string
  readonly inPortal?: boolean
  readonly sharedBecause?: string
  readonly replaces?: { readonly paperId: Uuid }
  readonly planLines?: readonly object[]
  readonly meetingId?: Uuid
}

/** A report, finished, with its copy for one person given to them. @returns ids of the paper and the copy */
export async function giveCopy(
  record: TestRecord,
  given: CopyGiven,
): Promise<{ readonly paperId: Uuid; readonly copyId: Uuid }> {
  const [paperId, copyId] = [makeUuid(), makeUuid()]
  const now = Temporal.Now.instant()
  const storyteller = serviceActor('storyteller').id
  await tell(record, 'paper', {
    id: paperId,
    kind: given.kind ?? 'social_work_report',
    person_ids: [...given.children],
    status: 'finished',
    finished_at: now,
    finished_by: storyteller,
    made_by: storyteller,
    ...(given.replaces ? { replaces_id: given.replaces.paperId, correction_reason: 'A date was wrong' } : {}),
  })
  await tell(record, 'paper_copy', {
    id: copyId,
    paper_id: paperId,
    meeting_id: given.meetingId ?? null,
    person_ids: [...given.children],
    recipient_id: given.to,
    content: JSON.stringify({
      version: 1,
      kind: given.kind ?? 'social_work_report',
      title: given.kind === 'protection_plan' ? 'Your plan' : 'Report for your meeting',
      meeting: {
        kind: 'initial',
        at: '2026-12-08T10:00:00Z',
        minutes: 90,
        how: 'in_person',
        place: 'Room 4',
      },
      parts: [
        {
          number: 1,
          heading: 'What we are worried about',
          words: given.words ?? 'Shouting at night.',
          source: 'What we found ourselves',
          translation: null,
          pairs: [],
        },
        {
          number: 2,
          heading: 'What is going well',
          words: 'School every day.',
          source: null,
          translation: null,
          pairs: [],
        },
      ],
      planLines: given.planLines ?? [],
      whoToRing: { name: 'Rowan Madeup', role: 'social worker', telephone: '01632 960000' },
      lang: 'en',
      style: 'plain',
    }),
    content_hash: randomBytes(32),
    part_ids: [],
    status: 'released',
    approved_by: [storyteller],
    approved_at: now,
    released_at: now,
    released_by: storyteller,
    composed_by: storyteller,
    in_portal: given.inPortal ?? true,
    shared_because: given.sharedBecause ?? null,
  })
  return { paperId, copyId }
}

/** The portal's server over a test's own record, by the portal's login. */
export async function portalServer(
  record: TestRecord,
  given: { readonly clock?: Clock } = {},
): Promise<FastifyInstance> {
  const result = readConfig({ NODE_ENV: 'test' })
  if (!result.ok) throw new Error(result.problems.join(' '))
  const server = await buildPortal({
    routes: portalRoutes,
    portals: new Map([['localhost', { door: { database: record.portal, key: PORTAL_KEY }, isDemo: false }]]),
    config: result.config,
    log: makeLog({ level: 'error' }),
    limits: { perAddress: 100_000, tries: 100_000 },
    ...given,
  })
  afterAll(() => server.close())
  return server
}

export const PORTAL_KEY = randomBytes(32)
