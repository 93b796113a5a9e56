import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { assessmentClockSource } from '#modules/assessments'
import { registries } from '#modules/casework'
import {
  conferenceClockSource,
  missingClockSource,
  preProceedingsClockSource,
  protectionClockSource,
  sharingClockSource,
  strategyClockSource,
} from '#modules/child-protection'
import { episodesOf, referralClockSource } from '#modules/front-door'
import type { Database } from '#platform/db'
import { lendRegistries } from '../../casework/testing/lendRegistries.ts'
import { type ImportCensusOptions, importCensus } from '../commands/importCensus.ts'

/** What the composition root registers, for tests of this module. */
export function registerClocks(): void {
  lendRegistries()
  registries.episodeSource = episodesOf
  registries.clockSources.splice(0)
  registries.clockSources.push(
    referralClockSource,
    assessmentClockSource,
    protectionClockSource,
    strategyClockSource,
    conferenceClockSource,
    sharingClockSource,
    missingClockSource,
    preProceedingsClockSource,
  )
}

type TestRecord = { readonly database: Database; readonly superuserUrl: string }
/** What of pg's client is used here: product code may not import it. */
type ClientClass = new (config: {
  connectionString: string
}) => {
  connect(): Promise<unknown>
  query<R extends Record<string, unknown>>(text: string, values: unknown[]): Promise<{ rows: R[] }>
  end(): Promise<void>
}

/** Imports into a test's record: files of its own, and a reader past every policy. */
export function importing(record: TestRecord, Client: ClientClass) {
  registerClocks()
  const folder = mkdtempSync(join(tmpdir(), 'kith-import-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let files = 0
  const write = (text: string, extension = 'xml') => {
    files += 1
    const path = join(folder, `file${files}.${extension}`)
    writeFileSync(path, text)
    return path
  }
  return { write, ...readers(record, Client), run: runner(record, write) }
}

type Changes = Partial<ImportCensusOptions>

const runner =
  (record: TestRecord, write: (text: string) => string) =>
  (text: string, changes: Changes = {}) =>
    importCensus(record.database, { path: write(text), dryRun: false, limitBytes: 10_000_000, ...changes })

function readers(record: TestRecord, Client: ClientClass) {
  const query = async <R extends Record<string, unknown> = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ) => {
    const client = new Client({ connectionString: record.superuserUrl })
    await client.connect()
    try {
      return (await client.query<R>(text, values)).rows
    } finally {
      await client.end()
    }
  }
  /** How many rows every table of the record, its history and the notices hold. */
  const counts = async () => {
    const tables = await query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname in ('record', 'history', 'app', 'search') and tablename <> 'import_run' order by 1`,
    )
    const [row] = await query<Record<string, string>>(
      `select ${tables.map(({ name }) => `(select count(*) from ${name}) as "${name}"`).join(', ')}`,
    )
    return row ?? {}
  }
  return { query, counts }
}
