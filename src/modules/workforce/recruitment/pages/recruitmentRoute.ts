import { z } from 'zod'
import { listQuery } from '#modules/agencies'
import { remembering } from '#platform/db'
import { type Reply, route } from '#platform/http'
import { type Bar, barChart, type Html, html, nothing } from '#ui'
import { disciplineWords } from '../../establishment/rules/disciplines.ts'
import { choicesOf, chooserForm, linkTo, listReply, readers } from '../../frame/index.ts'
import { type Recruitment, readRecruitment } from '../queries/readRecruitment.ts'
import { daysInAll, daysInto, median, standOf, steps } from '../rules/steps.ts'
import { standCell, stepCell } from './recruitmentTable.ts'

const query = z.object({
  ...listQuery,
  discipline: z.string().max(30).catch('').default(''),
  show: z.enum(['running', 'started', 'given_up']).optional().catch(undefined),
})
type Asked = z.infer<typeof query>

const showWords = { running: 'Running', started: 'Started', given_up: 'Given up' }

function isAsked(one: Recruitment, asked: Asked, on: Temporal.PlainDate): boolean {
  const { isOver, words } = standOf(one, on)
  const state = !isOver ? 'running' : words === 'Started' ? 'started' : 'given_up'
  return (
    (asked.discipline === '' || one.place.discipline === asked.discipline) &&
    (asked.show === undefined || asked.show === state)
  )
}

/** How long each step takes, drawn; nothing while no step has two days. */
function stepsDrawn(all: readonly Recruitment[]): Html {
  const bars = steps.slice(1).flatMap(([step, words]): Bar[] => {
    const value = median(all.flatMap(one => daysInto(one, step) ?? []))
    return value === null ? [] : [{ label: words, value }]
  })
  const whole = median(all.flatMap(one => daysInAll(one) ?? []))
  if (bars.length === 0) return nothing
  return html`${barChart({
    id: 'steps',
    title: 'Days from the step before',
    description: 'The middle number of days that each step took, of the posts in this list.',
    labelHeading: 'Step',
    valueHeading: 'Days, middle value',
    bars,
  })}
${whole === null ? nothing : html`<p class="govuk-body">From advert to first day: <strong>${whole} days</strong>, the middle value.</p>`}`
}

/** `/workforce/recruitment`: posts from advert to first day, with the days in each step. */
export const recruitmentRoute = route({
  ...readers,
  method: 'GET',
  url: '/workforce/recruitment',
  query,
  summary: 'Recruitment from advert to first day, with the days in each step',
  async handle({ work: given, query: asked, path }): Promise<Reply> {
    const work = remembering(given)
    const rows = (await readRecruitment(work)).filter(one => isAsked(one, asked, work.today))
    return listReply(work, asked, path, {
      tab: '/workforce/recruitment',
      title: 'Recruitment',
      fileName: 'recruitment.csv',
      what: 'attempts to fill a post',
      rows,
      head: ['Post', 'Team', ...steps.map(([, words]) => words), 'How far'],
      cells: one => [
        linkTo(`/workforce/posts/${one.place.id}`, one.place.title),
        one.place.teamName,
        ...steps.map(([step]) => stepCell(one, step)),
        standCell(one, work.today),
      ],
      csvHead: [
        'Post',
        'Team',
        'Discipline',
        ...steps.map(([, words]) => words),
        'Given up',
        'Days in all',
        'How far',
      ],
      csv: one => [
        one.place.title,
        one.place.teamName,
        disciplineWords[one.place.discipline],
        ...steps.map(([step]) => one[step]),
        one.withdrawnOn,
        daysInAll(one),
        standCell(one, work.today),
      ],
      before: html`${chooserForm('/workforce/recruitment', [
        {
          name: 'discipline',
          label: 'Discipline',
          all: 'Every discipline',
          choices: choicesOf(disciplineWords),
          value: asked.discipline,
        },
        {
          name: 'show',
          label: 'How far',
          all: 'All',
          choices: choicesOf(showWords),
          value: asked.show ?? '',
        },
      ])}${stepsDrawn(rows)}`,
      empty: 'Nothing is recruited to. Open a vacant post to add its advert.',
    })
  },
})
