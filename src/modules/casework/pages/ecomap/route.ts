import { z } from 'zod'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import type { PrintWatch } from '#platform/print'
import { drawingFile, fieldErrors, formatDate, readAsAt } from '#ui'
import { endTie, sayTie } from '../../commands/ecomapLinks.ts'
import { ecomapOf } from '../../queries/ecomapOf.ts'
import { printFurniture } from '../frame/printFurniture.ts'
import { type RecordFrame, recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders, recordWriters, uuidParam } from '../frame/recordParams.ts'
import { ecomapPdf } from './ecomapPdf.ts'
import { readTie } from './form.ts'
import { ecomapDrawing, ecomapPage } from './page.ts'

const base = '/people/:personId/ecomap'
const text = z.string().max(20).optional().catch(undefined)
const query = z.object({
  on: text,
  'on-day': text,
  'on-month': text,
  'on-year': text,
  format: z.enum(['svg', 'pdf']).optional().catch(undefined),
})
type Asked = z.infer<typeof query>
type EcomapVisit = Visit<{ personId: Uuid }, unknown, unknown>

/** The record's own frame; none for those who may not read the record itself. */
async function readable(visit: EcomapVisit): Promise<RecordFrame | null> {
  const frame = await recordFrame(visit.work, visit.params.personId, 'family')
  return frame?.readsRecord ? frame : null
}

async function answer(visit: EcomapVisit, asked: Asked, errors = fieldErrors([])): Promise<Reply> {
  const { work, params, sent, form } = visit
  const frame = await readable(visit)
  if (frame === null) return notFound
  const asAt = readAsAt(asked, work.today)
  const ties = await ecomapOf(work, params.personId, asAt.day)
  const subjectIds = [params.personId, ...ties.flatMap(({ personId }) => personId ?? [])]
  const name = frame.identity.displayName
  const file = { kind: 'file', shown: { resource: 'ecomap', subjectIds, action: 'export' } } as const
  if (asked.format === 'svg') {
    const bytes = new TextEncoder().encode(drawingFile(ecomapDrawing(name, ties, asAt.day)))
    return { ...file, fileName: `ecomap-${asAt.day}.svg`, mediaType: 'image/svg+xml', bytes }
  }
  if (asked.format === 'pdf') {
    const furniture = await printFurniture(visit, frame, `Ecomap as at ${formatDate(asAt.day)}`)
    const make = (watch?: PrintWatch) => ecomapPdf(name, ties, asAt.day, { furniture, watch })
    return {
      kind: 'print',
      fileName: `ecomap-${asAt.day}.pdf`,
      make,
      entries: ties.length,
      shown: file.shown,
    }
  }
  const hasErrors = errors.list.length > 0 || asAt.problem !== null
  return {
    kind: 'page',
    ...(hasErrors ? { status: 422, hasErrors } : {}),
    title: 'Ecomap - Record',
    before: frame.before,
    isWide: true,
    content: ecomapPage({ frame, ties, asAt, today: work.today, sent, errors, form }),
    shown: { resource: 'ecomap', subjectIds },
  }
}

const show = route({
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'Who and what is around a child, drawn as at a day; as PDF or SVG too',
  purpose: 'casework',
  params: personParams,
  query,
  handle: visit => answer(visit, visit.query),
})

const say = route({
  method: 'POST',
  url: base,
  admits: recordWriters,
  summary: 'Says how a tie of a child is',
  purpose: 'casework',
  params: personParams,
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const frame = await readable(visit)
    if (!frame?.mayWrite) return notFound
    const { fields, tie } = readTie(sent, await ecomapOf(work, params.personId, work.today), work.today)
    if (tie === null) {
      const order = ['tie', 'label', 'kind', 'strength', 'direction', 'remark', 'noted']
      return answer(visit, {}, fieldErrors(fields.issues, order, { noted: 'noted-day' }))
    }
    await sayTie(work, { ...tie, personId: params.personId })
    return { kind: 'redirect', location: `/people/${params.personId}/ecomap`, success: 'Saved' }
  },
})

const end = route({
  method: 'POST',
  url: `${base}/:linkId/end`,
  admits: recordWriters,
  summary: 'Ends what is said of a tie of a child',
  purpose: 'casework',
  params: z.object({ personId: uuidParam, linkId: uuidParam }),
  async handle({ work, params }): Promise<Reply> {
    if (!(await endTie(work, params.personId, params.linkId))) return notFound
    return { kind: 'redirect', location: `/people/${params.personId}/ecomap`, success: 'Ended' }
  },
})

/** `/people/:personId/ecomap`. */
export const ecomapRoutes = [show, say, end]
