import { z } from 'zod'
import { listQuery, onPage } from '#modules/agencies'
import { notFound, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type ChronologyLine, chronologyOf } from '../../queries/chronologyOf.ts'
import { familyChildren } from '../../queries/familyChildren.ts'
import { recordFrame } from '../frame/recordFrame.ts'
import { personParams, recordReaders } from '../frame/recordParams.ts'
import { chronologyPage } from './page.ts'

const query = z.object({
  ...listQuery,
  full: z.literal('yes').optional().catch(undefined),
  of: z.literal('family').optional().catch(undefined),
  year: z.coerce.number().int().min(1900).max(2200).optional().catch(undefined),
  source: z
    .string()
    .max(100)
    .optional()
    .transform(text => text || undefined),
})

/** The chronology of one person or of the children of their family. */
export const chronologyRoute = route({
  method: 'GET',
  url: '/people/:personId/chronology',
  admits: recordReaders,
  summary: 'Chronology of one person or of the children of their family',
  purpose: 'casework',
  params: personParams,
  query,
  async handle({ work, params, query: asked, path }): Promise<Reply> {
    const frame = await recordFrame(work, params.personId, 'chronology')
    if (frame === null) return notFound
    const ofFamily = asked.of === 'family'
    const family = ofFamily ? await familyChildren(work, params.personId) : []
    const names = new Map<Uuid, string>([
      [params.personId, frame.identity.displayName],
      ...family.map(child => [child.id, child.displayName] as const),
    ])
    const filter = { isFull: asked.full === 'yes', year: asked.year, source: asked.source }
    const chronology = await chronologyOf(work, [...names.keys()], filter)
    const shown = { resource: 'chronology', subjectIds: [...names.keys()] }
    if (asked.format === 'csv') return chronologyCsv(chronology.lines, names, shown.subjectIds)
    const lines = onPage(chronology.lines, asked.page)
    const content = chronologyPage({
      frame,
      chronology,
      lines,
      filter,
      ofFamily,
      names,
      page: asked.page,
      path,
    })
    return { kind: 'page', title: 'Chronology - Record', before: frame.before, content, shown }
  },
})

/** Oldest first, in the columns that courts and conferences ask for. */
function chronologyCsv(
  lines: readonly ChronologyLine[],
  names: ReadonlyMap<Uuid, string>,
  subjectIds: readonly Uuid[],
): Reply {
  return {
    kind: 'csv',
    fileName: 'chronology.csv',
    header: ['Date', 'Event', 'Details', 'Source', 'Impact on the child', 'Significant', 'About'],
    rows: lines
      .toReversed()
      .map(line => [
        line.on,
        line.title,
        line.text,
        line.source,
        line.impact,
        line.isSignificant ? 'yes' : 'no',
        line.personIds.map(id => names.get(id) ?? '').join('; '),
      ]),
    shown: { resource: 'chronology', subjectIds, action: 'export' },
  }
}
