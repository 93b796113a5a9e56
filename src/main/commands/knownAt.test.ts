import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type CaseworkTables, verifyClocks } from '#modules/casework'
import { type CommandDeclaration, runCommandLine } from '#platform/command-line'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { cloneDatabase } from '#test/postgres.ts'
import { testRecord } from '#test/record.ts'
import { openPast } from '../installation/openPast.ts'
import { registerModules } from '../modules.ts'
import { COMMANDS } from './index.ts'

registerModules()
const home = mkdtempSync(join(tmpdir(), 'kith-known-at-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function kith(given: readonly string[], variables = {}) {
  const said = { out: '', err: '' }
  const exitCode = await runCommandLine({
    name: 'kith',
    summary: 'the command line',
    commands: COMMANDS,
    given,
    variables: {
      NODE_ENV: 'test',
      KITH_DATA: join(home, 'data'),
      KITH_KEYS: join(home, 'keys'),
      ...variables,
    },
    stdout: { write: text => (said.out += text) },
    stderr: { write: text => (said.err += text) },
  })
  return { ...said, exitCode }
}

type Leaf = { readonly path: readonly string[]; readonly declaration: CommandDeclaration }
const leavesOf = (commands: readonly CommandDeclaration[], above: readonly string[] = []): readonly Leaf[] =>
  commands.flatMap(declaration => {
    const path = [...above, declaration.name]
    return [
      ...(declaration.run ? [{ path, declaration }] : []),
      ...leavesOf(declaration.subcommands ?? [], path),
    ]
  })
const leaves = leavesOf(COMMANDS)

describe('--known-at of each command', () => {
  it('is answered by those that read the record', () => {
    const answering = leaves.filter(({ declaration }) => declaration.past === 'answers')
    expect(answering.map(({ path }) => path.join(' '))).toEqual(['verify clocks', 'backup'])
  })

  it.each(leaves.filter(({ declaration }) => declaration.past !== 'answers'))(
    '$path is refused with its own reason, and nothing is touched',
    async ({ path, declaration }) => {
      const needed = (declaration.arguments ?? []).map(() => join(home, 'nothing'))
      const options = (declaration.options ?? []).filter(({ required }) => required)
      const filled = options.flatMap(({ flags }) => [flags.split(' ')[0] ?? '', '201'])
      const { err, out, exitCode } = await kith([...path, ...needed, ...filled, '--known-at', '2026-03-31'])
      expect([exitCode, out]).toEqual([2, ''])
      expect(err).toContain('Leave --known-at out')
      expect(declaration.past).toBeDefined()
    },
  )

  it('is refused by a base backup, which has no past', async () => {
    const { err, exitCode } = await kith(['backup', join(home, 'base'), '--known-at', '2026-03-31'])
    expect(exitCode).toBe(2)
    expect(err).toContain('Add --open for the record as it stood')
  })
})

describe('a past moment of the record', () => {
  it('has its clocks computed as they stood, with a look in the audit and no write', async () => {
    const record = await testRecord()
    const personId = await record.makers.person({})
    const knownAt = (await record.settled()).round('microsecond')
    await record.makers.person({})
    await record.as(serviceActor('importer'), work =>
      work
        .db<CaseworkTables>()
        .insertInto('clock')
        .values({
          id: makeUuid(),
          person_id: personId,
          definition_id: 'CP_VISIT',
          definition_version: 1,
          trigger_kind: 'cp_plan',
          trigger_id: makeUuid(),
          sequence: 0,
          trigger_on: work.today,
          due_on: work.today,
          due_at: work.now,
          limit_value: 10,
          limit_unit: 'working_days',
          outcome: 'open',
        })
        .execute(),
    )
    const present = await verifyClocks(record.database)
    expect([present.people, present.clocks, present.differing.length]).toEqual([2, 1, 1])

    const look = { command: 'kith verify clocks', resource: 'clocks' }
    const past = await openPast(record.database, knownAt, look)
    expect(await verifyClocks(past)).toEqual({ people: 1, clocks: 0, differing: [] })
    const seen = await past.as(serviceActor('verifier'), 'verify', async work => [work.now, work.today])
    expect(seen).toEqual([knownAt, knownAt.toZonedDateTimeISO('Europe/London').toPlainDate()])
    await expect(
      past.as(serviceActor('importer'), 'test', work =>
        work.db<CaseworkTables>().updateTable('clock').set({ outcome: 'late' }).execute(),
      ),
    ).rejects.toThrow(/permission denied|cannot update view/)
    const entries = await record.as(serviceActor('verifier'), work =>
      work
        .db<{ 'audit.entry': { action: string; resource: string; known_at: Temporal.Instant | null } }>()
        .selectFrom('audit.entry')
        .select(['action', 'known_at'])
        .where('resource', '=', 'clocks')
        .execute(),
    )
    expect(entries).toEqual([{ action: 'list', known_at: knownAt }])
  })
})

it('answers on the command line from a record of its own, without a worker to note the clock', async () => {
  const copy = await cloneDatabase()
  const variables = { DATABASE_URL: copy.serve, DATABASE_OWNER_URL: copy.owner }
  try {
    const first = [
      '--code',
      '201',
      '--name',
      'Exampleshire',
      '--admin-name',
      'Ada Madeup',
      '--admin-subject',
      'ada',
    ]
    expect((await kith(['init', ...first], variables)).exitCode).toBe(0)
    const moment = Temporal.Now.instant().round('microsecond').toString()
    const clocks = await kith(['verify', 'clocks', '--json', '--known-at', moment], variables)
    expect(JSON.parse(clocks.out)).toEqual({ ok: true, knownAt: moment, people: 0, clocks: 0, differing: [] })
    const folder = join(home, 'export')
    const open = await kith(['backup', '--open', folder, '--json', '--known-at', moment], variables)
    expect(JSON.parse(open.out)).toMatchObject({ ok: true, knownAt: moment, folder })
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({ knownAt: moment })
  } finally {
    await copy.drop()
  }
})
