import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importWorkers } from '#modules/agencies'
import { importAllocations, importCensus } from '#modules/migration'
import { makeUuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { census, child, episode } from '../../src/modules/migration/census/testing/censusXml.ts'
import { letters } from '../routes/fills.ts'
import { tell } from '../routes/tell.ts'

/** A command that writes, over a file made just now. */
export type CommandWrite = {
  readonly name: string
  /** Makes what the command needs; what comes back runs it, and again when called again. */
  prepare(record: TestRecord): Promise<() => Promise<unknown>>
  /** Rows that it writes in a transaction of their own after the rest: what is said of the file as a whole. */
  readonly ofTheFile?: Readonly<Record<string, number>>
}

/** What is to be said of the file itself, beside its child. */
const oneFinding = { 'record.import_finding': 1 }

/** Keeps a file for as long as the command may read it. */
function fileOf(text: string, extension: string): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'kith-faults-'))
  const path = join(folder, `file.${extension}`)
  writeFileSync(path, text)
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs with a file, made anew each time. */
const over =
  (text: string, extension: string, run: (path: string) => Promise<unknown>) =>
  async (): Promise<unknown> => {
    const file = fileOf(text, extension)
    return await run(file.path).finally(file.remove)
  }

const planned = episode({
  PrimaryNeedCode: 'N99',
  Assessments: {
    AssessmentActualStartDate: '2025-06-03',
    AssessmentAuthorisationDate: '2025-07-01',
    FactorsIdentifiedAtAssessment: { AssessmentFactors: ['1A', '3B'] },
  },
  CINPlanDates: { CINPlanStartDate: '2025-07-02' },
})

const censusOf = (childId: string, whole = planned): string =>
  census([child({ LAchildID: childId, UPN: undefined, UPNunknown: 'UN1' }, { CINdetails: whole })])

const importing = (record: TestRecord, text: string) =>
  over(text, 'xml', path =>
    importCensus(record.database, { path, dryRun: false, limitBytes: 1_000_000, atOnce: 1 }),
  )

/** Every command that writes the record from a file: a new one adds a row. */
export const commandWrites: readonly CommandWrite[] = [
  {
    name: 'import cin: a new child, with a value that is refused',
    prepare: async record => importing(record, censusOf(letters())),
    ofTheFile: oneFinding,
  },
  {
    name: 'import cin: more of a child who is there',
    prepare: async record => {
      const childId = letters()
      await importing(record, censusOf(childId, episode()))()
      return importing(record, censusOf(childId))
    },
    ofTheFile: oneFinding,
  },
  {
    name: 'import allocations: a child out of the queue',
    prepare: async record => {
      const [childId, team, name] = [letters(), `Team ${letters()}`, letters()]
      await importing(record, censusOf(childId, episode()))()
      await tell(record, 'team', { name: team, kind: 'family_safeguarding' })
      await tell(record, 'worker', { display_name: name, email: `${name}@kith.example` })
      const csv = `la_child_id,worker,team,role,start_date\n${childId},${name}@kith.example,${team},,2025-06-10`
      return over(csv, 'csv', path => importAllocations(record.database, { path, dryRun: false }))
    },
  },
  {
    name: 'import workers: one who joins, one who changes and one who leaves',
    prepare: async record => {
      const [team, changes, leaves] = [`Team ${letters()}`, letters(), letters()]
      await tell(record, 'team', { name: team, kind: 'other' })
      for (const subject of [changes, leaves])
        await tell(record, 'worker', {
          display_name: subject,
          sign_in_subject: subject,
          class: 'practitioner',
        })
      const csv = [
        'name,class,sign_in_subject,left_on,team,role',
        `Joiner,practitioner,${makeUuid()},,${team},social_worker`,
        `Newname,practitioner,${changes},,,`,
        `${leaves},practitioner,${leaves},2025-01-01,,`,
      ].join('\n')
      return over(csv, 'csv', path => importWorkers(record.database, { path, dryRun: false }))
    },
  },
]
