import { sql } from 'kysely'
import { z } from 'zod'
import { csvLink, listQuery } from '#modules/agencies'
import type { Work } from '#platform/db'
import { type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { denseTable, formatDate, type Html, html, tag } from '#ui'
import { schoolTabs } from '../schoolTabs.ts'
import { isOverdue, nextDue, readFrequency, type SchoolSupervision } from './frequency.ts'
import { standingAtSchools } from './readSupervision.ts'

type SchoolSupport = {
  readonly schoolId: Uuid
  readonly school: string
  readonly sessions: number
  readonly lastOn: Temporal.PlainDate | null
  readonly overdueActions: number
  readonly placed: number
  readonly contacts: number
  readonly contactsOfPlaced: number
}
type Theme = { readonly theme: string; readonly sessions: number; readonly schools: number }
const MONTHS = 12

/** How each school is supported in the last year: numbers alone. Sessions as they are now known; of a past day those held until then. */
async function readSupport(
  work: Work,
): Promise<{ schools: readonly SchoolSupport[]; themes: readonly Theme[] }> {
  const [since, until] = [work.today.subtract({ months: MONTHS }), work.today]
  const schools = await sql<SchoolSupport>`
    select school_id as "schoolId", school, sessions, last_on as "lastOn", overdue_actions as "overdueActions", placed, contacts,
      contacts_of_placed as "contactsOfPlaced" from access.school_support(${since}::date, ${until}::date)`.execute(
    work.db(),
  )
  const themes = await sql<Theme>`
    select theme, sessions, schools from access.supervision_themes(${since}::date, ${until}::date)`.execute(
    work.db(),
  )
  return { schools: schools.rows, themes: themes.rows }
}

/** `/school-supervision/schools`: for managers and directors; it names no child and repeats no text. */
export const overviewRoute = route({
  method: 'GET',
  url: '/school-supervision/schools',
  admits: ['practitioner', 'director'],
  summary: 'How schools’ safeguarding leads are supported, in numbers',
  purpose: 'supervision',
  query: z.object({ format: listQuery.format }),
  async handle({ work, query, path }): Promise<Reply> {
    if (!(await standingAtSchools(work)).oversees)
      return {
        kind: 'forbidden',
        ask: 'How all schools are supported is for managers, leaders of areas and directors.',
      }
    const frequency = await readFrequency(work)
    const { schools, themes } = await readSupport(work)
    if (query.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'schools.csv',
        header: [
          'School',
          'Sessions',
          'Last session',
          'Overdue',
          'Actions overdue',
          'Social workers placed',
          'Contacts',
          'Contacts through them',
        ],
        rows: schools.map(one => [
          one.school,
          one.sessions,
          one.lastOn?.toString() ?? '',
          overdue(one, frequency, work.today) ? 'yes' : 'no',
          one.overdueActions,
          one.placed,
          one.contacts,
          one.contactsOfPlaced,
        ]),
        shown: 'nothing',
      }
    return {
      kind: 'page',
      title: 'How schools are supported',
      current: '/my-school',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">How schools are supported</h1>${work.actor.class === 'director' ? html`` : schoolTabs('/school-supervision/schools', true)}
<p class="govuk-body">Supervision of safeguarding leads, and contacts with the front door, in the last twelve months. Numbers alone: nobody’s words, and no child.</p>
${overdueLine(schools, frequency, work.today)}${schoolTable(schools, frequency, work.today)}${themes.length === 0 ? html`` : themeTable(themes)}${csvLink(path)}`,
      shown: 'nothing',
    }
  },
})

const overdue = (
  { school, lastOn }: SchoolSupport,
  { weeksOf }: SchoolSupervision,
  today: Temporal.PlainDate,
): boolean => isOverdue(lastOn, weeksOf(school), today)

function overdueLine(
  schools: readonly SchoolSupport[],
  frequency: SchoolSupervision,
  today: Temporal.PlainDate,
): Html {
  const late = schools.filter(one => overdue(one, frequency, today)).length
  return html`<p class="govuk-body">${late} of ${schools.length} schools ${late === 1 ? 'has' : 'have'} no session within the time that the authority set.</p>`
}

const captionClasses = 'govuk-table__caption--m'

const schoolTable = (
  schools: readonly SchoolSupport[],
  frequency: SchoolSupervision,
  today: Temporal.PlainDate,
): Html =>
  denseTable({
    caption: 'By school',
    captionClasses,
    firstCellIsHeader: true,
    head: [
      'School',
      'Sessions',
      'Last',
      'Next',
      'Actions overdue',
      'Social workers placed',
      'Contacts',
      'Of them through a placed worker',
    ].map(text => ({ text })),
    rows: schools.map(one => {
      const due = nextDue(one.lastOn, frequency.weeksOf(one.school))
      const words = due === null ? 'No session yet' : formatDate(due)
      return [
        { text: one.school },
        { text: String(one.sessions) },
        { text: one.lastOn === null ? 'None' : formatDate(one.lastOn) },
        {
          html: overdue(one, frequency, today)
            ? tag({ text: words, classes: 'govuk-tag--red' })
            : html`${words}`,
        },
        { text: String(one.overdueActions) },
        { text: String(one.placed) },
        { text: String(one.contacts) },
        { text: String(one.contactsOfPlaced) },
      ]
    }),
  })

const themeTable = (themes: readonly Theme[]): Html =>
  denseTable({
    caption: 'By theme',
    captionClasses,
    firstCellIsHeader: true,
    head: ['Theme', 'Sessions', 'Schools'].map(text => ({ text })),
    rows: themes.map(({ theme, sessions, schools }) => [
      { text: theme },
      { text: String(sessions) },
      { text: String(schools) },
    ]),
  })
