import { z } from 'zod'
import { notFound, type Reply, type Route, route } from '#platform/http'
import { type FormIssue, fieldErrors } from '#ui'
import { uuidParam } from '../../pages/params.ts'
import { closeMerge, confirmMerge } from '../commands/mergeCommands.ts'
import { comparison } from '../queries/comparison.ts'
import { mayMerge } from '../queries/mergeMark.ts'
import { type Merge, mergeById } from '../queries/merges.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { isConfirmed } from '../rules/mergeWarnings.ts'
import { doneReply } from './doneReply.ts'
import { waitingPage } from './mergePage.ts'
import { factsOf, type MergeVisit, mergeQuery as query } from './mergeVisit.ts'
import { readChoices, textOf } from './readChoices.ts'
import { refusalWords } from './refusalWords.ts'

const params = z.object({ mergeId: uuidParam })
type Shown = {
  readonly chosen: MergeChoices | null
  readonly issues: readonly FormIssue[]
  readonly remark: string | null
}
const asItStands: Shown = { chosen: null, issues: [], remark: null }

async function waiting(visit: MergeVisit, merge: Merge, shown: Shown): Promise<Reply> {
  const { work, sent } = visit
  const view = await comparison(work, merge.survivorId, merge.mergedId)
  if (!view) return notFound
  const isMine = merge.askedBy === work.actor.id
  const errors = fieldErrors(shown.issues)
  return {
    kind: 'page',
    status: shown.remark !== null ? 409 : errors.list.length > 0 ? 422 : 200,
    hasErrors: errors.list.length > 0,
    title: 'Merge two records',
    content: waitingPage({
      merge,
      facts: await factsOf(visit, merge),
      view,
      may: isMine ? 'take_back' : view.may === 'directs' ? 'confirm' : 'read',
      chosen: shown.chosen ?? merge.choices,
      typed: { onePerson: textOf(sent, 'one_person'), reason: textOf(sent, 'reason') },
      errors,
      remark: shown.remark,
      form: visit.form,
    }),
    current: 'people',
    back: '/merges',
    isWide: true,
    shown: { resource: 'person_merge', subjectIds: [merge.survivorId, merge.mergedId] },
  }
}

async function show(visit: MergeVisit): Promise<Reply> {
  const merge = await mergeById(visit.work, visit.params.mergeId)
  if (!merge) return notFound
  if (merge.state !== 'waiting' || (await mayMerge(visit.work, merge.survivorId, merge.mergedId)) === null)
    return await doneReply(visit, merge)
  return await waiting(visit, merge, asItStands)
}

async function confirm(visit: MergeVisit): Promise<Reply> {
  const { work, sent } = visit
  const merge = await mergeById(work, visit.params.mergeId)
  if (!merge) return notFound
  if (merge.state !== 'waiting')
    return { kind: 'redirect', location: `/merges/${merge.id}`, success: 'This was decided already' }
  const view = await comparison(work, merge.survivorId, merge.mergedId)
  if (view?.may !== 'directs' || merge.askedBy === work.actor.id) return notFound
  const { choices, issues } = readChoices(sent, view)
  if (issues.length > 0) return await waiting(visit, merge, { chosen: choices, issues, remark: null })
  const { survivorId, mergedId } = merge
  const outcome = await confirmMerge(work, {
    id: merge.id,
    survivorId,
    mergedId,
    choices,
    mark: textOf(sent, 'mark'),
    isOnePerson: isConfirmed(textOf(sent, 'one_person')),
  })
  if (outcome === 'not_found') return notFound
  if (outcome !== 'merged')
    return await waiting(visit, merge, { chosen: choices, issues: [], remark: refusalWords[outcome] })
  return { kind: 'redirect', location: `/merges/${merge.id}`, success: 'The two records are one' }
}

async function close(visit: MergeVisit): Promise<Reply> {
  const merge = await mergeById(visit.work, visit.params.mergeId)
  if (!merge) return notFound
  const reason = textOf(visit.sent, 'reason')
  if (reason === '' || reason.length > 2000)
    return await waiting(visit, merge, {
      ...asItStands,
      issues: [{ path: ['reason'], message: 'Enter why, in 2,000 characters or fewer' }],
    })
  if ((await closeMerge(visit.work, merge.id, reason)) === 'not_found') return notFound
  return { kind: 'redirect', location: '/merges', success: 'The records stay apart' }
}

const common = { purpose: 'casework', params, query } as const

/** One merge: its comparison and decision while it waits, afterwards where each fact came from. */
export const mergeRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    url: '/merges/:mergeId',
    admits: ['practitioner', 'duty', 'director'],
    summary: 'A merge of two records',
    handle: show,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/merges/:mergeId',
    admits: ['practitioner', 'duty'],
    summary: 'Confirms a merge of two records',
    handle: confirm,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/merges/:mergeId/close',
    admits: ['practitioner', 'duty'],
    summary: 'Refuses a merge or takes it back',
    handle: close,
  }),
]
