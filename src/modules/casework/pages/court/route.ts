import { z } from 'zod'
import { listQuery, onPage } from '#modules/agencies'
import { familiesOf, familyMembers, personSummaries, relationshipsOf } from '#modules/people'
import { authorityName, type Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { formatDateTime } from '#ui'
import { namesOfOthers, printedLines } from '../../court/courtLines.ts'
import { courtPdf, courtPrint } from '../../court/courtPdf.ts'
import { type CourtChronology, courtChronology, courtLines } from '../../court/readCourt.ts'
import { issueCourtChronology } from '../../court/writeCourt.ts'
import { writableSubjects } from '../../queries/familyChildren.ts'
import { recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { standing } from './listPage.ts'
import { courtPage } from './page.ts'

const params = z.object({ chronologyId: uuidParam })
const query = z.object({ ...listQuery, format: z.enum(['csv', 'pdf']).optional().catch(undefined) })
type CourtVisit = Visit<{ chronologyId: Uuid }, z.infer<typeof query>, unknown>

/** Names of the children's relatives and families, who are not themselves whom the document is about. */
async function othersAround(work: Work, personIds: readonly Uuid[]): Promise<readonly string[]> {
  const ids = new Set<Uuid>()
  for (const { personId, otherId } of await relationshipsOf(work, personIds)) ids.add(personId).add(otherId)
  for (const personId of personIds)
    for (const family of await familiesOf(work, personId))
      for (const { person } of await familyMembers(work, family.id)) ids.add(person.id)
  const others = [...ids].filter(id => !personIds.includes(id))
  return (await personSummaries(work, others)).map(({ displayName }) => displayName)
}

/** Whether the reader may write in the record of every child of the document. */
export async function mayCurate(work: Work, { personIds }: CourtChronology): Promise<boolean> {
  const writable = await writableSubjects(work, personIds)
  return work.knownAt === null && personIds.every(id => writable.has(id))
}

async function show({
  work,
  me,
  params: { chronologyId },
  query: asked,
  path,
  form,
}: CourtVisit): Promise<Reply> {
  const court = await courtChronology(work, chronologyId)
  if (court === null) return notFound
  const people = await personSummaries(work, court.personIds)
  const names = people.map(({ displayName }) => displayName)
  const lines = await courtLines(work, chronologyId)
  const printed = printedLines(lines)
  const subjectIds = court.personIds
  const exported = { resource: 'court_chronology', subjectIds, action: 'export' } as const
  if (asked.format === 'pdf') {
    const numbers = people.flatMap(({ laChildId }) => laChildId ?? [])
    const furniture = {
      title: 'Chronology for court',
      subtitle: null,
      reference: `${standing(court)} · ${numbers.length > 0 ? `LA child ID ${numbers.join(', ')}` : court.id.slice(-8)}`,
      authority: await authorityName(work),
      printedAt: formatDateTime(work.now),
      printedFor: me.name,
      lang: 'en',
    }
    const print = courtPrint(court, printed, names, furniture)
    return {
      kind: 'print',
      fileName: 'chronology-for-court.pdf',
      make: watch => courtPdf(print, watch),
      entries: printed.length,
      shown: exported,
    }
  }
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: 'chronology-for-court.csv',
      header: ['Date', 'Event', 'Said by', 'Source', 'Impact on the child', 'Action or response'],
      rows: printed.map(line => [line.on, line.event, line.saidBy, line.source, line.impact, line.action]),
      shown: exported,
    }
  const content = courtPage({
    court,
    names,
    lines: onPage(lines, asked.page),
    count: lines.length,
    printed: printed.length,
    strangers: namesOfOthers(printed, await othersAround(work, court.personIds)),
    mayWrite: await mayCurate(work, court),
    page: asked.page,
    path,
    form,
  })
  return {
    kind: 'page',
    title: 'Chronology for court',
    back: `/people/${court.personIds[0]}/court-chronologies`,
    isWide: true,
    content,
    shown: { resource: 'court_chronology', subjectIds },
  }
}

const issue = route({
  method: 'POST',
  url: '/court-chronologies/:chronologyId/issue',
  admits: recordWriters,
  summary: 'Issues a chronology for court as it stands',
  purpose: 'casework',
  params,
  async handle({ work, params: { chronologyId }, sent }): Promise<Reply> {
    const court = await courtChronology(work, chronologyId)
    if (court === null || !(await mayCurate(work, court))) return notFound
    const location = `/court-chronologies/${chronologyId}`
    const isIssued = await issueCourtChronology(work, chronologyId, Number(sent['version']))
    return {
      kind: 'redirect',
      location,
      success: isIssued
        ? 'Issued'
        : 'It had been issued meanwhile: check it and issue it again if it is to have a new number',
    }
  },
})

/** `/court-chronologies/:chronologyId`. */
export const courtRoutes = [
  route({
    method: 'GET',
    url: '/court-chronologies/:chronologyId',
    admits: recordReaders,
    summary: 'A chronology for court with its lines; as PDF or CSV too',
    purpose: 'casework',
    params,
    query,
    handle: show,
  }),
  issue,
]
