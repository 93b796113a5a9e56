import { type PersonSummary, personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDate, type Html, html, nothing, plural } from '#ui'
import { mailboxPanel, readMailbox } from '../../mesh/index.ts'
import { type ChildStatus, readNotLive } from '../queries/readChild.ts'
import { readFiles } from '../queries/readFiles.ts'
import { readStanding } from '../queries/readStanding.ts'
import { sendsFor } from '../queries/readWorks.ts'
import { filesTable, standingNumbers, workTable } from './standingPage.ts'
import { kindWords } from './words.ts'

const FILES = 20

/** `/protection-information`: whether the NHS shows what the record says. */
export const standingRoute = route({
  method: 'GET',
  url: '/protection-information',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'How many plans are not live at the NHS, with the files sent there and their answers',
  purpose: 'health',
  async handle({ work }): Promise<Reply> {
    const standing = await readStanding(work)
    const notLive = await readNotLive(work)
    const people = await personSummaries(
      work,
      notLive.map(({ personId }) => personId),
    )
    const sends = (await sendsFor(work)).length > 0
    const subjectIds = people.map(({ id }) => id)
    return {
      kind: 'page',
      title: 'Plans at the NHS',
      current: '/protection-information',
      isWide: true,
      content: html`${standingNumbers(standing, work.now)}
${standing.notLive === 0 ? nothing : notLiveTable(notLive, people, standing.notLive)}
${sends ? html`<p class="govuk-body"><a class="govuk-link" href="/protection-information/answers">Bring in an answer of the NHS</a></p>` : nothing}
${workTable(standing, work.now)}
${work.knownAt === null ? mailboxPanel(await readMailbox(work), work.now) : nothing}
${filesTable(await readFiles(work, FILES))}`,
      shown:
        subjectIds.length === 0
          ? 'nothing'
          : { resource: 'protection_information', subjectIds, action: 'list' },
    }
  },
})

function notLiveTable(
  statuses: readonly ChildStatus[],
  people: readonly PersonSummary[],
  count: number,
): Html {
  const names = new Map(people.map(one => [one.id, one]))
  const shown = statuses.filter(({ personId }) => names.has(personId))
  const others = count - shown.length
  const rest =
    others > 0
      ? html`<p class="govuk-body">${plural(others, 'other')} of children whose record is not yours to open.</p>`
      : nothing
  if (shown.length === 0) return html`<h2 class="govuk-heading-m">Which plans</h2>${rest}`
  return html`${denseTable({
    caption: 'Plans not live at the NHS, of children whose record you have',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Child', 'Plan', 'Since', 'NHS number'].map(text => ({ text })),
    rows: shown.map(one => [
      {
        html: html`<a class="govuk-link" href="/people/${one.personId}/nhs">${names.get(one.personId)?.displayName ?? ''}</a>`,
      },
      { text: kindWords[one.kind] },
      { text: formatDate(one.startedOn) },
      { text: one.hasNumber ? 'In the record' : 'None' },
    ]),
  })}${rest}`
}
