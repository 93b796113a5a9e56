import type { z } from 'zod'
import { Fields } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { addNeeds } from '../../commands/addNeeds.ts'
import { noteChange } from '../../commands/noteChange.ts'
import { jointNeeds } from '../../queries/jointNeeds.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { disciplines, needKinds } from '../../rules/needWords.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { textsOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { needsPage } from './page.ts'

const labels = {
  about: 'Whose need',
  kind: 'Need',
  description: 'In a line or two',
  discipline: 'Who noticed it first',
  noted: 'First noted on',
}

/** The needs of each child, with when and by whom each was first noted. */
export const needsRoutes = draftedForm<z.infer<typeof jointParams>, OpenedForm & { readonly joint: Joint }>({
  url: '/assessments/:jointId/needs',
  params: jointParams,
  form: 'assessment-needs',
  about: 'the needs of each child of an assessment',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const needs = await jointNeeds(work, joint.personIds)
    const { day, month, year } = work.today
    return {
      joint,
      title: 'Needs of each child',
      path: `${jointPath(jointId)}/needs`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: {
        'noted-day': String(day),
        'noted-month': String(month),
        'noted-year': String(year),
        discipline: 'social_work',
      },
      labels,
      targets: { noted: 'noted-day' },
      saveWords: 'Add this need',
      content: state => needsPage({ joint, needs, state }),
    }
  },
  async save({ work, sent }, { joint, path }, values) {
    const fields = new Fields(sent)
    const personIds = textsOf(values, 'about').flatMap(text => parseUuid(text) ?? [])
    const known = personIds.filter(id => joint.personIds.includes(id))
    if (known.length === 0) fields.problem('about', 'Tick whose need it is')
    const kind = fields.choice('kind', needKinds, 'Select the need')
    const description = fields.text('description', 2_000)
    const discipline = fields.choice('discipline', disciplines, 'Select who noticed it first')
    const notedOn = fields.date('noted', 'The day it was first noted', 'Enter when it was first noted')
    if (notedOn !== null && Temporal.PlainDate.compare(notedOn, work.today) > 0)
      fields.problem('noted', 'The day it was first noted must be today or in the past')
    if (fields.issues.length > 0 || kind === null || discipline === null || notedOn === null)
      return { outcome: 'refused', issues: fields.issues }
    await addNeeds(work, joint.id, { personIds: known, kind, description, discipline, notedOn })
    await noteChange(work, joint)
    return { outcome: 'saved', success: 'Need added', location: path }
  },
})
