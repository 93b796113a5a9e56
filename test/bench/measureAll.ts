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
import { type MessageFigures, measureMessages } from './messages/measureMessages.ts'
import { openCounty } from './openCounty.ts'
import { processorClock } from './processorClock.ts'
import { watchStatements } from './statements.ts'

/** How much is measured. */
export type BenchOrder = {
  readonly children: number
  /** Further children who are only led: what the pages of teams count. */
  readonly led: number
  /** Pages whose names hold one of these, with commas between; empty: all. `messages`: the line of hospitals, and nothing else. */
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
  /** Of the line by which hospitals tell of visits, where that was asked for. */
  readonly messages: MessageFigures | null
}

const [WHOLE, TENTH, OPEN] = ['kith_whole', 'kith_tenth', 'kith_open'] as const
const SMALLEST = 20
const MESSAGES = 'messages'

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
  say('Making one of a tenth.')
  const tenth = await makeCounty(cluster, TENTH, tenthOf(order), say)
  const machine = await describeMachine(cluster)
  const made = { machine, order, counties: { whole, tenth } }
  if (order.only === MESSAGES) return { ...made, ...(await measureLine(cluster, say)), at: now() }
  await withoutRowSecurity(cluster, WHOLE, OPEN)
  const served = await measureServed(cluster, order, say)
  if (order.imported > 0) say(`Importing a census of ${order.imported} children.`)
  const imported = order.imported > 0 ? await measureImport(cluster, WHOLE, order.imported) : null
  return { ...made, ...served, import: imported, messages: null, at: now() }
}

const now = (): string => Temporal.Now.instant().toString({ smallestUnit: 'second' })
const busyNow = (): number => round(loadavg()[0] ?? 0)

async function measureLine(cluster: BenchCluster, say: Say) {
  const before = busyNow()
  const messages = await measureMessages(cluster, { whole: WHOLE, tenth: TENTH }, say)
  const busy = [before, busyNow()] as const
  return { busy, pages: [], import: null, load: [], messages }
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
    const before = busyNow()
    const pages = await measurePages(
      { ...counties, bare, clock: processorClock(cluster.clusterFolder) },
      { rounds, only },
    )
    const busy = [before, busyNow()] as const
    if (seconds > 0) say(`Sending twenty requests a second for ${seconds} seconds.`)
    return { busy, pages, load: seconds > 0 ? await measureLoad(counties.whole, seconds) : [] }
  } finally {
    await bare.close()
    for (const county of Object.values(counties)) await county.close()
  }
}
