import { z } from 'zod'
import { listQuery, roleWords } from '#modules/agencies'
import { remembering, type Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { asAtForm, formatDate, type Html, html, insetText, nothing, readAsAt } from '#ui'
import {
  choicesOf,
  chooserForm,
  dayQuery,
  distinctChoices,
  linkTo,
  listReply,
  onIfPast,
  readers,
} from '../../frame/index.ts'
import { agencyOn, censusYear, inPostOn, leaversIn, startersIn } from '../../measures/rules/census.ts'
import { readRollout } from '../../roll-out/queries/readRollout.ts'
import { type InPost, readStaff } from '../queries/readStaff.ts'
import { disciplineWords, employmentWords, otherProfessions } from '../rules/disciplines.ts'
import { isDuring } from '../rules/vacancy.ts'

const word = z.string().max(100).catch('').default('')
const query = z.object({
  ...listQuery,
  ...dayQuery,
  team: word,
  area: word,
  discipline: word,
  employment: word,
  /** Teams of the roll-out alone. */
  rollout: z.literal('yes').optional().catch(undefined),
  /** Social workers, or those beside them who work with families. */
  group: z.enum(['social_workers', 'others']).optional().catch(undefined),
  /** As the census of the workforce counts them. */
  census: z.enum(['in_post', 'agency', 'started', 'left']).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
})
type Asked = z.infer<typeof query>

const censusWords = {
  in_post: 'Child and family social workers in post, as the census counts them',
  agency: 'Agency social workers, as the census counts them',
  started: 'Social workers who came in the year of the census',
  left: 'Social workers who left in the year of the census',
}

/** Posts of whoever the address asks for: by the census, or whoever is in post on the day. */
function ofCensus(staff: readonly InPost[], asked: Asked, on: Temporal.PlainDate): readonly InPost[] {
  const year = censusYear(asked.year ?? on.year, on)
  if (asked.census === 'in_post') return inPostOn(staff, asked.year === undefined ? on : year.to)
  if (asked.census === 'agency') return agencyOn(staff, asked.year === undefined ? on : year.to)
  if (asked.census === 'started') return startersIn(staff, year)
  if (asked.census === 'left') return leaversIn(staff, year)
  return staff.filter(one => isDuring(one, on))
}

async function chosen(work: Work, asked: Asked, on: Temporal.PlainDate): Promise<readonly InPost[]> {
  const teams = asked.rollout
    ? new Set((await readRollout(work)).flatMap(wave => wave.teams.map(({ teamId }) => teamId)))
    : null
  return ofCensus(await readStaff(work), asked, on).filter(
    one =>
      (teams === null || (one.teamId !== null && teams.has(one.teamId))) &&
      (asked.team === '' || one.teamId === asked.team) &&
      (asked.area === '' || one.areaName === asked.area) &&
      (asked.discipline === '' || one.discipline === asked.discipline) &&
      (asked.employment === '' || one.employment === asked.employment) &&
      (asked.group === undefined ||
        (asked.group === 'others' ? otherProfessions.has(one.discipline) : one.discipline === 'social_work')),
  )
}

function choosers(staff: readonly InPost[], asked: Asked, kept: string | null): Html {
  return chooserForm(
    '/workforce/people',
    [
      {
        name: 'area',
        label: 'Service area',
        all: 'Every area',
        choices: distinctChoices(staff, one => [one.areaName, one.areaName]),
        value: asked.area,
      },
      {
        name: 'team',
        label: 'Team',
        all: 'Every team',
        choices: distinctChoices(staff, one => [one.teamId, one.teamName]),
        value: asked.team,
      },
      {
        name: 'discipline',
        label: 'Discipline',
        all: 'Every discipline',
        choices: choicesOf(disciplineWords),
        value: asked.discipline,
      },
      {
        name: 'employment',
        label: 'Employment',
        all: 'Any',
        choices: choicesOf(employmentWords),
        value: asked.employment,
      },
    ],
    {
      on: kept,
      rollout: asked.rollout ?? null,
      group: asked.group ?? null,
      census: asked.census ?? null,
      year: asked.year === undefined ? null : String(asked.year),
    },
  )
}

/** What of the address no chooser shows. */
function scope(asked: Asked): Html {
  const words = [
    asked.census ? `${censusWords[asked.census]}${asked.year ? `, ${asked.year}` : ''}.` : '',
    asked.rollout ? 'Teams of the roll-out alone.' : '',
    asked.group === 'social_workers' ? 'Social workers alone.' : '',
    asked.group === 'others'
      ? 'Mental health, substance misuse, domestic abuse and family support alone.'
      : '',
  ].filter(text => text !== '')
  if (words.length === 0) return nothing
  return insetText({
    html: html`${words.join(' ')} ${linkTo('/workforce/people', 'Show everybody in post')}`,
  })
}

/** FTE of everybody's posts on the day, by worker. */
export function fteByWorker(staff: readonly InPost[], on: Temporal.PlainDate): ReadonlyMap<string, number> {
  const held = Map.groupBy(
    staff.filter(one => isDuring(one, on)),
    ({ workerId }) => workerId,
  )
  return new Map([...held].map(([id, posts]) => [id, posts.reduce((sum, { fte }) => sum + fte, 0)]))
}

/** `/workforce/people`: who is in post, where and for how much of a week: a line for each post. */
export const peopleRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/people',
  query,
  summary:
    'Who is in post on a day, by team, discipline and employment; who came and who left in a year of the census',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const asAt = readAsAt(asked, work.today)
    const { day } = asAt
    const staff = await readStaff(work)
    const rows = await chosen(work, asked, day)
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
${choosers(staff, asked, onIfPast(day, work.today))}
<p class="govuk-body"><strong>${people} people</strong> in ${rows.length} posts, ${Math.round(rows.reduce((sum, { fte }) => sum + fte, 0) * 100) / 100} FTE together. Somebody in two teams stands here twice.</p>`,
      empty: 'Nobody is in a post like this on that day.',
      hasErrors: asAt.problem !== null,
    })
  },
})
