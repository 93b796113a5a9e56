import { join } from 'node:path'
import { importCensus } from '#modules/migration'
import { openDatabase } from '#platform/db'
import type { BenchCluster } from './benchCluster.ts'
import { writeCensus } from './censusFile.ts'
import { contextKeyOf } from './county.ts'
import { round } from './figures.ts'

/** Children a second through the importer, each batch of them a transaction that waits for the disk. */
export type ImportFigures = {
  readonly children: number
  /** Into a county that does not know them. */
  readonly perSecond: number
  /** The same file once more: every child is compared, nothing is written. */
  readonly perSecondAgain: number
  readonly found: string
}

/** Imports a generated census into a county, twice. */
export async function measureImport(
  cluster: BenchCluster,
  county: string,
  children: number,
): Promise<ImportFigures> {
  const path = join(cluster.folder, 'census.xml')
  writeCensus(path, children)
  const database = openDatabase(cluster.serveUrl(county), {
    suffix: county,
    contextKey: contextKeyOf(county),
  })
  const run = async () => {
    const began = performance.now()
    const report = await importCensus(database, { path, dryRun: false, limitBytes: 2 ** 31 })
    return { perSecond: round((children * 1000) / (performance.now() - began)), report }
  }
  try {
    const first = await run()
    const again = await run()
    return {
      children,
      perSecond: first.perSecond,
      perSecondAgain: again.perSecond,
      found: JSON.stringify(first.report.json.children),
    }
  } finally {
    await database.close()
  }
}
