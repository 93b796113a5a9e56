import { z } from 'zod'
import { listQuery, onPage } from '#modules/agencies'
import { type PersonSummary, personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { driftWords } from '../plan/rules/drift.ts'
import { chosenPlans, isDueSort } from './chosenPlans.ts'
import { listPage } from './listPage.ts'
import { type ListedPlan, runningPlans } from './protectionPlans.ts'

const id = z
  .string()
  .transform(text => parseUuid(text))
  .nullable()
  .catch(null)
  .default(null)

const query = z.object({
  ...listQuery,
  team: id,
  area: id,
  category: z.string().max(10).catch('').default(''),
  due: z
    .string()
    .catch('')
    .default('')
    .transform(text => (isDueSort(text) ? text : null)),
})

/** `/protection-plans`: every child with a plan, of whom the reader has the record; with known-at the list of a past day. */
export const protectionListRoute = route({
  method: 'GET',
  url: '/protection-plans',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'Every child with a child protection plan, with category, chair, worker and next dates',
  purpose: 'casework',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = await runningPlans(work)
    const chosen = chosenPlans(all, asked, work.today)
    const isCsv = asked.format === 'csv'
    const rows = isCsv ? chosen : onPage(chosen, asked.page)
    const summaries = await personSummaries(
      work,
      rows.map(({ personId }) => personId),
    )
    const people = new Map(summaries.map(one => [one.id, one]))
    const subjectIds = [...people.keys()]
    if (isCsv)
      return {
        ...plansCsv(rows, people),
        shown: { resource: 'protection_plans', subjectIds, action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Child protection plans',
      current: '/protection-plans',
      isWide: true,
      content: listPage({ all, rows, count: chosen.length, people, asked, path, today: work.today }),
      shown: { resource: 'protection_plans', subjectIds, action: 'list' },
    }
  },
})

const plansCsv = (rows: readonly ListedPlan[], people: ReadonlyMap<Uuid, PersonSummary>) =>
  ({
    kind: 'csv',
    fileName: 'child-protection-plans.csv',
    header: [
      'Child',
      'LA child ID',
      'Date of birth',
      'Plan since',
      'Category',
      'Area',
      'Team',
      'Worker',
      'Chair',
      'Last conference',
      'Next conference',
      'Conference planned',
      'Last core group',
      'Core group due',
      'Last seen',
      'Visit due',
      'Signs of drift',
    ],
    rows: rows.map(row => {
      const person = people.get(row.personId)
      return [
        person?.displayName,
        person?.laChildId,
        person?.dateOfBirth,
        row.startedOn,
        row.category ? codeWords('abuseCategory', row.category) : null,
        row.areaName,
        row.teamName,
        row.workerName,
        row.chairName,
        row.lastConferenceOn,
        row.nextConferenceOn,
        row.conferenceIsPlanned ? 'Yes' : 'No',
        row.lastCoreGroupOn,
        row.coreGroupDueOn,
        row.lastSeenOn,
        row.visitDueOn,
        row.drift.map(sign => driftWords[sign]).join('; '),
      ]
    }),
  }) as const
