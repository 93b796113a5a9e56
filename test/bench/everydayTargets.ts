import type { OpenCounty } from './openCounty.ts'
import { expectStatus, type Target } from './targets.ts'

/** What is read from the first contact to an assessment: the queue, five siblings' assessment, the inbox of decisions. */
export function everydayTargets({
  worker,
  manager,
  dutyManager,
  assessmentId,
}: OpenCounty): readonly Target[] {
  const reads = (name: string, who: typeof worker, url: string): Target => ({
    name,
    ask: async () => expectStatus(await who.get(url), 200, name),
  })
  return [
    reads('front door’s queue', dutyManager, '/front-door'),
    reads('assessment of five siblings', worker, `/assessments/${assessmentId}`),
    reads('approval inbox', manager, '/approvals'),
  ]
}

/** One part of the assessment of five siblings, sent as its form sends it, with other words each time. */
export async function assessmentTarget({ worker, assessmentId }: OpenCounty): Promise<Target> {
  const name = 'save a part of the assessment of five'
  const url = `/assessments/${assessmentId}/parts/family`
  const opened = expectStatus(await worker.get(url), 200, name)
  let version = Number(/name="version" value="(\d+)"/.exec(opened.body)?.[1])
  return {
    name,
    ask: async () => {
      const parenting = `Warm and patient on visit ${version}; mornings are hard when there was no sleep.`
      const answer = await worker.post(url, { version, parenting })
      version += 1
      return expectStatus(answer, 303, name)
    },
  }
}
