import type { z } from 'zod'
import type { Work } from '#platform/db'
import { notFound } from '#platform/http'
import { plural } from '#ui'
import { copyFindings } from '../../commands/copyFindings.ts'
import { noteChange } from '../../commands/noteChange.ts'
import { saveVersioned } from '../../commands/saveVersioned.ts'
import { jointVisits, referredOn, seeingOf, wordsOf } from '../../queries/jointVisits.ts'
import type { Joint, JointChild } from '../../queries/readJoint.ts'
import { findingFields, findingTexts, labelOf } from '../../rules/assessmentParts.ts'
import { draftedForm, type FormOutcome } from '../frame/draftedForm.ts'
import { type FormValues, longText, textsOf, versionOf } from '../frame/formValues.ts'
import type { OpenedForm } from '../frame/openedForm.ts'
import { isClosed, isReply, jointPath, jointPersonParams, openJoint } from '../frame/openJoint.ts'
import { differencesOf, lengthIssues } from '../frame/textFields.ts'
import { findingPage } from './page.ts'

type OpenedFinding = OpenedForm & { readonly joint: Joint; readonly child: JointChild }

/** What is found of one child, with what the child said brought in from the visits. */
export const findingRoutes = draftedForm<z.infer<typeof jointPersonParams>, OpenedFinding>({
  url: '/assessments/:jointId/children/:personId',
  params: jointPersonParams,
  form: 'assessment-of-a-child',
  about: 'what is found of one child',
  async open({ work, params: { jointId, personId } }, intent) {
    const joint = await openJoint(work, jointId, intent)
    if (isReply(joint)) return joint
    const child = joint.children.find(one => one.personId === personId)
    if (child === undefined) return notFound
    const visits = await jointVisits(work, [personId], await referredOn(work, joint))
    const seen = { words: wordsOf(visits, personId), seeing: seeingOf(visits, personId) }
    return {
      joint,
      child,
      title: 'What we found about this child',
      path: `${jointPath(jointId)}/children/${personId}`,
      back: jointPath(jointId),
      recordKey: `${jointId}:${personId}`,
      subjectIds: joint.personIds,
      isClosed: isClosed(joint),
      fresh: freshValues(child),
      labels: Object.fromEntries(findingFields.map(({ name, label }) => [name, label])),
      content: state => findingPage({ joint, child, state, ...seen }),
    }
  },
  save: ({ work }, { joint, child }, values) => saveFinding(work, joint, child, values),
})

const freshValues = (child: JointChild): FormValues => ({
  version: String(child.version),
  ...Object.fromEntries(findingTexts.map(name => [name, child.texts[name] ?? ''])),
})

async function saveFinding(
  work: Work,
  joint: Joint,
  child: JointChild,
  values: FormValues,
): Promise<FormOutcome> {
  const issues = lengthIssues([...findingTexts], values)
  if (issues.length > 0) return { outcome: 'refused', issues }
  const texts: Record<string, string | null> = Object.fromEntries(
    findingTexts.map(name => [name, longText(values, name)]),
  )
  texts['child_view'] = withWords(longText(values, 'child_view'), textsOf(values, 'words'))
  const row = { id: child.assessmentId, seen: versionOf(values) }
  const saved = await saveVersioned(work, 'assessment', row, texts)
  if (saved.outcome === 'closed') return saved
  if (saved.outcome === 'stale')
    return {
      outcome: 'stale',
      differences: differencesOf(saved.clashes, column => labelOf(column, 'child')),
      values: { version: String(saved.version) },
    }
  const wanted = new Set(textsOf(values, 'copy'))
  const others = joint.children.filter(one => one.personId !== child.personId && wanted.has(one.personId))
  await copyFindings(work, texts, others)
  await noteChange(work, joint)
  const also =
    others.length > 0 ? `, and copied to ${plural(others.length, 'other child', 'other children')}` : ''
  return { outcome: 'saved', success: `Findings saved${also}` }
}

/** The child's view with the ticked words after it, each once. */
function withWords(text: string | null, words: readonly string[]): string | null {
  const chosen = words.filter(one => one.trim() !== '' && !(text ?? '').includes(one.trim()))
  return chosen.length === 0 ? text : [...(text === null ? [] : [text]), ...chosen].join('\n')
}
