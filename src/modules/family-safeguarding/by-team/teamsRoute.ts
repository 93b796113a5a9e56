import { recordReaders } from '#modules/casework'
import type { Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { type Html, html, nothing } from '#ui'
import { measureNames } from '../outcomes/measureNames.ts'
import { leadTimes, noters } from './needTables.ts'
import { feedback, outcomes } from './saidTables.ts'
import { LEAST } from './suppressed.ts'
import { fared, offeredNeeds, saidOfTeams } from './teamFacts.ts'

/** `/safeguarding/by-team`: how early needs are noted, how fast specialists come, what families say, and how adults fare. */
export const teamsRoute = route({
  method: 'GET',
  url: '/safeguarding/by-team',
  admits: recordReaders,
  summary:
    'Family Safeguarding by team: lead times, what families say, and measures before and after; no child is named',
  purpose: 'casework',
  async handle({ work }): Promise<Reply> {
    return {
      kind: 'page',
      title: 'Workbooks by team',
      current: work.actor.class === 'director' ? '/people' : '/safeguarding',
      isWide: true,
      back: work.actor.class === 'director' ? '/people' : '/safeguarding',
      content: html`<h1 class="govuk-heading-l">Workbooks by team</h1>${work.knownAt === null ? await counted(work) : ofNow}`,
      shown: 'nothing',
    }
  },
})

const ofNow = html`<p class="govuk-body">Teams are counted as they stand now: there is no count of a past moment.</p>`

async function counted(work: Work): Promise<Html> {
  const needs = await offeredNeeds(work)
  const names = await measureNames(work)
  const opens = work.actor.class === 'director'
  return html`<p class="govuk-body">Over all teams of the authority, in the last two years, nobody named. Counts under ${LEAST} are not shown, nor any middle or mean of so few.${opens ? ' A number of a team opens the children of the families behind it. One of a measure opens nobody, since it would tell of whom it was taken.' : nothing}</p>
<h2 class="govuk-heading-m">How early needs are noted</h2>${leadTimes(needs, opens)}${noters(needs)}
<h2 class="govuk-heading-m">What families say of the help</h2>${feedback(await saidOfTeams(work), opens)}
<h2 class="govuk-heading-m">How adults and children fare</h2>${outcomes(await fared(work), names.all)}`
}
