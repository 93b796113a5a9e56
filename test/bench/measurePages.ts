import type { FastifyInstance } from 'fastify'
import { ratioOf, type Spread, spreadOf } from './figures.ts'
import type { OpenCounty } from './openCounty.ts'
import { countStatements } from './statements.ts'
import { readingTargets, type Target, visitTarget } from './targets.ts'

/** The same server on three databases, and the least a page can be on the same PostgreSQL. */
export type Subjects = {
  readonly whole: OpenCounty
  readonly tenth: OpenCounty
  /** A copy of `whole` without row-level security. */
  readonly open: OpenCounty
  readonly bare: FastifyInstance
}

/** What was found of one page, in milliseconds and in ratios of each round. */
export type PageFigures = {
  readonly page: string
  readonly ms: Spread
  readonly bareMs: Spread
  readonly toBare: number
  /** In the county of the size asked for, to one of a tenth. */
  readonly growth: number
  /** With row-level security, to without. */
  readonly rowSecurity: number
  readonly statements: number
  /** How often the statement that was sent most was sent, and its beginning. */
  readonly mostRepeated: number
  readonly repeatedStatement: string
  readonly bytes: number
  readonly bytesInTenth: number
}

const WARM_UP = 6

/** Asks for every page in every county by turns, so that whatever else the machine does meets them all alike. */
export async function measurePages(subjects: Subjects, rounds: number): Promise<readonly PageFigures[]> {
  const reading = await Promise.all([subjects.whole, subjects.tenth, subjects.open].map(readingTargets))
  const figures = []
  // Reading first: each visit that is saved lengthens the record that is read.
  for (const targets of [
    reading,
    [subjects.whole, subjects.tenth, subjects.open].map(county => [visitTarget(county)]),
  ])
    figures.push(...(await measureTogether(targets, subjects.bare, rounds)))
  return figures
}

type Lane = { readonly ask: () => Promise<unknown>; readonly times: number[] }

async function measureTogether(
  counties: readonly (readonly Target[])[],
  bare: FastifyInstance,
  rounds: number,
): Promise<readonly PageFigures[]> {
  const [whole = [], tenth = [], open = []] = counties.map(targets => targets.map(laneOf))
  const least = laneOf({ ask: () => bare.inject('/') })
  const lanes = [least, ...whole.flatMap((lane, place) => [lane, tenth[place], open[place]])].filter(
    lane => lane !== undefined,
  )
  for (let turn = 0; turn < WARM_UP; turn += 1) for (const lane of lanes) await lane.ask()
  // Each round begins at another lane, so that none always follows the same one.
  for (let turn = 0; turn < rounds; turn += 1)
    for (let place = 0; place < lanes.length; place += 1)
      await time(lanes[(turn + place) % lanes.length] ?? least)
  const [targets = [], small = []] = counties
  return inTurn(targets, async (target, place) => {
    const [times, fewer, unguarded] = [whole, tenth, open].map(of => of[place]?.times ?? [])
    const asked = await countStatements(target.ask)
    return {
      page: target.name,
      ms: spreadOf(times ?? []),
      bareMs: spreadOf(least.times),
      toBare: ratioOf(times ?? [], least.times),
      growth: ratioOf(times ?? [], fewer ?? []),
      rowSecurity: ratioOf(times ?? [], unguarded ?? []),
      statements: asked.statements,
      mostRepeated: asked.most,
      repeatedStatement: asked.mostAsked.slice(0, 160),
      bytes: (await target.ask()).body.length,
      bytesInTenth: (await small[place]?.ask())?.body.length ?? 0,
    }
  })
}

const laneOf = ({ ask }: { ask: () => Promise<unknown> }): Lane => ({ ask, times: [] })

async function time(lane: Lane): Promise<void> {
  const began = performance.now()
  await lane.ask()
  lane.times.push(performance.now() - began)
}

async function inTurn<T, R>(items: readonly T[], make: (item: T, place: number) => Promise<R>): Promise<R[]> {
  const made: R[] = []
  for (const [place, item] of items.entries()) made.push(await make(item, place))
  return made
}
