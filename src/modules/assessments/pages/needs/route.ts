import type { z } from 'zod'
import { Fields } from '#modules/casework'
import { parseUuid } from '#platform/ids'
import { addNeeds } from '../../commands/addNeeds.ts'
import { noteChange } from '../../commands/noteChange.ts'
import { jointAdults } from '../../queries/jointAdults.ts'
import { jointNeeds } from '../../queries/jointNeeds.ts'
import { type NeedyAdult, needyAdults } from '../../queries/needyAdults.ts'
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

/** The needs of each child and of their parents, with when and by whom each was first noted. */
export const needsRoutes = draftedForm<
  z.infer<typeof jointParams>,
  OpenedForm & { readonly joint: Joint; readonly adults: readonly NeedyAdult[] }
>({
  url: '/assessments/:jointId/needs',
  params: jointParams,
  form: 'assessment-needs',
  about: 'the needs of each child of an assessment and of their parents',
  async open({ work, params: { jointId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const needs = await jointNeeds(work, joint.personIds)
    const people = await jointAdults(work, joint)
    const adults = await needyAdults(work, joint)
    const { day, month, year } = work.today
    return {
      joint,
      adults,
      title: 'Needs of children and parents',
      path: `${jointPath(jointId)}/needs`,
      back: jointPath(jointId),
      recordKey: jointId,
      subjectIds: [...joint.personIds, ...people.map(({ person }) => person.id)],
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
      content: state => needsPage({ joint, needs, people, adults, state }),
    }
  },
  async save({ work, sent }, { joint, adults, path }, values) {
    const fields = new Fields(sent)
    const ticked = textsOf(values, 'about').flatMap(text => parseUuid(text) ?? [])
    const children = joint.personIds.filter(id => ticked.includes(id))
    const parents = adults.filter(({ personId }) => ticked.includes(personId))
    if (children.length + parents.length === 0) fields.problem('about', 'Tick whose need it is')
    const kind = fields.choice('kind', needKinds, 'Select the need')
    const description = fields.text('description', 2_000)
    const discipline = fields.choice('discipline', disciplines, 'Select who noticed it first')
    const notedOn = fields.date('noted', 'The day it was first noted', 'Enter when it was first noted')
    if (notedOn !== null && Temporal.PlainDate.compare(notedOn, work.today) > 0)
      fields.problem('noted', 'The day it was first noted must be today or in the past')
    if (fields.issues.length > 0 || kind === null || discipline === null || notedOn === null)
      return { outcome: 'refused', issues: fields.issues }
    const need = { kind, description, discipline, notedOn }
    const own = { ...need, personIds: children, adultId: null }
    const theirs = parents.map(({ personId, childIds }) => ({
      ...need,
      personIds: childIds,
      adultId: personId,
    }))
    for (const wanted of [own, ...theirs]) await addNeeds(work, joint.id, wanted)
    await noteChange(work, joint)
    return { outcome: 'saved', success: 'Need added', location: path }
  },
})
