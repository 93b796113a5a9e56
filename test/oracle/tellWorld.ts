import { sql } from 'kysely'
import type pg from 'pg'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { tellChannels } from './channelTrials.ts'
import { factTables } from './factRows.ts'
import type { KnownRow } from './knownRow.ts'
import { parentRows } from './parentRows.ts'
import { rowValues } from './rowValues.ts'
import { tablesBehindFunctions } from './tables.ts'
import { tellConflicts, tellOpenings, tellRestrictions, tellWalls } from './tellAccess.ts'
import { tellMessages } from './tellMessages.ts'
import type { Values } from './values.ts'
import type { World } from './world.ts'

/** Facts that may come in any order once people, families and workers are there. */
const anyOrder = [
  'post',
  'duty_shift',
  'family_member',
  'allocation',
  'involvement',
  'protection_lead',
  'strand',
  'openings',
  'restrictions',
  'conflicts',
  'walls',
  'meetings',
  'contact',
  'transfer',
]

/** Whether the facts of this world are told as they began and ended afterwards. */
export function isToldInTwoSteps(world: World): boolean {
  return turnOf(world) % 2 === 1
}

/** Decides the order and the steps of the telling: another number from world to world. */
function turnOf({ workers }: World): number {
  return Number.parseInt(workers[0]?.id.slice(0, 8) ?? '0', 16)
}

/** Papers about several people, before their parts. */
const papers = [
  'joint_assessment',
  'document',
  'letter',
  'court_chronology',
  'merge',
  'paper',
  'paper_part',
  'paper_copy',
  'supervision_session',
  'group_supervision',
  'supervision_sample',
]

/**
 * Writes a world into an empty record as it would come about: row by row with every trigger on, in another order and in one or in
 * two steps (begun first, ended afterwards) from world to world.
 * @param owner of the schema, who can take the gatekeeper's place
 */
export async function tellWorld(
  record: TestRecord,
  owner: pg.Client,
  world: World,
  rows: readonly KnownRow[],
): Promise<void> {
  const kept = rows.filter(row => row.isProposed !== true)
  const inTwoSteps = isToldInTwoSteps(world)
  const telling = { record, world, kept, inTwoSteps }
  await tell(record, 'service_area', areasOf(world, kept))
  for (const table of ['organisation', 'worker', 'team', 'person', 'family', 'household', 'workbook']) {
    await tellTable(telling, table)
  }
  const start = turnOf(world) % anyOrder.length
  for (const list of [...anyOrder.slice(start), ...anyOrder.slice(0, start)]) {
    if (list === 'openings') await tellOpenings(owner, world)
    else if (list === 'restrictions') await tellRestrictions(owner, world)
    else if (list === 'conflicts') await tellConflicts(owner, world)
    else if (list === 'walls') await tellWalls(owner, world)
    else if (list === 'meetings')
      for (const table of ['meeting', 'meeting_invitee']) await tellTable(telling, table)
    else await tellTable(telling, list)
  }
  for (const [table, values] of parentRows(world)) await tell(record, table, values)
  await tell(record, 'import_run', importRuns(kept))
  await tellMessages(record, kept)
  for (const table of papers) await tellTable(telling, table)
  const early: readonly string[] = [
    ...factTables,
    ...papers,
    'service_area',
    'organisation',
    'family',
    'household',
    'workbook',
    'import_run',
    ...tablesBehindFunctions,
  ]
  const others = kept.map(row => row.table).filter(table => !early.includes(table))
  for (const table of new Set(others)) await tellTable(telling, table)
  await tellChannels(owner, world, kept)
  if (!inTwoSteps) return
  // Whatever ends last must be noticed by itself: nothing after it has the same people's access thought over again.
  const last = (turnOf(world) >> 1) % factTables.length
  for (const table of [...factTables.slice(last), ...factTables.slice(0, last)])
    await endFacts(record, table, world, kept)
}

type Telling = {
  readonly record: TestRecord
  readonly world: World
  readonly kept: readonly KnownRow[]
  readonly inTwoSteps: boolean
}

/** All rows of one table; of a fact told in two steps the beginning. */
async function tellTable({ record, world, kept, inTwoSteps }: Telling, table: string): Promise<void> {
  const values = kept
    .filter(row => row.table === table)
    .map(row => {
      const whole = { id: row.id, ...rowValues(world, row) }
      return inTwoSteps && row.fact !== undefined ? { ...whole, ...begun(whole) } : whole
    })
  await tell(record, table, values)
}

/** A fact before it ended: a worker before they left and were given their class, a contact or transfer before it was decided. */
function begun(values: Values): Values {
  if ('end_reason' in values) return { ended_on: null, end_reason: null }
  if ('ended_on' in values) return { ended_on: null }
  if ('papers_until' in values) return { status: 'planned', started_at: null, stopped_because: null }
  if ('withdrawn_because' in values) return { withdrawn_at: null, withdrawn_because: null }
  if ('reference' in values) return { decided_at: null }
  if ('handover' in values) return { outcome: null, decided_by: null, decided_at: null, reason: null }
  return 'left_at' in values ? { left_at: null, class: 'practitioner' } : {}
}

async function endFacts(
  record: TestRecord,
  table: string,
  world: World,
  rows: readonly KnownRow[],
): Promise<void> {
  for (const row of rows) {
    if (row.table !== table || row.fact === undefined) continue
    const values: Values = { id: row.id, ...rowValues(world, row) }
    const before = begun(values)
    const ends = Object.keys(before).filter(column => before[column] !== values[column])
    if (ends.length === 0) continue // it goes on as it began
    const sets = sql.join(ends.map(column => sql`${sql.ref(column)} = s.${sql.ref(column)}`))
    await record.as(serviceActor('storyteller'), work =>
      sql`update ${sql.table(`record.${table}`)} t set ${sets}
        from jsonb_populate_record(null::${sql.table(`record.${table}`)}, ${JSON.stringify(values)}::jsonb) s
        where t.id = s.id`.execute(work.db()),
    )
  }
}

/** Rows that have the same columns. */
async function tell(record: TestRecord, table: string, rows: readonly Values[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const named = sql.join(columns.map(column => sql.ref(column)))
  await record.as(serviceActor('storyteller'), work =>
    sql`insert into ${sql.table(`record.${table}`)} (${named}) select ${named}
      from jsonb_populate_recordset(null::${sql.table(`record.${table}`)}, ${JSON.stringify(rows)}::jsonb)`.execute(
      work.db(),
    ),
  )
}

/** Every area that a team or a leader is of, and the one that is asked about. */
function areasOf(world: World, rows: readonly KnownRow[]): readonly Values[] {
  const asked = rows.filter(row => row.table === 'service_area').map(row => row.id)
  const named = [...world.teams, ...world.posts].flatMap(one => one.areaId ?? [])
  return [...new Set([...asked, ...named])].map(id => ({ id, name: `Area ${id}` }))
}

/** The run that is asked about, and one of its own for each finding, under the finding's id. */
function importRuns(rows: readonly KnownRow[]): readonly Values[] {
  const runs = rows.filter(row => row.table === 'import_run' || row.table === 'import_finding')
  return runs.map(({ id }: { id: Uuid }) => ({ id, kind: 'workers', file_sha256: id }))
}
