import { z } from 'zod'
import { notFound } from '#platform/http'
import type { FormIssue } from '#ui'
import { noteChange } from '../../commands/noteChange.ts'
import { saveVersioned } from '../../commands/saveVersioned.ts'
import { historyLines } from '../../queries/historyLines.ts'
import type { Joint } from '../../queries/readJoint.ts'
import { type JointPart, jointParts, labelOf } from '../../rules/assessmentParts.ts'
import { draftedForm, type FormOutcome } from '../frame/draftedForm.ts'
import { type FormValues, longText, textOf, textsOf, versionOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointParams, jointPath, openJoint } from '../frame/openJoint.ts'
import { differencesOf, lengthIssues } from '../frame/textFields.ts'
import { partFields } from './page.ts'

const params = jointParams.extend({ part: z.enum(jointParts.map(({ slug }) => slug)) })

type OpenedPart = OpenedForm & { readonly joint: Joint; readonly part: JointPart }

/** The texts that are written once for all the children, a part at a time. */
export const jointPartRoutes = draftedForm<z.infer<typeof params>, OpenedPart>({
  url: '/assessments/:jointId/parts/:part',
  params,
  form: 'assessment',
  about: 'a part of an assessment that is written for all its children',
  async open({ work, params: { jointId, part: slug } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const part = jointParts.find(one => one.slug === slug)
    if (part === undefined) return notFound
    const lines = slug === 'purpose' ? await historyLines(work, joint.personIds) : []
    const labels = Object.fromEntries(part.fields.map(({ name, label }) => [name, label]))
    return {
      joint,
      part,
      title: part.title,
      path: `${jointPath(jointId)}/parts/${slug}`,
      back: jointPath(jointId),
      recordKey: `${jointId}:${slug}`,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: freshValues(joint, part),
      labels: slug === 'analysis' ? { ...labels, safety_now: labelOf('safety_now', 'joint') } : labels,
      targets: { safety_now: 'safety_now' },
      content: state => partFields(part, state, lines),
    }
  },
  save: ({ work }, { joint, part }, values) => savePart(work, joint, part, values),
})

function freshValues(joint: Joint, part: JointPart): FormValues {
  return {
    version: String(joint.version),
    ...Object.fromEntries(part.fields.map(({ name }) => [name, joint.texts[name] ?? ''])),
    ...(part.slug === 'analysis'
      ? { safety_now: joint.safetyNow === null ? '' : String(joint.safetyNow) }
      : {}),
  }
}

async function savePart(
  work: Parameters<typeof saveVersioned>[0],
  joint: Joint,
  part: JointPart,
  values: FormValues,
): Promise<FormOutcome> {
  const names = part.fields.map(({ name }) => name)
  const issues: FormIssue[] = [...lengthIssues(names, values), ...safetyIssues(values)]
  if (issues.length > 0) return { outcome: 'refused', issues }
  const texts: Record<string, string | number | null> = Object.fromEntries(
    names.map(name => [name, longText(values, name)]),
  )
  if (part.slug === 'purpose')
    texts['history'] = withLines(longText(values, 'history'), textsOf(values, 'line'))
  if (part.slug === 'analysis')
    texts['safety_now'] = textOf(values, 'safety_now') === '' ? null : Number(textOf(values, 'safety_now'))
  const saved = await saveVersioned(
    work,
    'joint_assessment',
    { id: joint.id, seen: versionOf(values) },
    texts,
  )
  if (saved.outcome === 'closed') return saved
  if (saved.outcome === 'stale')
    return {
      outcome: 'stale',
      differences: differencesOf(saved.clashes, column => labelOf(column, 'joint')),
      values: { version: String(saved.version) },
    }
  await noteChange(work, joint)
  return { outcome: 'saved', success: `${part.title}: saved` }
}

function safetyIssues(values: FormValues): readonly FormIssue[] {
  const typed = textOf(values, 'safety_now')
  return typed === '' || /^(\d|10)$/.test(typed)
    ? []
    : [{ path: ['safety_now'], message: 'Select a number from 0 to 10' }]
}

/** The text with the ticked lines after it, each once. */
function withLines(text: string | null, lines: readonly string[]): string | null {
  const chosen = lines.map(line => line.trim()).filter(line => line !== '' && !(text ?? '').includes(line))
  return chosen.length === 0 ? text : [...(text === null ? [] : [text]), ...chosen].join('\n')
}
