import { readFile } from 'node:fs/promises'
import { type Database, serviceActor } from '#platform/db'
import { type PlannedLine, planWorkerImport } from '../worker-import/planWorkerImport.ts'
import { readWorkerLines } from '../worker-import/readWorkerLines.ts'
import { applyWorkerImport } from './applyWorkerImport.ts'

/** What an import of workers did, or would do. */
export type ImportWorkersReport = {
  readonly text: string
  readonly json: {
    readonly problem: string | null
    readonly changed: number
    readonly lines: readonly {
      readonly line: number
      readonly action: string
      readonly problems: readonly string[]
    }[]
  }
  /** Every line could be used. */
  readonly isWhole: boolean
}

/**
 * Adds, changes and ends workers by a CSV file. A bad line changes nothing and is named; the good ones are done in one
 * transaction. A second run changes nothing.
 * @throws when the file cannot be read
 */
export async function importWorkers(
  database: Database,
  options: { readonly path: string; readonly dryRun: boolean },
): Promise<ImportWorkersReport> {
  const read = readWorkerLines(await readFile(options.path, 'utf8'))
  if (!read.ok) {
    const { problem } = read
    return { text: problem, json: { problem, changed: 0, lines: [] }, isWhole: false }
  }
  const { plans, changed } = await database.as(serviceActor('importer'), 'import', async work => {
    const plans = await planWorkerImport(work, read.lines)
    return { plans, changed: options.dryRun ? 0 : await applyWorkerImport(work, plans) }
  })
  return reportOf(plans, changed, options.dryRun)
}

function reportOf(plans: readonly PlannedLine[], changed: number, dryRun: boolean): ImportWorkersReport {
  const bad = plans.filter(plan => plan.problems.length > 0)
  const good = plans.filter(plan => plan.problems.length === 0)
  const count = (action: PlannedLine['action']) => good.filter(plan => plan.action === action).length
  const text = [
    `${dryRun ? 'Would add' : 'Added'} ${count('add')}, change ${count('change')}, end ${count('leave')}; ${count('nothing')} unchanged; ${bad.length} bad.`,
    ...bad.map(plan => `line ${plan.line}: ${plan.problems.join('; ')}`),
  ].join('\n')
  const lines = plans.map(({ line, action, problems }) => ({ line, action, problems }))
  return { text, json: { problem: null, changed, lines }, isWhole: bad.length === 0 }
}
