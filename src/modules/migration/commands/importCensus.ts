import type { Database } from '#platform/db'
import { KithError } from '#platform/errors'
import { describeReport } from '../loading/describeReport.ts'
import { IdScan } from '../loading/idScan.ts'
import { type CensusReport, countsOf, importReport } from '../loading/importReport.ts'
import { ImportTotals } from '../loading/importTotals.ts'
import { putTogether } from '../loading/putTogether.ts'
import { asImporter, undone } from './asImporter.ts'
import { CensusSource } from './censusSource.ts'
import { beginRun, type DutyTeam, endRun, findDutyTeam, newRun, wasReadBefore } from './importRun.ts'
import { type Load, loadChildren } from './loadChildren.ts'
import { fileFacts } from './readFile.ts'
import { heardOfFile, lineKey, unheard, writeFindings } from './writeFindings.ts'

/** How a census is imported. */
export type ImportCensusOptions = {
  readonly path: string
  /** The day on which clocks are judged; the file's own reference date when null. */
  readonly asAt?: Temporal.PlainDate | null
  /** Everything is done and undone, child by child: the report only. */
  readonly dryRun: boolean
  /** Bytes; a longer file is refused before it is read. */
  readonly limitBytes: number
  /** Name of the team in whose queue open children stand; the duty team, or the front door, when null. */
  readonly dutyTeam?: string | null
  /** The authority of this record, to say when the file is of another. */
  readonly authorityCode?: string | null
  /** Children in one transaction. */
  readonly batch?: number
  /** Transactions at once, each in a connection of its own. */
  readonly atOnce?: number
  /** Stops between children; those that were read are still stored. */
  readonly signal?: AbortSignal
  /** Called with the children done, batch by batch; how many there will be is not known (0). */
  readonly onStep?: (done: number, total: number) => void
}

export type ImportCensusReport = {
  readonly text: string
  readonly json: CensusReport
  /** The file was read to its end. */
  readonly isWhole: boolean
}

/**
 * Imports a children in need census: each child whole, a batch in one transaction; a second time nothing changes; a later
 * file adds, and where it contradicts, the record stays as it is and both are kept as a finding.
 * @throws KithError when the file is not there or too long, or the team named does not exist
 */
export async function importCensus(
  database: Database,
  options: ImportCensusOptions,
): Promise<ImportCensusReport> {
  const scan = new IdScan()
  const file = await fileFacts(options.path, options.limitBytes, piece => scan.take(piece))
  const begun = await begin(database, file.sha256, options.dutyTeam ?? null)
  const run = newRun('cin_census', file.sha256)
  const source = new CensusSource(options, run, begun.today)
  const totals = new ImportTotals()
  await loadChildren(database, {
    options,
    children: putTogether(source.children(), scan.times),
    source,
    run,
    team: begun.team,
    totals,
  })
  totals.addOutside(source.outside, begun.wasReadBefore)
  await tellOfFile(database, { source, run, team: begun.team, totals, isDry: options.dryRun })
  const dutyTeam = { name: begun.team.name, wasMade: begun.team.isMissing && totals.queued > 0 }
  const json = importReport(
    {
      runId: options.dryRun ? null : run.id,
      dryRun: options.dryRun,
      file: { ...file, wasReadBefore: begun.wasReadBefore },
      ownAuthority: options.authorityCode ?? null,
      source,
      dutyTeam,
    },
    totals,
  )
  if (!options.dryRun) await asImporter(database, work => endRun(work, run, countsOf(json)))
  return { text: describeReport(json), json, isWhole: source.stopped === null }
}

async function begin(database: Database, sha256: string, dutyTeam: string | null) {
  return asImporter(database, async work => {
    const team = await findDutyTeam(work, dutyTeam)
    if (team === null)
      throw new KithError('KITH_USAGE', {
        sentence: `There is no team called "${dutyTeam}". Name one that is there, or leave --duty-team out.`,
      })
    return { team, today: work.today, wasReadBefore: await wasReadBefore(work, sha256) }
  })
}

/** Keeps what is to be said of the file itself. */
async function tellOfFile(
  database: Database,
  { source, run, team, totals, isDry }: Omit<Load, 'options' | 'children'> & { readonly isDry: boolean },
): Promise<void> {
  const findings = [...source.findings(), ...(team.isMissing && totals.queued > 0 ? [teamMade(team)] : [])]
  const write = isDry ? undone<number> : asImporter<number>
  const fresh = await write(database, async work => {
    const unknown = unheard(findings, await heardOfFile(work, run.sha256, findings), lineKey)
    if (unknown.length > 0) await beginRun(work, run)
    await writeFindings(
      work,
      run.id,
      unknown.map(finding => ({ person_id: null, ...finding })),
    )
    return unknown.length
  })
  if (fresh > 0 && !isDry) run.isWritten = true
  totals.addFindings({ childId: null, findings, newFindings: fresh })
}

const teamMade = ({ name }: DutyTeam) => ({
  element: '',
  line: 1,
  raw: null,
  kept: null,
  severity: 'information' as const,
  rule: null,
  problem: `There was no duty team and no front door; "${name}" was made to hold the imported children. Give it its workers.`,
})
