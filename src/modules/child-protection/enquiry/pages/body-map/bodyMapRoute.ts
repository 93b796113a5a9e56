import { z } from 'zod'
import { personParams, printFurniture, recordFrame, recordReaders } from '#modules/casework'
import { personSummary } from '#modules/people'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import type { PrintWatch } from '#platform/print'
import { londonDate } from '#reference'
import { mayBeImmobile } from '../../body-map/markWords.ts'
import { openEnquiries } from '../../queries/enquirable.ts'
import { type Mark, marksOf, standing } from '../../queries/marksOf.ts'
import { medicalsOfChild } from '../../queries/medicalsOf.ts'
import { bodyMapPage } from './bodyMapPage.ts'
import { bodyMapPdf } from './bodyMapPdf.ts'

/** The body map of a child, with every mark ever recorded and its corrections. */
export const bodyMapRoute = route({
  method: 'GET',
  url: '/people/:personId/body-map',
  admits: recordReaders,
  summary: 'The body map of a child; as PDF too',
  purpose: 'casework',
  params: personParams,
  query: z.object({ format: z.literal('pdf').optional().catch(undefined) }),
  async handle(visit): Promise<Reply> {
    const { work, params, query } = visit
    const frame = await recordFrame(work, params.personId, null)
    if (!frame?.readsRecord) return notFound
    const marks = await marksOf(work, params.personId)
    const person = await personSummary(work, params.personId)
    const isBaby = person !== null && mayBeImmobile(person, work.today)
    const shown = { resource: 'body_map', subjectIds: [params.personId] }
    if (query.format === 'pdf') {
      const furniture = await printFurniture(visit, frame, 'Body map')
      return {
        kind: 'print',
        fileName: `body-map-${work.today}.pdf`,
        make: (watch?: PrintWatch) => bodyMapPdf(marks, isBaby, { furniture, watch }),
        entries: marks.length,
        shown: { ...shown, action: 'export' },
      }
    }
    const open = (await openEnquiries(work, [params.personId]))[0]
    return {
      kind: 'page',
      title: 'Body map - Record',
      before: frame.before,
      isWide: true,
      content: bodyMapPage({
        frame,
        marks,
        isBaby,
        needsDoctor: await needsDoctor(work, params.personId, marks),
        enquiryId: open?.id ?? null,
        isPast: work.knownAt !== null,
      }),
      shown,
    }
  },
})

/** Whether a bruise on a baby who does not move about waits for a doctor to be asked. */
async function needsDoctor(work: Work, personId: Mark['id'], marks: readonly Mark[]): Promise<boolean> {
  const bruises = standing(marks).filter(({ kind, isMobile }) => kind === 'bruise' && isMobile === false)
  if (bruises.length === 0) return false
  const asked = (await medicalsOfChild(work, personId)).map(({ askedOn }) => askedOn)
  return bruises.some(
    ({ seenAt }) => !asked.some(on => Temporal.PlainDate.compare(on, londonDate(seenAt)) >= 0),
  )
}
