import { setTimeout } from 'node:timers/promises'
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
    ask: async () => {
      const answer = await worker.get(print ?? '')
      return answer.statusCode === 303
        ? waitFor(String(answer.headers.location))
        : expectStatus(answer, 200, name)
    },
  }

  /** A print that takes longer than a moment is fetched from its page. */
  async function waitFor(page: string): ReturnType<typeof worker.get> {
    for (;;) {
      const answer = await worker.get(`${page}/file`)
      if (answer.statusCode !== 303) return expectStatus(answer, 200, name)
      await setTimeout(20)
    }
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
