import { filledForm } from './filledForm.ts'
import type { OpenCounty } from './openCounty.ts'
import { expectStatus, type Target } from './targets.ts'

const sure = { one_person: 'ONE PERSON' }

/**
 * Two records of a thousand entries each: a worker asks, the manager confirms, and the merge is undone again, each through
 * its page. What is timed is confirming and undoing.
 */
export function mergeTarget({ worker, manager, twice: [one, other] }: OpenCounty): Target {
  const name = 'merge two records of 2,000 entries, and undo it'
  const at = `/people/${one}/merge/${other}`
  let confirm: Target['ask'] | null = null
  return {
    name,
    prepare: async () => {
      const evidence = { evidence_kinds: ['birth_certificate'], evidence: 'The birth certificate was seen' }
      const open = expectStatus(await worker.get(at), 200, name)
      const asked = await worker.post(at, { ...filledForm(open.body), ...sure, ...evidence })
      const merge = String(expectStatus(asked, 303, name).headers.location)
      const waiting = expectStatus(await manager.get(merge), 200, name)
      confirm = async () => {
        expectStatus(await manager.post(merge, { ...filledForm(waiting.body), ...sure }), 303, name)
        return expectStatus(await manager.post(`${merge}/undo`, { reason: 'Two people' }), 303, name)
      }
    },
    ask: () => confirm?.() ?? Promise.reject(new Error('No merge was asked for')),
  }
}
