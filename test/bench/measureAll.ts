import { loadavg } from 'node:os'
import { registerModules } from '../../src/main/modules.ts'
import { bareServer } from './bareServer.ts'
import { type BenchCluster, startBenchCluster } from './benchCluster.ts'
import { type CountyMade, makeCounty, withoutRowSecurity } from './county.ts'
import { describeMachine } from './describeMachine.ts'
import { round } from './figures.ts'
import { type ImportFigures, measureImport } from './measureImport.ts'
import { type LoadFigures, measureLoad } from './measureLoad.ts'
import { measurePages, type PageFigures } from './measurePages.ts'
import { openCounty } from './openCounty.ts'
import { processorClock } from './processorClock.ts'
import { watchStatements } from './statements.ts'

/** How much is measured. */
export type BenchOrder = {
  readonly children: number
  /** Further children who are only led: what the pages of teams count. */
  readonly led: number
  /** Pages whose names hold one of these, with commas between; empty: all. */
  readonly only: string
  readonly rounds: number
  readonly seconds: number
  readonly imported: number
}

/** Everything that one run found. */
export type BenchResults = {
  readonly at: string
  readonly machine: string
  /** Processes that waited for a processor on average in the last minute, ours included: before and after measuring pages. */
  readonly busy: readonly [number, number]
  readonly order: BenchOrder
  readonly counties: { readonly whole: CountyMade; readonly tenth: CountyMade }
  readonly pages: readonly PageFigures[]
  readonly import: ImportFigures | null
  readonly load: readonly LoadFigures[]
}

const [WHOLE, TENTH, OPEN] = ['kith_whole', 'kith_tenth', 'kith_open'] as const
const SMALLEST = 20

/** Makes the counties, measures, and removes everything again, also when it is ended early. */
export async function measureAll(order: BenchOrder, say: Say, signal: AbortSignal): Promise<BenchResults> {
  registerModules()
  watchStatements()
  const cluster = await startBenchCluster([WHOLE, TENTH])
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The benchmark was ended early.')), {
      once: true,
    })
  })
  try {
    return await Promise.race([measureOn(cluster, order, say), aborted])
  } finally {
    await cluster.remove()
  }
}

const tenthOf = ({ children, led }: BenchOrder) => ({
  children: Math.max(SMALLEST, Math.round(children / 10)),
  led: Math.round(led / 10),
})

type Say = (sentence: string) => void

async function measureOn(cluster: BenchCluster, order: BenchOrder, say: Say): Promise<BenchResults> {
  say(`Making a county of ${order.children} open children.`)
  const whole = await makeCounty(cluster, WHOLE, order, say)
  say('Making one of a tenth, and a copy without row-level security.')
  const tenth = await makeCounty(cluster, TENTH, tenthOf(order), say)
  await withoutRowSecurity(cluster, WHOLE, OPEN)
  const machine = await describeMachine(cluster)
  const served = await measureServed(cluster, order, say)
  if (order.imported > 0) say(`Importing a census of ${order.imported} children.`)
  const imported = order.imported > 0 ? await measureImport(cluster, WHOLE, order.imported) : null
  const at = Temporal.Now.instant().toString({ smallestUnit: 'second' })
  return { at, machine, order, counties: { whole, tenth }, ...served, import: imported }
}

/** Pages and load, with a server on each county. */
async function measureServed(
  cluster: BenchCluster,
  { rounds, seconds, only }: BenchOrder,
  say: Say,
): Promise<Pick<BenchResults, 'busy' | 'pages' | 'load'>> {
  const counties = {
    whole: await openCounty(cluster, WHOLE),
    tenth: await openCounty(cluster, TENTH),
    open: await openCounty(cluster, OPEN, WHOLE),
  }
  const bare = await bareServer(cluster.serveUrl(WHOLE))
  try {
    say('Asking for pages by turns.')
    const before = round(loadavg()[0] ?? 0)
    const pages = await measurePages(
      { ...counties, bare, clock: processorClock(cluster.clusterFolder) },
      { rounds, only },
    )
    const busy = [before, round(loadavg()[0] ?? 0)] as const
    if (seconds > 0) say(`Sending twenty requests a second for ${seconds} seconds.`)
    return { busy, pages, load: seconds > 0 ? await measureLoad(counties.whole, seconds) : [] }
  } finally {
    await bare.close()
    for (const county of Object.values(counties)) await county.close()
  }
}
