import type { OpenCounty } from './openCounty.ts'
import { expectStatus, type Target } from './targets.ts'

/** What is read of teams and of those in them: by the director over every team, and by a manager of one. */
export function workforceTargets({ manager, director }: OpenCounty): readonly Target[] {
  const reads = (name: string, who: typeof manager, url: string): Target => ({
    name,
    ask: async () => expectStatus(await who.get(url), 200, name),
  })
  const past = Temporal.Now.plainDateISO('Europe/London').subtract({ years: 1 })
  return [
    reads('director’s first page', director, '/people'),
    reads('workforce', director, '/workforce'),
    reads('caseload, two years', director, '/workforce/caseload'),
    reads('the same of a year ago', director, `/workforce/caseload?on=${past}`),
    reads('teams without a discipline', director, '/workforce/completeness'),
    reads('supervision of a team', manager, '/supervision'),
    reads('workbooks', manager, '/safeguarding'),
  ]
}
