import { recordReaders, recordWriters, syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { html } from '#ui'
import { workbookPage } from '../../frame/familyPage.ts'
import { familyParams, familyPath } from '../../frame/familyParams.ts'
import { openFamily } from '../../frame/openFamily.ts'
import { needStandings } from '../../rules/strand.ts'
import { weekOf } from '../../rules/weekOf.ts'
import { sessionsOf } from '../../sessions/sessionsOf.ts'
import { closeWorkbook, openWorkbookFor, safeguardingTeamOf } from '../commands/openWorkbookFor.ts'
import { strandsOfLeavers } from '../queries/leavers.ts'
import { needsOf, strandsOf } from '../queries/strandsOf.ts'
import { overviewPage } from './overviewPage.ts'

const base = '/families/:familyId/safeguarding'
const common = { purpose: 'casework', params: familyParams } as const

const show = route({
  ...common,
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'A family’s workbook: needs, strands, and who does what this week',
  handle: ({ work, params: { familyId }, me, form }): Promise<Reply> =>
    workbookPage(work, familyId, {
      title: 'Who does what',
      resource: 'workbook',
      tab: 'overview',
      isWide: true,
      async content(open) {
        const ids = open.members.map(({ person }) => person.id)
        const strands = await strandsOf(work, familyId)
        const sessions = await sessionsOf(work, familyId)
        const mayOpen = open.workbook === null && open.keeps && (await safeguardingTeamOf(work, ids)) !== null
        return overviewPage({
          open,
          needs: needStandings(
            (await needsOf(work, ids)).filter(({ personId }) => open.shared.has(personId)),
            strands,
          ),
          weeks: weekOf(strands, sessions, work.today),
          me: me.id,
          today: work.today,
          mayOpen,
          leavers: open.keeps ? await strandsOfLeavers(work, familyId) : [],
          form,
        })
      },
    }),
})

const begin = route({
  ...common,
  method: 'POST',
  url: `${base}/open`,
  admits: recordWriters,
  summary: 'Opens the workbook of a family',
  async handle({ work, params: { familyId } }): Promise<Reply> {
    const open = await openFamily(work, familyId)
    if (!open?.keeps) return notFound
    const ids = open.members.map(({ person }) => person.id)
    const teamId = await safeguardingTeamOf(work, ids)
    if (teamId === null) return notFound
    if (open.workbook === null) await openWorkbookFor(work, familyId, teamId)
    return { kind: 'redirect', location: familyPath(familyId), success: 'The workbook is open' }
  },
})

const close = route({
  ...common,
  method: 'POST',
  url: `${base}/close`,
  admits: recordWriters,
  summary: 'Closes the workbook of a family and ends its strands',
  async handle({ work, params: { familyId }, sent }): Promise<Reply> {
    const open = await openFamily(work, familyId)
    if (!open?.keeps || open.workbook === null) return notFound
    const version = Number(sent['version']) || 0
    const closed = await closeWorkbook(work, { ...open.workbook, version })
    if (closed === 'stale') return await changedMeanwhile(work, familyId)
    await syncClocks(
      work,
      open.members.filter(({ role }) => role === 'child').map(({ person }) => person.id),
    )
    return { kind: 'redirect', location: familyPath(familyId), success: 'The workbook is closed' }
  },
})

/** Somebody changed the workbook since the page was opened: nothing was closed. */
const changedMeanwhile = (work: Work, familyId: Uuid): Promise<Reply> =>
  workbookPage(work, familyId, {
    title: 'Who does what',
    resource: 'workbook',
    tab: 'overview',
    status: 409,
    content: async () =>
      html`<h1 class="govuk-heading-l">The workbook was not closed</h1>
<p class="govuk-body">Somebody has changed it since you opened the page. <a class="govuk-link" href="${familyPath(familyId)}">Read it again</a> and close it then.</p>`,
  })

/** `/families/:familyId/safeguarding`. */
export const overviewRoutes = [show, begin, close]
