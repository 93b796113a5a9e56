import { recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { documentOf } from '../../document/documentOf.ts'
import { printDocument, referenceOf } from '../../document/printDocument.ts'
import { readJoint } from '../../queries/readJoint.ts'
import { readWhole } from '../../queries/readWhole.ts'
import { jointParams } from '../frame/openJoint.ts'

const statusWords = {
  open: 'Being written: not authorised',
  submitted: 'Handed in: not authorised',
  authorised: 'Authorised',
  abandoned: 'Stopped before it was authorised',
} as const

/** The whole assessment as PDF, for the file: never for the family. */
export const printRoute = route({
  method: 'GET',
  url: '/assessments/:jointId/print',
  admits: recordReaders,
  summary: 'An assessment as PDF for the file',
  purpose: 'casework',
  params: jointParams,
  async handle({ work, me, params: { jointId } }): Promise<Reply> {
    const joint = await readJoint(work, jointId)
    const [first] = joint?.children ?? []
    if (joint === null || first === undefined) return notFound
    const whole = await readWhole(work, joint)
    const bytes = await printDocument(work, {
      title: 'Child and family assessment',
      subtitle: `${statusWords[joint.status]}. For the file: not for the family.`,
      reference: await referenceOf(work, first.personId),
      printedFor: me.name,
      parts: documentOf(whole),
    })
    const adults = whole.adults.map(({ person }) => person.id)
    return {
      kind: 'file',
      fileName: 'assessment.pdf',
      mediaType: 'application/pdf',
      bytes,
      shown: { resource: 'assessment', subjectIds: [...joint.personIds, ...adults], action: 'export' },
    }
  },
})
