import { z } from 'zod'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { PrintWatch } from '#platform/print'
import { familyChildren } from '../../queries/familyChildren.ts'
import { type Journey, journeyOf } from '../../queries/journeyOf.ts'
import { drawingPdf } from '../frame/drawingPdf.ts'
import { printFurniture } from '../frame/printFurniture.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { type JourneyPage, journeyDrawing, journeyHead, journeyPage, journeyRows } from './page.ts'

const year = z.coerce.number().int().min(1900).max(2200).optional().catch(undefined)
const query = z.object({
  of: z.literal('family').optional().catch(undefined),
  from: year,
  until: year,
  format: z.enum(['csv', 'pdf']).optional().catch(undefined),
})
type JourneyVisit = Visit<{ personId: Uuid }, z.infer<typeof query>, unknown>

/** Every year from the first thing told until this one. */
function yearsOf({ bands, events }: Journey, today: Temporal.PlainDate): readonly number[] {
  const first = Math.min(
    today.year,
    ...bands.map(({ startedOn }) => startedOn.year),
    ...events.map(({ on }) => on.year),
  )
  return Array.from({ length: today.year - first + 1 }, (_, index) => first + index)
}

async function show(visit: JourneyVisit): Promise<Reply> {
  const { work, params, query: asked, path } = visit
  const frame = await recordFrame(work, params.personId, 'chronology')
  if (frame === null || !frame.readsRecord) return notFound
  const ofFamily = asked.of === 'family'
  const children = ofFamily ? await familyChildren(work, params.personId) : []
  const names = new Map<Uuid, string>([
    [params.personId, frame.identity.displayName],
    ...children.map(child => [child.id, child.displayName] as const),
  ])
  const subjectIds = [...names.keys()]
  const journey = await journeyOf(work, subjectIds)
  const years = yearsOf(journey, work.today)
  const [first = work.today.year] = years
  const from = Math.min(Math.max(asked.from ?? first, first), work.today.year)
  const until = Math.min(Math.max(asked.until ?? work.today.year, from), work.today.year)
  const page: JourneyPage = { frame, journey, names, ofFamily, from, until, years, today: work.today, path }
  const exported = { resource: 'journey', subjectIds, action: 'export' } as const
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: 'journey.csv',
      header: [...journeyHead],
      rows: journeyRows(page),
      shown: exported,
    }
  if (asked.format === 'pdf') {
    const table = { head: journeyHead, rows: journeyRows(page) }
    const furniture = await printFurniture(visit, frame, 'Journey')
    const make = (watch?: PrintWatch) => drawingPdf(journeyDrawing(page), table, { furniture, watch })
    return { kind: 'print', fileName: 'journey.pdf', make, entries: table.rows.length, shown: exported }
  }
  return {
    kind: 'page',
    title: 'Journey - Record',
    before: frame.before,
    isWide: true,
    content: journeyPage(page),
    shown: { resource: 'journey', subjectIds },
  }
}

/** `/people/:personId/journey`. */
export const journeyRoute = route({
  method: 'GET',
  url: '/people/:personId/journey',
  admits: recordReaders,
  summary: 'A child’s way through the services as bands of time; as PDF or CSV too',
  purpose: 'casework',
  params: personParams,
  query,
  handle: show,
})
