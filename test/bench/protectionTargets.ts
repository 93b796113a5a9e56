import { type Filled, filledForm } from './filledForm.ts'
import { RECIPIENTS } from './longPack.ts'
import type { OpenCounty } from './openCounty.ts'
import { expectStatus, type Target } from './targets.ts'

/** A past day of the list of plans. */
const DAYS_AGO = 30

/** What is read around a conference: the list of plans, today and as it was; meetings; the workspace; who had their time; who sees what. */
export function protectionTargets({
  worker,
  manager,
  director,
  conferenceId,
  paperId,
}: OpenCounty): readonly Target[] {
  const reads = (name: string, who: typeof worker, url: string): Target => ({
    name,
    ask: async () => expectStatus(await who.get(url), 200, name),
  })
  const past = Temporal.Now.plainDateISO('Europe/London').subtract({ days: DAYS_AGO })
  return [
    reads('list of protection plans', manager, '/protection-plans'),
    reads(`the same as known ${DAYS_AGO} days ago`, manager, `/protection-plans?known-at=${past}`),
    reads('workspace of a conference', worker, `/meetings/${conferenceId}`),
    reads('meetings', manager, '/meetings'),
    reads('board of reports shared in time', manager, '/sharing'),
    reads('the same of the whole authority', director, '/sharing'),
    reads('who sees what of a paper, 12 people', worker, `/papers/${paperId}/decide`),
  ]
}

/** The copies of a report of forty pages for everybody at a conference: composed, searched by the checks and kept. */
export function packTarget({ worker, packId }: OpenCounty): Target {
  const name = `compose a pack of 40 pages for ${RECIPIENTS}`
  let form: Filled = {}
  return {
    name,
    prepare: async () => {
      form = filledForm(expectStatus(await worker.get(`/papers/${packId}/preview`), 200, name).body)
    },
    ask: async () =>
      expectStatus(await worker.post(`/papers/${packId}/copies`, { ...form, style: 'plain' }), 303, name),
  }
}
