import type { LightMyRequestResponse } from 'fastify'
import type { Visitor } from '#test/signIn.ts'
import type { OpenCounty } from './openCounty.ts'

/** One thing measured, in one county. */
export type Target = {
  readonly name: string
  /** Done before each time and not timed, such as asking for the merge that is then confirmed. */
  readonly prepare?: () => Promise<void>
  /** @returns the answer; a status other than the one expected ends the benchmark */
  ask(): Promise<LightMyRequestResponse>
}

/** What reading is measured by. Searches are asked by the address of their results, as a browser does on the way back. */
export async function readingTargets(county: OpenCounty): Promise<readonly Target[]> {
  const { worker, manager, siblings, teamId, identifier } = county
  const child = `/people/${siblings[0]}`
  const reads = (name: string, who: Visitor, url: string): Target => ({
    name,
    ask: async () => expectStatus(await who.get(url), 200, name),
  })
  return [
    reads('child’s page', worker, child),
    reads('work list', worker, '/my-work'),
    reads('team board', manager, `/teams/${teamId}/board`),
    reads('search, misspelled', worker, await searchAddress(worker, 'Masie Thorncassel')),
    reads('search, identifier', worker, await searchAddress(worker, identifier)),
    reads('chronology', worker, `${child}/chronology`),
  ]
}

/** One visit to three siblings, sent as the form sends it: one note, three children's clocks. */
export function visitTarget({ worker, siblings }: OpenCounty): Target {
  const name = 'save a visit for three'
  const url = `/people/${siblings[0]}/visits/new`
  return {
    name,
    ask: async () => {
      const yesterday = Temporal.Now.plainDateISO('Europe/London').subtract({ days: 1 })
      const fields = {
        all: 'seen_alone',
        'on-day': yesterday.day,
        'on-month': yesterday.month,
        'on-year': yesterday.year,
        time: '15:30',
        kind: 'visit',
        purpose: 'cp_visit',
        outcome: 'held',
        place: 'At home',
        body: 'I visited the three children after school. We read, and each of them showed me their room.',
      }
      return expectStatus(await worker.post(url, fields), 303, name)
    },
  }
}

async function searchAddress(visitor: Visitor, text: string): Promise<string> {
  const answer = expectStatus(await visitor.post('/people', { text }), 303, 'search')
  return String(answer.headers.location)
}

/** @returns the answer @throws Error when its status is another than the one expected */
export function expectStatus(
  answer: LightMyRequestResponse,
  status: number,
  name: string,
): LightMyRequestResponse {
  if (answer.statusCode === status) return answer
  throw new Error(
    `${name}: answered ${answer.statusCode} instead of ${status}: ${answer.body.slice(0, 2000)}`,
  )
}
