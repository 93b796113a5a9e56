import { z } from 'zod'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors } from '#ui'
import { uuidParam } from '../../pages/params.ts'
import { askMerge } from '../commands/mergeCommands.ts'
import { comparison } from '../queries/comparison.ts'
import { evidenceKinds } from '../rules/evidenceKinds.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { askPage } from './askPage.ts'
import { readChoices, textOf, ticked } from './readChoices.ts'
import { refusalWords } from './refusalWords.ts'

const url = '/people/:personId/merge/:otherId'
const params = z.object({ personId: uuidParam, otherId: uuidParam })
type AskVisit = Visit<{ personId: Uuid; otherId: Uuid }, unknown, unknown>

type Shown = {
  readonly chosen: MergeChoices | null
  readonly issues: readonly FormIssue[]
  readonly remark: string | null
}

async function pageOf(visit: AskVisit, { chosen, issues, remark }: Shown): Promise<Reply> {
  const { personId, otherId } = visit.params
  const view = await comparison(visit.work, personId, otherId)
  if (!view) return notFound
  const errors = fieldErrors(issues)
  return {
    kind: 'page',
    status: remark !== null ? 409 : errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    title: 'Merge two records',
    content: askPage({ view, chosen, errors, remark, sent: visit.sent, form: visit.form }),
    current: 'people',
    back: `/people/${personId}/duplicates`,
    isWide: true,
    shown: { resource: 'person_merge', subjectIds: [personId, otherId] },
  }
}

async function send(visit: AskVisit): Promise<Reply> {
  const { work, sent, params } = visit
  const view = await comparison(work, params.personId, params.otherId)
  if (!view) return notFound
  const { choices, issues: wrong } = readChoices(sent, view)
  const issues = [...wrong]
  const kinds = evidenceKinds
    .map(({ value }) => value)
    .filter(kind => ticked(sent, 'evidence_kinds').includes(kind))
  if (kinds.length === 0)
    issues.push({ path: ['evidence_kinds'], message: 'Select what shows that this is one person' })
  const evidence = textOf(sent, 'evidence')
  if (evidence.length < 10 || evidence.length > 4000)
    issues.push({ path: ['evidence'], message: 'Say in 10 to 4,000 characters what you have seen' })
  if (issues.length > 0) return pageOf(visit, { chosen: choices, issues, remark: null })
  const asked = await askMerge(work, {
    survivorId: params.personId,
    mergedId: params.otherId,
    evidenceKinds: kinds,
    evidence,
    choices,
    mark: textOf(sent, 'mark'),
  })
  if (asked.outcome === 'not_found') return notFound
  if (asked.outcome !== 'asked' && asked.outcome !== 'exists')
    return pageOf(visit, { chosen: choices, issues: [], remark: refusalWords[asked.outcome] })
  const success =
    asked.outcome === 'asked' ? 'A manager has been asked to confirm' : 'Somebody has asked for this already'
  return { kind: 'redirect', location: `/merges/${asked.id}`, success }
}

const common = { url, admits: ['practitioner', 'duty'], purpose: 'casework', params } as const

/** Two records side by side, and the form that asks for them to become one. */
export const askRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    summary: 'Two records side by side, to ask for a merge',
    handle: visit => pageOf(visit, { chosen: null, issues: [], remark: null }),
  }),
  route({ ...common, method: 'POST', summary: 'Asks a manager to merge two records', handle: send }),
]
