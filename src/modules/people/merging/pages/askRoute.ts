import { z } from 'zod'
import {
  answerSaveDraft,
  type Draft,
  draftBanner,
  dropDraft,
  readDraft,
  SAVE_DRAFT,
  saveDraft,
} from '#platform/drafts'
import { notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors, nothing } from '#ui'
import { uuidParam } from '../../pages/params.ts'
import { askMerge } from '../commands/mergeCommands.ts'
import { comparison } from '../queries/comparison.ts'
import { evidenceKinds } from '../rules/evidenceKinds.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { isConfirmed } from '../rules/mergeWarnings.ts'
import { askPage } from './askPage.ts'
import { readChoices, textOf, ticked } from './readChoices.ts'
import { refusalWords } from './refusalWords.ts'

const url = '/people/:personId/merge/:otherId'
const params = z.object({ personId: uuidParam, otherId: uuidParam })
const query = z.object({ draft: z.literal('open').optional().catch(undefined) })
type Params = { readonly personId: Uuid; readonly otherId: Uuid }
type AskVisit = Visit<Params, z.infer<typeof query>, unknown>

/** The draft of a request to merge these two; the code stands in My work as words. */
const FORM = 'merge-request'
const keyOf = ({ personId, otherId }: Params): string => `${personId}:${otherId}`
const pathOf = ({ personId, otherId }: Params): string => `/people/${personId}/merge/${otherId}`

type Shown = {
  readonly chosen: MergeChoices | null
  readonly issues: readonly FormIssue[]
  readonly remark: string | null
  readonly sent: Readonly<Record<string, unknown>>
  /** The draft that the form is filled from, or one that is there and not open. */
  readonly draft: Draft | null
  readonly offered?: Draft | null
}

/** The form, filled from the draft when that is asked for. */
async function open(visit: AskVisit): Promise<Reply> {
  const kept = await readDraft(visit.work, FORM, keyOf(visit.params))
  const empty = { chosen: null, issues: [], remark: null, sent: {}, draft: null }
  if (kept === null || visit.query.draft !== 'open') return await pageOf(visit, { ...empty, offered: kept })
  const view = await comparison(visit.work, visit.params.personId, visit.params.otherId)
  const chosen = view && readChoices(kept.fields, view).choices
  return await pageOf(visit, { ...empty, chosen, sent: kept.fields, draft: kept })
}

/** The form again, with what stands against it; what was typed is kept as a draft before it is shown. */
async function again(visit: AskVisit, shown: Pick<Shown, 'chosen' | 'issues' | 'remark'>): Promise<Reply> {
  const { work, params, sent } = visit
  await saveDraft(work, FORM, keyOf(params), sent)
  return await pageOf(visit, { ...shown, sent, draft: await readDraft(work, FORM, keyOf(params)) })
}

async function pageOf(visit: AskVisit, shown: Shown): Promise<Reply> {
  const { personId, otherId } = visit.params
  const { chosen, issues, remark } = shown
  const view = await comparison(visit.work, personId, otherId)
  if (!view) return notFound
  const path = pathOf(visit.params)
  const banner = shown.offered
    ? draftBanner(shown.offered, {
        keys: visit.form,
        now: visit.work.now,
        continuePath: `${path}?draft=open`,
        afterDiscard: path,
      })
    : nothing
  const errors = fieldErrors(issues)
  return {
    kind: 'page',
    status: remark !== null ? 409 : errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    title: 'Merge two records',
    content: askPage({
      view,
      chosen,
      errors,
      remark,
      sent: shown.sent,
      form: visit.form,
      banner,
      draft: { form: FORM, recordKey: keyOf(visit.params), page: path, draft: shown.draft },
    }),
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
  if (sent[SAVE_DRAFT] !== undefined)
    return await answerSaveDraft({ work, sent, path: pathOf(params) }, FORM, keyOf(params))
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
  if (issues.length > 0) return await again(visit, { chosen: choices, issues, remark: null })
  const asked = await askMerge(work, {
    survivorId: params.personId,
    mergedId: params.otherId,
    evidenceKinds: kinds,
    evidence,
    choices,
    mark: textOf(sent, 'mark'),
    isOnePerson: isConfirmed(textOf(sent, 'one_person')),
  })
  if (asked.outcome === 'not_found') return notFound
  if (asked.outcome !== 'asked' && asked.outcome !== 'exists')
    return await again(visit, { chosen: choices, issues: [], remark: refusalWords[asked.outcome] })
  await dropDraft(work, FORM, keyOf(params))
  const success =
    asked.outcome === 'asked' ? 'A manager has been asked to confirm' : 'Somebody has asked for this already'
  return { kind: 'redirect', location: `/merges/${asked.id}`, success }
}

const common = { url, admits: ['practitioner', 'duty'], purpose: 'casework', params, query } as const

/** Two records side by side, and the form that asks for them to become one. */
export const askRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    summary: 'Two records side by side, to ask for a merge',
    handle: open,
  }),
  route({ ...common, method: 'POST', summary: 'Asks a manager to merge two records', handle: send }),
]
