import { ENTRIES } from './longRecords.ts'
import type { OpenCounty } from './openCounty.ts'
import { expectStatus, type Target } from './targets.ts'

/** Entries of some sixty pages. */
const LINES = 700

/** The chronology for court of a long record, made once and printed each time, as a tagged PDF. */
export function printTarget({ worker, twice: [one] }: OpenCounty): Target {
  const name = `print a chronology of ${LINES} entries`
  let print: string | null = null
  return {
    name,
    prepare: async () => {
      print ??= `${await begin()}?format=pdf`
    },
    ask: async () => expectStatus(await worker.get(print ?? ''), 200, name),
  }

  async function begin(): Promise<string> {
    const today = Temporal.Now.plainDateISO('Europe/London')
    const from = today.subtract({ days: ENTRIES }).add({ days: 1 })
    const dates = [
      ['from', from],
      ['until', from.add({ days: LINES - 1 })],
    ] as const
    const period = dates.flatMap(([field, { day, month, year }]) => [
      [`${field}-day`, day],
      [`${field}-month`, month],
      [`${field}-year`, year],
    ])
    const fields = { child: one, entries: 'significant', ...Object.fromEntries(period) }
    const made = await worker.post(`/people/${one}/court-chronologies`, fields)
    return String(expectStatus(made, 303, name).headers.location)
  }
}
