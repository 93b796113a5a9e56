import { z } from 'zod'
import { csvLink, ledTeams, listQuery, pageLinks, pageSize, teams, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDate, formatDateTime, html, subNavigation } from '#ui'
import { listTransfers } from '../../transfers/index.ts'
import { recordWriters } from '../frame/recordParams.ts'

const query = z.object({
  show: z.enum(['asked_of', 'asked_by', 'decided']).default('asked_of').catch('asked_of'),
  ...listQuery,
})
const tabs = { asked_of: 'Asked of your teams', asked_by: 'Asked by your teams', decided: 'Decided' } as const
export const outcomeWords = { accepted: 'Accepted', refused: 'Refused', withdrawn: 'Taken back' } as const

const inbox = route({
  method: 'GET',
  url: '/transfers',
  admits: recordWriters,
  summary: 'Transfers asked of the teams one manages, and by them',
  purpose: 'casework',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const teamIds = (await ledTeams(work, work.actor.id)).map(({ id }) => id)
    const isCsv = asked.format === 'csv'
    const { count, rows } = await listTransfers(
      work,
      { show: asked.show, teamIds },
      isCsv ? 0 : (asked.page - 1) * pageSize,
      isCsv ? 10_000 : pageSize,
    )
    const people = await personSummaries(work, [...new Set(rows.map(({ personId }) => personId))])
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
    const teamNames = new Map((await teams(work, { ended: true })).map(({ id, name }) => [id, name]))
    const workers = await workerNames(work, [...new Set(rows.map(({ requestedBy }) => requestedBy))])
    const to = (row: (typeof rows)[number]) =>
      row.toTeamId ? (teamNames.get(row.toTeamId) ?? 'A team') : `Authority ${row.toAuthority}`
    const head = ['Child', 'From', 'To', 'Asked by', 'Asked', 'From which day', 'State']
    const shown = { resource: 'transfer_list', subjectIds: people.map(({ id }) => id) }
    const cells = rows.map(row => [
      names.get(row.personId) ?? 'A child',
      teamNames.get(row.fromTeamId) ?? 'A team',
      to(row),
      workers.get(row.requestedBy) ?? '',
      formatDateTime(row.requestedAt),
      formatDate(row.movesOn),
      row.outcome ? outcomeWords[row.outcome] : 'Waits',
    ])
    if (isCsv)
      return {
        kind: 'csv',
        fileName: 'transfers.csv',
        header: head,
        rows: cells,
        shown: { ...shown, action: 'export' },
      }
    const table = denseTable({
      caption: tabs[asked.show],
      captionClasses: 'govuk-visually-hidden',
      head: head.map(text => ({ text })),
      rows: cells.map((texts, place) => [
        {
          html: html`<a class="govuk-link" href="/transfers/${rows[place]?.id ?? ''}">${texts[0] ?? ''}</a>`,
        },
        ...texts.slice(1).map(text => ({ text })),
      ]),
    })
    return {
      kind: 'page',
      title: 'Transfers',
      isWide: true,
      current: '/approvals',
      back: '/approvals',
      content: html`<h1 class="govuk-heading-l">Transfers</h1>
${subNavigation({
  label: 'Which transfers',
  items: Object.entries(tabs).map(([show, text]) => ({
    text,
    href: `/transfers?show=${show}`,
    active: show === asked.show,
  })),
})}
${count === 0 ? html`<p class="govuk-body">${teamIds.length === 0 ? 'You manage no team. Transfers are asked for and answered by managers.' : 'There is none.'}</p>` : table}
${pageLinks(path, asked.page, count, 'transfers')}
${count > 0 ? csvLink(path) : ''}`,
      shown,
    }
  },
})

export const transferInboxRoutes = [inbox]
