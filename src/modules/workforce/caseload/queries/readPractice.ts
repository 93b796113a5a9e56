import { sql } from 'kysely'
import { caseloadsOn } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Band, bandOf, bands, standingOf, together } from '../rules/caseloadRule.ts'
import { readRule } from './readRule.ts'

/** What was done in months in which workers were in a band. */
export type BandPractice = {
  readonly band: Band
  /** Months of workers, and children led on the first of each of these months. */
  readonly workerMonths: number
  readonly childMonths: number
  /** Children newly led, at least 60 days ago; those seen within 60 days; days until then, together. */
  readonly begun: number
  readonly seen: number
  readonly daysToFirst: number
  readonly visits: number
  readonly steppedUp: number
}

type Row = {
  band: Band
  begun: number
  seen: number
  days_to_first: number
  visits: number
  stepped_up: number
}

/** Practice of the twelve full months before a day, by the band in which each worker began the month. */
export async function readPractice(work: Work): Promise<readonly BandPractice[]> {
  const rule = await readRule(work)
  const first = work.today.with({ day: 1 })
  const months = Array.from({ length: 12 }, (_, index) => first.subtract({ months: 12 - index }))
  const loads = (await caseloadsOn(work, months)).filter(({ workerId }) => workerId !== null)
  const workerMonths = [...Map.groupBy(loads, row => `${row.day} ${row.workerId}`).values()].flatMap(rows => {
    const held = together(rows)
    const band = bandOf(standingOf(held, rule))
    const [row] = rows
    return band === null || row === undefined || held.led === 0 ? [] : [{ ...row, led: held.led, band }]
  })
  const { rows } = await sql<Row>`select * from access.practice_by_band(
    ${workerMonths.map(({ day }) => day.toString())}::date[], ${workerMonths.map(({ workerId }) => workerId)}::uuid[],
    ${workerMonths.map(({ band }) => band)}::text[])`.execute(work.db())
  return bands.map(band => {
    const found = rows.find(row => row.band === band)
    const own = workerMonths.filter(one => one.band === band)
    return {
      band,
      workerMonths: own.length,
      childMonths: own.reduce((sum, { led }) => sum + led, 0),
      begun: found?.begun ?? 0,
      seen: found?.seen ?? 0,
      daysToFirst: found?.days_to_first ?? 0,
      visits: found?.visits ?? 0,
      steppedUp: found?.stepped_up ?? 0,
    }
  })
}
