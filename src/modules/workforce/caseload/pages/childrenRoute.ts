import { z } from 'zod'
import {
  caseloadsOn,
  csvLink,
  listQuery,
  onPage,
  pageLinks,
  team as readTeam,
  workerNames,
} from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { asAtForm, formatDate, html, plural, readAsAt } from '#ui'
import { cellsTable, dayQuery, linkTo, workforcePage } from '../../frame/index.ts'
import { type ChildHeld, childrenHeld } from '../queries/childrenHeld.ts'
import { caseloadPages, idAsked } from './readers.ts'

const roleWords: Readonly<Partial<Record<ChildHeld['role'], string>>> = {
  lead_social_worker: 'Lead social worker',
  lead_practitioner: 'Lead practitioner',
  co_worker: 'Co-worker',
}

/** The children behind a number of a caseload: those whom the reader may see, and how many they may not. */
export const childrenRoute = route({
  ...caseloadPages,
  url: '/workforce/caseload/teams/:teamId/children',
  params: z.object({ teamId: uuidParam }),
  query: z.object({ ...listQuery, ...dayQuery, worker: idAsked }),
  summary: 'The children behind a team’s or a worker’s caseload on a day, as far as the reader may see them',
  async handle({ work, params, query: asked, path }): Promise<Reply> {
    const team = await readTeam(work, params.teamId)
    if (team === null) return notFound
    const asAt = readAsAt(asked, work.today)
    const which = { teamId: team.id, workerId: asked.worker, day: asAt.day }
    const held = await childrenHeld(work, which)
    const hidden = Math.max(0, (await countHeld(work, which)) - held.length)
    const isCsv = asked.format === 'csv'
    const rows = isCsv ? held : onPage(held, asked.page)
    const people = new Map(
      (
        await personSummaries(
          work,
          rows.map(({ personId }) => personId),
        )
      ).map(one => [one.id, one]),
    )
    const names = await workerNames(work, [...new Set(rows.map(({ workerId }) => workerId))])
    const shown = {
      resource: 'caseload',
      subjectIds: [...people.keys()],
      action: isCsv ? 'export' : 'list',
    } as const
    if (isCsv) return { ...csv(rows, people, names), shown }
    const place = `/workforce/caseload/teams/${team.id}`
    const page = workforcePage(work, {
      tab: '/workforce/caseload',
      title: `Children with ${team.name}`,
      back: place,
      ...(asAt.problem === null ? {} : { hasErrors: true }),
      content: html`<p class="govuk-body">${plural(held.length, 'child', 'children')} whom you may see, led or co-worked on ${formatDate(asAt.day)}. ${hidden === 0 ? '' : `${plural(hidden, 'more is', 'more are')} counted whom you may not see.`}</p>
${asAtForm({ action: `${place}/children`, asAt, today: work.today, others: { worker: asked.worker ?? undefined } })}
${rows.length === 0 ? '' : table(rows, people, names)}
${pageLinks(path, asked.page, held.length, 'children')}${rows.length === 0 ? '' : csvLink(path)}`,
    })
    return page.kind === 'page' ? { ...page, shown } : page
  },
})

async function countHeld(
  work: Work,
  {
    teamId,
    workerId,
    day,
  }: { readonly teamId: Uuid; readonly workerId: Uuid | null; readonly day: Temporal.PlainDate },
): Promise<number> {
  return (await caseloadsOn(work, [day], workerId === null ? null : [workerId]))
    .filter(row => row.teamId === teamId && row.workerId === workerId)
    .reduce((sum, { led, coWorked }) => sum + led + coWorked, 0)
}

type People = ReadonlyMap<Uuid, PersonSummary>

function table(rows: readonly ChildHeld[], people: People, names: ReadonlyMap<Uuid, string>) {
  return cellsTable(
    'Children held',
    ['Child', 'Age', 'Worker', 'As', 'Since'],
    rows.map(({ personId, workerId, role, startedOn }) => {
      const person = people.get(personId)
      return [
        person ? linkTo(`/people/${personId}`, person.displayName) : 'Somebody you may not see',
        person?.age ?? '',
        names.get(workerId) ?? '',
        roleWords[role] ?? '',
        formatDate(startedOn),
      ]
    }),
  )
}

const csv = (rows: readonly ChildHeld[], people: People, names: ReadonlyMap<Uuid, string>) =>
  ({
    kind: 'csv',
    fileName: 'children-held.csv',
    header: ['Child', 'LA child ID', 'Age', 'Worker', 'As', 'Since'],
    rows: rows.map(({ personId, workerId, role, startedOn }) => {
      const person = people.get(personId)
      return [
        person?.displayName,
        person?.laChildId,
        person?.age,
        names.get(workerId),
        roleWords[role],
        startedOn,
      ]
    }),
  }) as const
