import { Fields, recordReaders, recordWriters } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { fieldErrors } from '#ui'
import { shareCopy } from '../../commands/shareCopy.ts'
import { printDocument, referenceOf } from '../../document/printDocument.ts'
import { readJoint } from '../../queries/readJoint.ts'
import { readWhole } from '../../queries/readWhole.ts'
import { jointParams, jointPath, jointPersonParams } from '../frame/openJoint.ts'
import { copyQuery, openCopy } from './openCopy.ts'
import { copiesPage, copyPage, ways } from './page.ts'

const chooseRoute = route({
  method: 'GET',
  url: '/assessments/:jointId/copies',
  admits: recordReaders,
  summary: 'Who of the family is given a copy of an assessment',
  purpose: 'casework',
  params: jointParams,
  async handle({ work, params: { jointId } }): Promise<Reply> {
    const joint = await readJoint(work, jointId)
    if (joint === null) return notFound
    const whole = await readWhole(work, joint)
    const adults = whole.adults.map(({ person }) => person.id)
    return {
      kind: 'page',
      title: 'Copies for the family',
      back: jointPath(jointId),
      content: copiesPage(whole),
      shown: { resource: 'assessment', subjectIds: [...joint.personIds, ...adults] },
    }
  },
})

const onePerson = {
  url: '/assessments/:jointId/copies/:personId',
  purpose: 'casework',
  params: jointPersonParams,
  query: copyQuery,
} as const

const previewRoute = route({
  ...onePerson,
  method: 'GET',
  admits: recordReaders,
  summary: 'A copy of an assessment as one of the family would be given it',
  async handle({ work, params, query, form }): Promise<Reply> {
    const opened = await openCopy(work, params, query.include)
    if (opened === null) return notFound
    return {
      kind: 'page',
      title: 'Copy for one of the family',
      back: `${jointPath(params.jointId)}/copies`,
      content: copyPage({ opened, keys: form, errors: fieldErrors([]), sent: {}, today: work.today }),
      shown: { resource: 'assessment', subjectIds: opened.subjectIds },
    }
  },
})

const COPIED = 'Enter why this person may read words of a note about somebody else, or change the words'
const GUARDED = 'Enter why this person may read what was taken in, or what you took out'

const shareRoute = route({
  ...onePerson,
  method: 'POST',
  admits: recordWriters,
  summary: 'Records that one of the family was given their copy of an assessment',
  async handle({ work, params, query, sent, form }): Promise<Reply> {
    const opened = await openCopy(work, params, query.include)
    if (opened === null) return notFound
    const { joint } = opened.whole
    if (!joint.mayWrite)
      return { kind: 'forbidden', ask: 'Ask the worker who holds the case to record that a copy was given.' }
    const fields = new Fields(sent)
    const how = fields.choice('how', ways, 'Select how it was given')
    const sharedOn = fields.date('shared', 'The day it was given', 'Enter the day it was given')
    if (sharedOn !== null && Temporal.PlainDate.compare(sharedOn, work.today) > 0)
      fields.problem('shared', 'The day it was given must be today or in the past')
    if (joint.status === 'abandoned')
      fields.problem('how', 'This assessment was stopped: no copy of it is given')
    const { faults } = opened
    if (faults.hits.length > 0)
      fields.problem('how', 'This copy tells a protected address: change the words of the assessment')
    const needed = faults.copied.length > 0 ? COPIED : opened.guarded.length > 0 ? GUARDED : null
    const because = needed === null ? null : fields.text('copied_reason', 1000, needed)
    const noteIds = faults.copied.map(({ noteId }) => noteId)
    if (fields.issues.length === 0 && how !== null && sharedOn !== null) {
      const isKept = await shareCopy(work, joint, {
        recipientId: opened.recipientId,
        sharedOn,
        how,
        included: opened.included,
        copied: because === null ? null : { because, noteIds },
      })
      if (isKept)
        return {
          kind: 'redirect',
          location: `${jointPath(joint.id)}/copies`,
          success: 'Recorded that it was shared',
        }
      fields.problem(
        'how',
        'This assessment was stopped, or given to another worker, meanwhile: look at it again',
      )
    }
    const errors = fieldErrors(fields.issues, ['how', 'shared', 'copied_reason'], { shared: 'shared-day' })
    return {
      kind: 'page',
      status: 422,
      hasErrors: true,
      title: 'Copy for one of the family',
      back: `${jointPath(joint.id)}/copies`,
      content: copyPage({ opened, keys: form, errors, sent, today: work.today }),
      shown: { resource: 'assessment', subjectIds: opened.subjectIds },
    }
  },
})

const printRoute = route({
  ...onePerson,
  url: '/assessments/:jointId/copies/:personId/print',
  method: 'GET',
  admits: recordReaders,
  summary: 'A copy of an assessment for one of the family as PDF',
  async handle({ work, params, query }): Promise<Reply> {
    const opened = await openCopy(work, params, query.include)
    if (opened === null) return notFound
    const { joint } = opened.whole
    if (opened.faults.hits.length > 0)
      return { kind: 'redirect', location: `${jointPath(joint.id)}/copies/${params.personId}` }
    const draft = joint.status === 'authorised' ? null : 'A draft: a manager has not agreed it yet'
    const bytes = await printDocument(work, {
      title: 'Our assessment of your family',
      subtitle: joint.mayWrite ? draft : 'For reading only: the worker who holds the case gives the copy',
      reference: await referenceOf(work, joint.children[0]?.personId ?? params.personId),
      printedFor: opened.name,
      parts: opened.copy.parts,
    })
    return {
      kind: 'file',
      fileName: 'assessment-copy.pdf',
      mediaType: 'application/pdf',
      bytes,
      shown: { resource: 'assessment_copy', subjectIds: opened.subjectIds, action: 'export' },
    }
  },
})

export const copyRoutes = [chooseRoute, previewRoute, shareRoute, printRoute]
