import type { z } from 'zod'
import { personParams } from '#modules/casework'
import { notFound } from '#platform/http'
import { parseUuid } from '#platform/ids'
import { dateFieldsFrom, parseDateInput, plural } from '#ui'
import { startAssessment } from '../../commands/startAssessment.ts'
import { type Assessable, assessable, mayStart } from '../../queries/assessable.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { longText, textsOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { jointPath } from '../frame/openJoint.ts'
import { lengthIssues } from '../frame/textFields.ts'
import { startPage } from './page.ts'

const ask =
  'You may read this record but not write in it. Ask the worker or team that holds the case to start the assessment.'

type OpenedStart = OpenedForm & { readonly children: readonly Assessable[] }

/** Starts one assessment for the children of a family. */
export const startRoutes = draftedForm<z.infer<typeof personParams>, OpenedStart>({
  url: '/people/:personId/assessments/new',
  params: personParams,
  form: 'assessment-start',
  about: 'the start of an assessment of the children of a family',
  async open({ work, params: { personId } }) {
    const children = await assessable(work, personId)
    const [first] = children
    if (first === undefined) return notFound
    if (!first.child.mayWrite) return { kind: 'forbidden', ask }
    const { day, month, year } = work.today
    return {
      children,
      title: 'Start an assessment',
      path: `/people/${personId}/assessments/new`,
      back: `/people/${personId}`,
      recordKey: personId,
      subjectIds: children.map(({ child }) => child.id),
      isClosed: false,
      fresh: {
        child: children.filter(mayStart).map(({ child }) => child.id),
        'started-day': String(day),
        'started-month': String(month),
        'started-year': String(year),
      },
      labels: { child: 'Children', started: 'Started on', purpose: 'Purpose' },
      targets: { started: 'started-day' },
      saveWords: 'Start the assessment',
      content: state => startPage(children, state),
    }
  },
  async save({ work }, { children }, values) {
    const ids = new Set(textsOf(values, 'child').flatMap(text => parseUuid(text) ?? []))
    const chosen = children.filter(one => ids.has(one.child.id) && mayStart(one))
    const started = parseDateInput(dateFieldsFrom(values, 'started'), 'The day it started')
    const on = started.outcome === 'date' ? started.date : null
    const received = chosen.flatMap(({ episode }) => episode?.receivedOn ?? [])
    const issues = [
      ...lengthIssues(['purpose'], values),
      ...(chosen.length === 0 ? [{ path: ['child'], message: 'Tick whom the assessment is about' }] : []),
      ...(started.outcome === 'empty' ? [{ path: ['started'], message: 'Enter the day it started' }] : []),
      ...(started.outcome === 'wrong' ? [{ path: ['started'], message: started.message }] : []),
      ...(on !== null && Temporal.PlainDate.compare(on, work.today) > 0
        ? [{ path: ['started'], message: 'The day it started must be today or in the past' }]
        : []),
      ...(on !== null && received.some(day => Temporal.PlainDate.compare(on, day) < 0)
        ? [{ path: ['started'], message: 'The day it started must not be before the referral' }]
        : []),
    ]
    if (issues.length > 0 || on === null) return { outcome: 'refused', issues }
    const jointId = await startAssessment(work, chosen, {
      purpose: longText(values, 'purpose'),
      startedOn: on,
    })
    const success = `Assessment of ${plural(chosen.length, 'child', 'children')} started`
    return { outcome: 'saved', success, location: jointPath(jointId) }
  },
})
