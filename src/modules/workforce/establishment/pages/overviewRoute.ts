import { z } from 'zod'
import { remembering } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, html, readAsAt } from '#ui'
import { dayQuery, onIfPast, readers, workforcePage } from '../../frame/index.ts'
import { readPlaces } from '../queries/readPlaces.ts'
import { readStaff } from '../queries/readStaff.ts'
import { isDuring } from '../rules/vacancy.ts'
import { byDiscipline, byTeam, headline } from './overviewTables.ts'

/** `/workforce`: the workforce on one page; each number opens the posts behind it. */
export const overviewRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce',
  query: z.object(dayQuery),
  summary: 'The workforce on a day: posts filled and vacant, who is in post, teams complete and live',
  async handle({ work: given, query: asked }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const { day } = asAt
    const past = onIfPast(day, work.today)
    const places = await readPlaces(work)
    const staff = (await readStaff(work)).filter(one => isDuring(one, day))
    return workforcePage(work, {
      tab: '/workforce',
      title: 'Workforce',
      hasErrors: asAt.problem !== null,
      content: html`${asAtForm({ action: '/workforce', asAt, today: work.today })}
${await headline(work, { places, staff, day, past })}
<h2 class="govuk-heading-m">Posts by discipline</h2>
${byDiscipline(places, day, past)}
<h2 class="govuk-heading-m">By team</h2>
${byTeam(places, day, past)}`,
    })
  },
})
