import { z } from 'zod'
import { csvLink, listQuery, pageLinks, pageSize, postsOf, withQuery } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import {
  denseTable,
  formatDate,
  formatDateTime,
  type Html,
  html,
  liveRegion,
  liveScript,
  nothing,
  subNavigation,
  tag,
} from '#ui'
import { concernsInWords } from '../../rules/concerns.ts'
import {
  countNotices,
  type ListedNotice,
  noticesFor,
  noticesMark,
  type Show,
  shows,
  type Teams,
} from '../queries/noticesFor.ts'
import { askedTeams } from '../queries/questionsFor.ts'
import { ageOn } from '../rules/age.ts'
import { doneWords, kindWords } from '../rules/words.ts'

const query = z.object({ ...listQuery, show: z.enum(shows).catch('unread').default('unread') })
const CSV_ROWS = 10_000

const showWords: Readonly<Record<Show, string>> = {
  unread: 'Not read',
  late: 'Late',
  corrections: 'Corrections',
  all: 'All',
}

/** `/attendances`: visits of children to hospital of which the reader or their team was told. */
export const listRoute = route({
  method: 'GET',
  url: '/attendances',
  admits: ['practitioner', 'duty'],
  summary: 'Visits of children to hospital of which the reader or their team was told',
  purpose: 'health',
  query,
  async handle({ work, me, query: asked, path }): Promise<Reply> {
    const teams = await teamsOf(work)
    const isCsv = asked.format === 'csv'
    const rows = await noticesFor(work, {
      show: asked.show,
      teams,
      limit: isCsv ? CSV_ROWS : pageSize,
      offset: isCsv ? 0 : (asked.page - 1) * pageSize,
    })
    const subjectIds = [...new Set(rows.map(({ attendanceId }) => attendanceId))]
    if (isCsv)
      return {
        kind: 'csv',
        fileName: 'attendances.csv',
        header: [
          'Arrived',
          'Where',
          'Family name',
          'Given name',
          'Born',
          'NHS number',
          'Complaint',
          'Concern',
          'Told as',
          'Read by',
          'Read',
          'Done',
        ],
        rows: rows.map(csvRow),
        shown: { resource: 'attendances', subjectIds, action: 'export' },
      }
    const counts = await countNotices(work, teams)
    const isAsked = (await askedTeams(work)).length > 0
    return {
      kind: 'page',
      title: 'Children at hospital',
      current: '/attendances',
      isWide: true,
      ...(work.knownAt === null ? { scripts: [liveScript] } : {}),
      content: html`<h1 class="govuk-heading-l">Children at hospital</h1>
<p class="govuk-body">Visits to emergency and urgent care of which you or your team was told. Each is to be read within a working day.</p>
${me.class === 'practitioner' ? html`<p class="govuk-body"><a class="govuk-link" href="/my-children">My children, with plans and meetings</a></p>` : nothing}
<p class="govuk-body"><a class="govuk-link" href="/attendances/timeliness">How quickly visits are told and read</a></p>
${isAsked ? html`<p class="govuk-body"><a class="govuk-link" href="/attendances/questions">Questions that your team is asked</a></p>` : nothing}
${await listed(
  work,
  { path, count: counts.all, teams },
  html`${subNavigation({ label: 'Which visits', items: shows.map(show => ({ text: `${showWords[show]} (${counts[show]})`, href: withQuery(path, { show, page: null }), active: show === asked.show })) })}
${rows.length === 0 ? html`<p class="govuk-body">None.</p>` : table(rows, work.today, showWords[asked.show])}
${pageLinks(path, asked.page, counts[asked.show], 'visits')}
${counts[asked.show] === 0 ? nothing : csvLink(path)}`,
)}`,
      shown: subjectIds.length === 0 ? 'nothing' : { resource: 'attendances', subjectIds, action: 'list' },
    }
  },
})

type Listed = { readonly path: string; readonly count: number; readonly teams: Teams }

/** The list as it stands, brought up to date while the page is open; a past moment has no news. */
async function listed(work: Work, { path, count, teams }: Listed, content: Html): Promise<Html> {
  if (work.knownAt !== null) return content
  const mark = await noticesMark(work, teams)
  return liveRegion({
    changes: '/attendances/changes',
    path,
    count,
    mark,
    what: ['visit', 'visits'],
    content,
  })
}

const DUTY: ReadonlySet<string> = new Set(['senior_social_worker', 'team_manager', 'duty_manager'])

/** Teams in which the reader has a post today. */
export async function teamsOf(work: Work): Promise<Teams> {
  const own = await postsOf(work, work.actor.id)
  const ids = (posts: typeof own) => posts.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]))
  return { all: ids(own), duty: ids(own.filter(({ role }) => DUTY.has(role))) }
}

const table = (rows: readonly ListedNotice[], today: Temporal.PlainDate, caption: string): Html =>
  denseTable({
    caption,
    captionClasses: 'govuk-visually-hidden',
    head: ['Arrived', 'Child', 'What for', 'Told as', 'Read'].map(text => ({ text })),
    rows: rows.map(one => [
      {
        html: html`<a class="govuk-link" href="/attendances/${one.attendanceId}">${formatDateTime(one.arrivedAt)}</a><br>${one.place ?? ''}`,
      },
      { text: childLine(one) },
      { html: whatFor(one) },
      { text: `${kindWords[one.kind]}${one.teamName === null ? '' : `, ${one.teamName}`}` },
      { html: standing(one, today) },
    ]),
  })

const whatFor = ({ complaint, concerns }: ListedNotice): Html =>
  html`${complaint ?? 'Not said'}${concerns === null ? nothing : html`<br>${tag({ text: 'Concern', classes: 'govuk-tag--red' })} ${concernsInWords(concerns)}`}`

/** As the hospital told it: name and age on the day. */
function childLine({ given, family, born, arrivedAt }: ListedNotice): string {
  const name = [given, family].filter(Boolean).join(' ') || 'Name not told'
  return `${name}, ${ageOn(born, arrivedAt.toZonedDateTimeISO('Europe/London').toPlainDate())}`
}

function standing(one: ListedNotice, today: Temporal.PlainDate): Html {
  if (one.withdrawnAt !== null)
    return one.correctionSeenAt === null
      ? tag({ text: 'Cancelled: not seen yet', classes: 'govuk-tag--orange' })
      : html`Cancelled`
  if (one.done !== null) return html`${doneWords[one.done]}`
  if (one.readAt !== null) return html`Read ${formatDateTime(one.readAt)}`
  const isLate = Temporal.PlainDate.compare(one.readByDay, today) < 0
  return html`${tag({ text: isLate ? 'Late' : 'Not read', classes: isLate ? 'govuk-tag--red' : 'govuk-tag--blue' })}<br>by ${formatDate(one.readByDay)}${one.climbedAt === null ? '' : ', the team’s lead was told'}`
}

const csvRow = (one: ListedNotice): readonly unknown[] => [
  one.arrivedAt.toString(),
  one.place,
  one.family,
  one.given,
  one.born?.toString(),
  one.nhsNumber,
  one.complaint,
  concernsInWords(one.concerns ?? []),
  kindWords[one.kind],
  one.readByDay.toString(),
  one.readAt?.toString(),
  one.done === null ? '' : doneWords[one.done],
]
