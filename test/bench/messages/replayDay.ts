import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, openHospitalLine } from '../../support/hospitalLine.ts'
import { round } from '../figures.ts'
import { addUp, type Sum } from './addUp.ts'
import { countyDay } from './countyDay.ts'
import { bytesOf, type Frame } from './frames.ts'
import type { OpenSenders } from './openSenders.ts'
import { readStored } from './readStored.ts'

/** A day of a county's visits, sent as fast as it is taken, and whether every message came to something. */
export type DayFigures = {
  readonly visits: number
  readonly connections: number
  /** What each kind of fault was sent as, how often, and how it was answered. */
  readonly kinds: readonly { readonly what: string; readonly frames: number; readonly answers: string }[]
  readonly takenSeconds: number
  /** Until the last was read. */
  readonly readSeconds: number
  readonly sums: readonly Sum[]
}

const VISITS = 600
const PATIENCE = 600_000

/** @returns figures of the day; sums that do not add up say so */
export async function replayDay(senders: OpenSenders, facilities: readonly string[]): Promise<DayFigures> {
  const { lanes, visits } = countyDay(facilities, senders.children, VISITS)
  const began = performance.now()
  const seconds = () => round((performance.now() - began) / 1000)
  const answers = (await Promise.all(lanes.map(lane => sendLane(senders, lane)))).flat()
  const takenSeconds = seconds()
  while ((await senders.waiting()) > 0 && performance.now() - began < PATIENCE) await pause(100)
  const readSeconds = seconds()
  const frames = lanes.flat()
  const stored = await readStored(senders, facilities)
  return {
    ...{ visits: visits.length, connections: lanes.length, takenSeconds, readSeconds },
    kinds: kindsOf(frames, answers),
    sums: addUp({ frames, answers, visits, stored }),
  }
}

/** All of one connection, without waiting for answers: the door makes whoever sends too much wait. */
async function sendLane({ line }: OpenSenders, frames: readonly Frame[]): Promise<readonly string[]> {
  const connection = await openHospitalLine(line)
  const answers = await Promise.all(frames.map(frame => connection.ask(bytesOf(frame))))
  connection.close()
  return answers.map(codeOf)
}

function kindsOf(frames: readonly Frame[], answers: readonly string[]): DayFigures['kinds'] {
  const all = frames.map(({ what }, place) => ({ what, answer: answers[place] ?? 'none' }))
  return [...Map.groupBy(all, ({ what }) => what)].map(([what, some]) => ({
    what,
    frames: some.length,
    answers: [...Map.groupBy(some, ({ answer }) => answer)]
      .map(([code, { length }]) => `${length} ${code}`)
      .join(', '),
  }))
}
