import { z } from 'zod'
import { type Reply, route } from '#platform/http'
import { auditByDay } from '../../queries/auditByDay.ts'
import { sealStanding } from '../../queries/sealStanding.ts'
import { overviewPage } from './page.ts'

const DAYS = 30

/** The audit as a whole, for who answers for it: counts by day, the seal, the last verification. */
export const overviewRoute = route({
  method: 'GET',
  url: '/audit',
  admits: ['director', 'administrator'],
  summary: 'Audit: entries by day, seal and last verification',
  purpose: 'audit',
  query: z.object({
    /** Last day shown; today when left out. */
    to: z.iso.date().optional().catch(undefined),
    format: z.enum(['csv']).optional().catch(undefined),
  }),
  async handle({ work, query }): Promise<Reply> {
    const asked = query.to === undefined ? work.today : Temporal.PlainDate.from(query.to)
    const last = Temporal.PlainDate.compare(asked, work.today) > 0 ? work.today : asked
    const first = last.subtract({ days: DAYS - 1 })
    const days = await auditByDay(work, first, last)
    if (query.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'audit.csv',
        header: ['Day', 'Act', 'Class', 'Entries'],
        rows: days.map(day => [day.day, day.action, day.class, day.entries]),
        shown: { resource: 'audit', subjectIds: [], action: 'export' },
      }
    const ending = (day: Temporal.PlainDate) => `/audit?to=${day}`
    const content = overviewPage({
      standing: await sealStanding(work),
      days,
      days30: { first, last },
      older: ending(first.subtract({ days: 1 })),
      newer: last.equals(work.today) ? null : ending(last.add({ days: DAYS })),
      csv: `${ending(last)}&format=csv`,
    })
    return {
      kind: 'page',
      title: 'Audit',
      content,
      current: '/audit',
      isWide: true,
      shown: { resource: 'audit', subjectIds: [] },
    }
  },
})
