import { z } from 'zod'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type Look, looksAtRecord } from '../../queries/looksAtRecord.ts'
import { looksFrame } from '../../registry/looksFrame.ts'
import { lookHeadings, looksPage, lookWords } from './page.ts'

const personId = z.string().transform((text, context): Uuid => {
  const id = parseUuid(text)
  if (id !== null) return id
  context.addIssue({ code: 'custom', message: 'Not an id' })
  return z.NEVER
})

/** Who has looked at one person's record: for those who hold the record themselves, to answer a family that asks. */
export const looksRoute = route({
  method: 'GET',
  url: '/people/:personId/looks',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'Who has looked at one person’s record',
  purpose: 'audit',
  params: z.object({ personId }),
  query: z.object({
    before: z.coerce.number().int().min(1).optional().catch(undefined),
    format: z.enum(['csv']).optional().catch(undefined),
  }),
  async handle({ work, params, query }): Promise<Reply> {
    const subjectIds = [params.personId]
    if (query.format === 'csv') {
      const looks = await allLooks(work, params.personId)
      if (looks.length === 0) return notFound
      return {
        kind: 'csv',
        fileName: 'who-has-looked.csv',
        header: lookHeadings,
        rows: looks.map(look => [look.at, ...lookWords(look)]),
        shown: { resource: 'audit', subjectIds, action: 'export' },
      }
    }
    const before = query.before ?? null
    const looks = await looksAtRecord(work, params.personId, before)
    if (looks.looks.length === 0) return notFound // whoever holds a record sees at least how it was made
    const content = looksPage({ personId: params.personId, looks, isFirst: before === null })
    return {
      kind: 'page',
      title: 'Who has looked - Record',
      before: await looksFrame.draw(work, params.personId),
      content,
      isWide: true,
      shown: { resource: 'audit', subjectIds },
    }
  },
})

async function allLooks(work: Work, person: Uuid): Promise<Look[]> {
  const all: Look[] = []
  for (let before: number | null = null; ; ) {
    const { looks, next }: { looks: readonly Look[]; next: number | null } = await looksAtRecord(
      work,
      person,
      before,
      5000,
    )
    all.push(...looks)
    if (next === null) return all
    before = next
  }
}
