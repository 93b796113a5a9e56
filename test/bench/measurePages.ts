import type { FastifyInstance } from 'fastify'
import { assessmentTarget, everydayTargets } from './everydayTargets.ts'
import { ratioOf, type Spread, spreadOf } from './figures.ts'
import { mergeTarget } from './mergeTarget.ts'
import type { OpenCounty } from './openCounty.ts'
import { printTarget } from './printTarget.ts'
import type { ProcessorClock } from './processorClock.ts'
import { packTarget, protectionTargets } from './protectionTargets.ts'
import { countStatements } from './statements.ts'
import { readingTargets, type Target, visitTarget } from './targets.ts'
import { workforceTargets } from './workforceTargets.ts'

/** The same server on three databases, and the least a page can be on the same PostgreSQL. */
export type Subjects = {
  readonly whole: OpenCounty
  readonly tenth: OpenCounty
  /** A copy of `whole` without row-level security. */
  readonly open: OpenCounty
  readonly bare: FastifyInstance
  readonly clock: ProcessorClock
}

/** How many times dearer than something else: by the processor's time, and by the clock on the wall. */
export type Ratio = { readonly processor: number; readonly wall: number }

/** What was found of one page, in milliseconds and in ratios of each round. */
export type PageFigures = {
  readonly page: string
  readonly ms: Spread
  /** Of processor, here and in the database. */
  readonly processorMs: Spread
  readonly bareMs: Spread
  readonly bareProcessorMs: Spread
  readonly toBare: Ratio
  /** In the county of the size asked for, to one of a tenth. */
  readonly growth: Ratio
  /** With row-level security, to without. */
  readonly rowSecurity: Ratio
  readonly statements: number
  /** How often the statement that was sent most was sent, and its beginning. */
  readonly mostRepeated: number
  readonly repeatedStatement: string
  readonly bytes: number
  readonly bytesInTenth: number
}

const WARM_UP = 6
/** Long work is asked for less often. */
const FEW = { warmUp: 1, rounds: 5 }

/** Asks for every page in every county by turns, so that whatever else the machine does meets them all alike. */
export async function measurePages(
  subjects: Subjects,
  { rounds, only }: { readonly rounds: number; readonly only: string },
): Promise<readonly PageFigures[]> {
  const counties = [subjects.whole, subjects.tenth, subjects.open]
  const wanted = (targets: readonly Target[]) =>
    targets.filter(({ name }) => only.split(',').some(words => name.includes(words)))
  const often = { warmUp: WARM_UP, rounds }
  const read = await Promise.all(
    counties.map(async county =>
      wanted([
        ...(await readingTargets(county)),
        ...everydayTargets(county),
        ...protectionTargets(county),
        ...workforceTargets(county),
      ]),
    ),
  )
  const written = await Promise.all(
    counties.map(async county => wanted([visitTarget(county), await assessmentTarget(county)])),
  )
  return [
    // Reading first: each visit that is saved lengthens the record that is read.
    ...(await measureTogether(read, subjects, often)),
    ...(await measureTogether(written, subjects, often)),
    ...(await measureTogether(
      counties.map(county => wanted([printTarget(county), mergeTarget(county), packTarget(county)])),
      subjects,
      { ...FEW, rounds: Math.min(rounds, FEW.rounds) },
    )),
  ]
}

type Lane = Pick<Target, 'prepare'> & {
  readonly ask: () => Promise<unknown>
  readonly wall: number[]
  readonly processor: number[]
}

async function measureTogether(
  counties: readonly (readonly Target[])[],
  { bare, clock }: Subjects,
  { warmUp, rounds }: { readonly warmUp: number; readonly rounds: number },
): Promise<readonly PageFigures[]> {
  const [whole = [], tenth = [], open = []] = counties.map(targets => targets.map(laneOf))
  const least = laneOf({ ask: () => bare.inject('/') })
  const lanes = [least, ...whole.flatMap((lane, place) => [lane, tenth[place], open[place]])].filter(
    lane => lane !== undefined,
  )
  for (let turn = 0; turn < warmUp; turn += 1) for (const lane of lanes) await once(lane)
  // Each round begins at another lane, so that none always follows the same one.
  for (let turn = 0; turn < rounds; turn += 1)
    for (let place = 0; place < lanes.length; place += 1)
      await time(lanes[(turn + place) % lanes.length] ?? least, clock)
  const [targets = [], small = []] = counties
  return inTurn(targets, async (target, place) => {
    const [own = least, fewer = least, unguarded = least] = [whole[place], tenth[place], open[place]]
    await target.prepare?.()
    const asked = await countStatements(target.ask)
    return {
      page: target.name,
      ms: spreadOf(own.wall),
      processorMs: spreadOf(own.processor),
      bareMs: spreadOf(least.wall),
      bareProcessorMs: spreadOf(least.processor),
      toBare: ratio(own, least),
      growth: ratio(own, fewer),
      rowSecurity: ratio(own, unguarded),
      statements: asked.statements,
      mostRepeated: asked.most,
      repeatedStatement: asked.mostAsked.slice(0, 160),
      bytes: (await once(target)).body.length,
      bytesInTenth: await bytesOf(small[place]),
    }
  })
}

const laneOf = (target: Pick<Lane, 'ask' | 'prepare'>): Lane => ({ ...target, wall: [], processor: [] })

async function once<R>(target: Pick<Target, 'prepare'> & { ask(): Promise<R> }): Promise<R> {
  await target.prepare?.()
  return await target.ask()
}

const bytesOf = async (target: Target | undefined): Promise<number> =>
  target === undefined ? 0 : (await once(target)).body.length

const ratio = (one: Lane, other: Lane): Ratio => ({
  processor: ratioOf(one.processor, other.processor),
  wall: ratioOf(one.wall, other.wall),
})

async function time(lane: Lane, clock: ProcessorClock): Promise<void> {
  await lane.prepare?.()
  const [used, began] = [clock(), performance.now()]
  await lane.ask()
  lane.wall.push(performance.now() - began)
  lane.processor.push(clock() - used)
}

async function inTurn<T, R>(items: readonly T[], make: (item: T, place: number) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const [place, item] of items.entries()) made.push(await make(item, place))
  return made
}
