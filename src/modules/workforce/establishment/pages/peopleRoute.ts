import { roleWords } from '#modules/agencies'
import { remembering } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, formatDate, html, readAsAt } from '#ui'
import { linkTo, listReply, onIfPast, readers } from '../../frame/index.ts'
import { type InPost, readStaff } from '../queries/readStaff.ts'
import { disciplineWords, employmentWords } from '../rules/disciplines.ts'
import { chosenPeople, fteByWorker, peopleQuery } from './peopleAsked.ts'
import { peopleChoosers, scope } from './peopleChoosers.ts'

/** `/workforce/people`: who is in post, where and for how much of a week: a line for each post. */
export const peopleRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/people',
  query: peopleQuery,
  summary:
    'Who is in post on a day, by team, discipline and employment; who came and who left in a year of the census',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const { day } = asAt
    const staff = await readStaff(work)
    const rows = await chosenPeople(work, asked, day)
    const whole = fteByWorker(staff, day)
    const total = (one: InPost): string => {
      const fte = Math.round((whole.get(one.workerId) ?? 0) * 100) / 100
      return fte > 1 ? `${one.fte} (${fte} in all: above 1)` : String(one.fte)
    }
    const people = new Set(rows.map(({ workerId }) => workerId)).size
    return listReply(work, asked, path, {
      tab: '/workforce/people',
      title: 'People in post',
      fileName: 'people-in-post.csv',
      what: 'posts',
      rows,
      head: ['Worker', 'Role', 'Discipline', 'Team or area', 'Employer', 'Employment', 'FTE', 'From', 'To'],
      cells: one => [
        one.placeId === null ? one.workerName : linkTo(`/workforce/posts/${one.placeId}`, one.workerName),
        roleWords[one.role],
        disciplineWords[one.discipline],
        one.teamName ?? one.areaName ?? '',
        one.employer ?? '',
        employmentWords[one.employment],
        total(one),
        formatDate(one.startedOn),
        one.endedOn ? formatDate(one.endedOn) : '',
      ],
      csvHead: [
        'Worker',
        'Role',
        'Discipline',
        'Team',
        'Service area',
        'Employer',
        'Employment',
        'FTE',
        'From',
        'To',
      ],
      csv: one => [
        one.workerName,
        roleWords[one.role],
        disciplineWords[one.discipline],
        one.teamName,
        one.areaName,
        one.employer,
        employmentWords[one.employment],
        one.fte,
        one.startedOn,
        one.endedOn,
      ],
      before: html`${scope(asked)}
${asAtForm({ action: '/workforce/people', asAt, today: work.today, others: { team: asked.team, area: asked.area, discipline: asked.discipline, employment: asked.employment, rollout: asked.rollout, group: asked.group, census: asked.census } })}
${peopleChoosers(staff, asked, onIfPast(day, work.today))}
<p class="govuk-body"><strong>${people} people</strong> in ${rows.length} posts, ${Math.round(rows.reduce((sum, { fte }) => sum + fte, 0) * 100) / 100} FTE together. Somebody in two teams stands here twice.</p>`,
      empty: 'Nobody is in a post like this on that day.',
      hasErrors: asAt.problem !== null,
    })
  },
})
