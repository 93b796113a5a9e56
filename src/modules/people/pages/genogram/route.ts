import { z } from 'zod'
import { authorityName } from '#platform/db'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { drawingFile, formatDate, formatDateTime, readAsAt } from '#ui'
import { familyView } from '../../queries/familyView.ts'
import { likenessesAmong } from '../../queries/likenessesAmong.ts'
import { pregnancyEndsAmong } from '../../queries/pregnancyEndsAmong.ts'
import { qualitiesAmong } from '../../queries/qualitiesAmong.ts'
import { rightsAmong } from '../../queries/rightsAmong.ts'
import { familyId } from '../params.ts'
import { genogramPdf } from './genogramPdf.ts'
import type { GenogramPage } from './genogramView.ts'
import { figureOf, genogramPage } from './page.ts'

const text = z.string().max(20).optional().catch(undefined)
const query = z.object({
  on: text,
  'on-day': text,
  'on-month': text,
  'on-year': text,
  opinions: z.literal('yes').optional().catch(undefined),
  format: z.enum(['svg', 'pdf']).optional().catch(undefined),
})
type GenogramVisit = Visit<{ familyId: Uuid }, z.infer<typeof query>, unknown>

async function show(visit: GenogramVisit): Promise<Reply> {
  const { work, params, query: asked } = visit
  const asAt = readAsAt(asked, work.today)
  const view = await familyView(work, params.familyId, asAt.day)
  if (!view) return notFound
  const ids = [...view.people.keys()]
  const inner = {
    qualities: await qualitiesAmong(work, ids, asAt.day),
    pregnancyEnds: await pregnancyEndsAmong(work, ids, asAt.day),
    likenesses: await likenessesAmong(work, ids),
  }
  const rights = await rightsAmong(work, ids)
  const showsQualities = asked.opinions === 'yes'
  const page: GenogramPage = { view, asAt, today: work.today, inner, showsQualities, rights }
  const shown = { resource: 'family', subjectIds: ids } as const
  if (asked.format) return fileOf(visit, page, asked.format)
  return {
    kind: 'page',
    ...(asAt.problem === null ? {} : { status: 422, hasErrors: true }),
    title: 'Family drawing',
    content: genogramPage(page),
    current: 'people',
    isWide: true,
    shown,
  }
}

async function fileOf(
  { work, me }: GenogramVisit,
  page: GenogramPage,
  format: 'svg' | 'pdf',
): Promise<Reply> {
  const { view, asAt } = page
  const subjectIds = [...view.people.keys()]
  const shown = { resource: 'family', subjectIds, action: 'export' } as const
  const fileName = `family-drawing-${asAt.day}.${format}`
  if (format === 'svg') {
    const bytes = new TextEncoder().encode(drawingFile(figureOf(page)))
    return { kind: 'file', fileName, mediaType: 'image/svg+xml', bytes, shown }
  }
  const furniture = {
    title: `Family drawing as at ${formatDate(asAt.day)}`,
    subtitle: null,
    reference: `Family ${view.family.reference}`,
    authority: await authorityName(work),
    printedAt: formatDateTime(work.now),
    printedFor: me.name,
    lang: 'en',
  }
  return { kind: 'print', fileName, make: () => genogramPdf(page, furniture), shown }
}

/** `/families/:familyId/genogram`: the family drawn, as at a day. */
export const genogramRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/families/:familyId/genogram',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'A family drawn as at a day, with its words; as PDF or SVG too',
    purpose: 'casework',
    params: z.object({ familyId }),
    query,
    handle: show,
  }),
]
