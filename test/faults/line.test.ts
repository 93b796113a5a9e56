import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOf, framed, type HospitalLine, openHospitalLine } from '../support/hospitalLine.ts'
import { type LineWorld, lineWorld, messageOf, readArrived } from './lineWorld.ts'
import { type OwnPostgres, ownPostgres } from './ownPostgres.ts'
import { type Service, startWorker } from './service.ts'

/** A small number unless it says how many; before a release 100. */
const KILLS = Number(process.env['KITH_LINE_KILLS'] ?? 2)
const LANES = 4

let postgres: OwnPostgres
let world: LineWorld
let worker: Omit<Service, 'address'>

beforeAll(async () => {
  postgres = await ownPostgres()
  world = await lineWorld(postgres)
  worker = await startWorker(world.variables)
})
afterAll(async () => {
  await worker?.stop()
  await postgres?.end()
})

/** What was acknowledged, and how many of it only when it was sent again. */
type Sent = { readonly acknowledged: Set<number>; again: number }

/** Sends numbered messages, each until it is acknowledged, as a hospital's engine does; ends when told to and nothing is in doubt. */
function sending(sent: Sent, next: () => number) {
  let isOver = false
  const lane = async () => {
    let line: HospitalLine | null = null
    for (let number = next(); !isOver; number = next()) {
      for (let asked = 0; !sent.acknowledged.has(number); ) {
        line ??= await openHospitalLine(world.line).catch(() => null)
        if (line !== null) asked += 1
        const code = await line?.ask(framed(messageOf(number))).then(codeOf, () => null)
        if (code === null) line = null // the connection is gone
        if (code !== 'AA') {
          await pause(50)
          continue
        }
        sent.acknowledged.add(number)
        if (asked > 1) sent.again += 1
      }
    }
    line?.close()
  }
  const lanes = Array.from({ length: LANES }, lane)
  return async () => {
    isOver = true
    await Promise.all(lanes)
  }
}

const kills = ['worker', 'database', 'both'] as const

async function killAndStart(what: (typeof kills)[number]): Promise<void> {
  if (what !== 'worker') postgres.kill()
  if (what !== 'database') await worker.kill()
  await pause(100)
  if (what !== 'worker') await postgres.startAgain()
  if (what !== 'database') worker = await startWorker(world.variables)
}

/** Looks until every message that was kept has been read, or for a minute none has: many kills leave a queue. */
async function whatArrived() {
  let [fewest, since] = [Number.POSITIVE_INFINITY, performance.now()]
  for (;;) {
    const arrived = await readArrived(postgres)
    const waiting = arrived.messages.filter(({ state }) => state === 'waiting').length
    if (waiting < fewest) [fewest, since] = [waiting, performance.now()]
    if (waiting === 0 || performance.now() - since > 60_000) return arrived
    await pause(1000)
  }
}

it(
  'loses no message that was acknowledged, keeps none twice, and tells one nurse once of each visit, whatever is killed when',
  async () => {
    const sent: Sent = { acknowledged: new Set(), again: 0 }
    let number = -1
    const end = sending(sent, () => (number += 1))
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(200 + Math.random() * 800)
      await killAndStart(kills[kill % kills.length] ?? 'both')
    }
    await end()
    const { messages, visits } = await whatArrived()
    process.stdout.write(
      `${KILLS} kills, ${sent.acknowledged.size} messages acknowledged, ${sent.again} of them sent again, ${visits.length} visits told\n`,
    )
    const kept = Map.groupBy(messages, ({ controlId }) => controlId)
    const [lost, twice] = [(n: number) => n === 0, (n: number) => n > 1].map(isWrong =>
      [...sent.acknowledged].filter(one => isWrong(kept.get(`N${one}`)?.length ?? 0)),
    )
    expect({ lost, twice }).toEqual({ lost: [], twice: [] })
    expect(messages.filter(({ state }) => state !== 'done')).toEqual([])
    const numbers = [...sent.acknowledged].map(one => Math.floor(one / 2))
    expect(visits.map(({ key }) => key).toSorted()).toEqual(
      [...new Set(numbers)].map(one => `V${one}`).toSorted(),
    )
    expect(visits.filter(({ nurses }) => nurses !== 1)).toEqual([])
    expect(visits.reduce((sum, { events }) => sum + events, 0)).toBe(sent.acknowledged.size)
    expect(
      visits.filter(({ complaint, events }) => events === 2 && complaint !== 'Fever, seen by a nurse'),
    ).toEqual([])
  },
  (60 + KILLS * 30) * 1000,
)
