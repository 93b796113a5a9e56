import { type Reply, route } from '#platform/http'
import { denseTable, formatDate, formatDateTime, type Html, html, nothing } from '#ui'
import { schoolTabs } from '../schoolTabs.ts'
import { standingAtSchools } from '../supervision/readSupervision.ts'
import { daysLine } from './dayWords.ts'
import { contactsFrom, type Placement, placements, type SchoolContact } from './readPlacements.ts'

/** `/school-placements`: who is placed where, on which days, and what came to the front door from there, for whoever may see it. */
export const placementsRoute = route({
  method: 'GET',
  url: '/school-placements',
  admits: ['practitioner'],
  summary: 'Social workers placed in schools, and contacts from there that the reader may see',
  purpose: 'front_door',
  async handle({ work }): Promise<Reply> {
    const all = await placements(work)
    const contacts = await contactsFrom(work, [...new Set(all.map(({ schoolId }) => schoolId))])
    const { oversees } = await standingAtSchools(work)
    return {
      kind: 'page',
      title: 'Social workers in schools',
      current: '/my-school',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Social workers in schools</h1>${schoolTabs('/school-placements', oversees)}
${all.length === 0 ? html`<p class="govuk-body">No social worker is placed in a school. An administrator keeps the list.</p>` : table(all, contacts, work.today)}
${contacts.length === 0 ? nothing : contactTable(contacts, all)}`,
      shown: 'nothing',
    }
  },
})

const captionClasses = 'govuk-table__caption--m'
const standing = ({ endedOn }: Placement, today: Temporal.PlainDate): string =>
  endedOn === null
    ? 'goes on'
    : `${Temporal.PlainDate.compare(endedOn, today) < 0 ? 'ended' : 'until'} ${formatDate(endedOn)}`

const table = (
  all: readonly Placement[],
  contacts: readonly SchoolContact[],
  today: Temporal.PlainDate,
): Html =>
  denseTable({
    caption: 'Placements',
    captionClasses,
    firstCellIsHeader: true,
    head: ['School', 'Social worker', 'Days', 'Since', 'Contacts from there that you may see'].map(text => ({
      text,
    })),
    rows: all.map(one => {
      const own = contacts.filter(({ schoolId }) => schoolId === one.schoolId)
      const through = own.filter(({ byPlaced }) => byPlaced).length
      return [
        { text: one.school },
        { html: html`${one.worker}${one.telephone === null ? nothing : html`<br>${one.telephone}`}` },
        { text: daysLine(one.days) },
        { text: `${formatDate(one.startedOn)}, ${standing(one, today)}` },
        { text: own.length === 0 ? 'None' : `${own.length}, ${through} through a placed worker` },
      ]
    }),
  })

const contactTable = (contacts: readonly SchoolContact[], all: readonly Placement[]): Html => {
  const names = new Map(all.map(({ schoolId, school }) => [schoolId, school]))
  return denseTable({
    caption: 'Contacts from these schools in the last twelve months, that you may see',
    captionClasses,
    head: ['Contact', 'School', 'Received', 'Brought by', 'State'].map(text => ({ text })),
    rows: contacts.map(one => [
      {
        html: html`<a class="govuk-link" href="${one.isOwn ? `/front-door/sent/${one.reference}` : `/front-door/contacts/${one.id}`}">${one.reference}</a>`,
      },
      { text: names.get(one.schoolId) ?? '' },
      { text: formatDateTime(one.receivedAt) },
      { text: one.byPlaced ? 'The social worker placed there' : 'The school' },
      { text: one.isDecided ? 'Decided' : 'Waits' },
    ]),
  })
}
