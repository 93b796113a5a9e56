import type { z } from 'zod'
import { notFound } from '#platform/http'
import { dateFields, dateFieldsFrom, type Html, html, parseDateInput, textarea } from '#ui'
import { noteChange } from '../../commands/noteChange.ts'
import { saveView } from '../../commands/saveView.ts'
import { type JointAdult, jointAdults } from '../../queries/jointAdults.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { draftedForm } from '../frame/draftedForm.ts'
import { type FormValues, longText, textOf, versionOf } from '../frame/formValues.ts'
import type { FormState, OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointPath, jointPersonParams, openJoint } from '../frame/openJoint.ts'
import { differencesOf, lengthIssues } from '../frame/textFields.ts'

const labels = {
  words: 'What they say',
  no_view_reason: 'If they have not been heard, why',
  heard: 'Heard on',
}

type OpenedView = OpenedForm & { readonly joint: Joint; readonly adult: JointAdult }

/** What a parent or carer says, or why they have not been heard. */
export const viewRoutes = draftedForm<z.infer<typeof jointPersonParams>, OpenedView>({
  url: '/assessments/:jointId/views/:personId',
  params: jointPersonParams,
  form: 'assessment-view',
  about: 'what a parent or carer says',
  async open({ work, params: { jointId, personId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const adult = (await jointAdults(work, joint)).find(({ person }) => person.id === personId)
    if (adult === undefined) return notFound
    return {
      joint,
      adult,
      title: 'What a parent or carer says',
      path: `${jointPath(jointId)}/views/${personId}`,
      back: jointPath(jointId),
      recordKey: `${jointId}:${personId}`,
      subjectIds: [...joint.personIds, personId],
      isClosed: isClosed(joint),
      fresh: freshValues(adult),
      labels,
      targets: { heard: 'heard-day' },
      content: state => fields(adult, state),
    }
  },
  async save({ work }, { joint, adult }, values) {
    const words = longText(values, 'words')
    const reason = longText(values, 'no_view_reason')
    const heard = parseDateInput(dateFieldsFrom(values, 'heard'), 'The date')
    const issues = [
      ...lengthIssues(['words', 'no_view_reason'], values),
      ...(words === null && reason === null
        ? [{ path: ['words'], message: 'Enter what they say, or why they have not been heard' }]
        : []),
      ...(heard.outcome === 'wrong' ? [{ path: ['heard'], message: heard.message }] : []),
      ...(heard.outcome === 'date' && Temporal.PlainDate.compare(heard.date, work.today) > 0
        ? [{ path: ['heard'], message: 'The date must be today or in the past' }]
        : []),
    ]
    if (issues.length > 0) return { outcome: 'refused', issues }
    const heardOn = heard.outcome === 'date' ? heard.date : null
    const saved = await saveView(work, joint.id, adult, { seen: versionOf(values), words, reason, heardOn })
    if (saved.outcome === 'closed') return saved
    if (saved.outcome === 'stale')
      return {
        outcome: 'stale',
        differences: differencesOf(saved.clashes, column => viewLabels[column] ?? column),
        values: { version: String(saved.version) },
      }
    await noteChange(work, joint)
    return { outcome: 'saved', success: 'Views saved' }
  },
})

const viewLabels: Readonly<Record<string, string>> = { ...labels, heard_on: labels.heard }

const freshValues = ({ view }: JointAdult): FormValues => ({
  version: String(view?.version ?? 0),
  words: view?.words ?? '',
  no_view_reason: view?.noViewReason ?? '',
  ...(view?.heardOn
    ? {
        'heard-day': String(view.heardOn.day),
        'heard-month': String(view.heardOn.month),
        'heard-year': String(view.heardOn.year),
      }
    : {}),
})

function fields({ person, relation }: JointAdult, { values, errors }: FormState): Html {
  return html`<p class="govuk-body-l">${person.displayName}${relation ? html`, ${relation}` : ''}</p>
${textarea({
  name: 'words',
  rows: 6,
  label: { text: labels.words, classes: 'govuk-label--m' },
  hint: { text: 'Their own words where you can: about the worries, what helps, what they want' },
  value: textOf(values, 'words'),
  errorMessage: errors.of('words'),
})}
${dateFields({ name: 'heard', legend: 'Heard on (optional)', value: dateFieldsFrom(values, 'heard'), error: errors.of('heard') })}
${textarea({
  name: 'no_view_reason',
  rows: 2,
  label: { text: labels.no_view_reason, classes: 'govuk-label--s' },
  value: textOf(values, 'no_view_reason'),
  errorMessage: errors.of('no_view_reason'),
})}`
}
