import { z } from 'zod'
import { type FormKeys, notFound, type Reply, type Route, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  checkboxes,
  errorsAbove,
  type FieldErrors,
  fieldErrors,
  type Html,
  html,
  nothing,
  recordForm,
  textarea,
  warningText,
} from '#ui'
import { uuidParam } from '../../pages/params.ts'
import { undoMerge } from '../commands/mergeCommands.ts'
import { type RowSince, rowsSince } from '../queries/mergeLines.ts'
import { mayMerge } from '../queries/mergeMark.ts'
import { mergeById } from '../queries/merges.ts'
import { mergeWords } from '../registry/mergeRules.ts'
import { describeRow } from '../rules/describeRow.ts'
import { textOf, ticked } from './readChoices.ts'

const params = z.object({ mergeId: uuidParam })
type UndoVisit = Visit<{ mergeId: Uuid }, unknown, unknown>

const remarks = {
  later_merge: 'One of these records was merged again later. Undo that merge first',
  in_the_way:
    'Something written since the merge holds the place of something that would come back, such as a lead or a main name. Give it to the other record below, or end it first',
} as const

/** The form sends table, column and row as one value; only rows that were offered count. */
const keyOf = (row: RowSince): string => `${row.table} ${row.column} ${row.rowId}`

type UndoPage = {
  readonly mergeId: Uuid
  readonly since: readonly RowSince[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly remark: string | null
  readonly form: FormKeys
}

function undoPage({ mergeId, since, sent, errors, remark, form }: UndoPage): Html {
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Undo this merge</h1>
${remark === null ? nothing : warningText({ text: remark })}
<p class="govuk-body">Everything that moved goes back to the record it came from, exactly as it was, and what the merge ended begins again.
Whoever a restriction or a conflict of interest has kept out since then stays kept out of both records.</p>
${recordForm({
  action: `/merges/${mergeId}/undo`,
  csrf: { value: form.csrf },
  idempotencyKey: form.submission,
  content: html`${since.length === 0 ? nothing : whose(since, sent)}
${textarea({ id: 'reason', name: 'reason', label: { text: 'Why is it undone?', classes: 'govuk-label--s' }, value: textOf(sent, 'reason'), errorMessage: errors.of('reason'), rows: 3 })}
${button({ text: 'Make two records of it again', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
})}`
}

const whose = (since: readonly RowSince[], sent: UndoPage['sent']): Html =>
  checkboxes({
    name: 'assigned',
    idPrefix: 'assigned',
    fieldset: { legend: { text: 'Written since the merge', classes: 'govuk-fieldset__legend--m' } },
    hint: { text: 'These stay with the record that went on. Tick what belongs to the other one' },
    items: since.map(row => ({
      value: keyOf(row),
      text: `${mergeWords(row.table)}: ${describeRow(row.row)}`,
      checked: ticked(sent, 'assigned').includes(keyOf(row)),
    })),
  })

async function answer(visit: UndoVisit, remark: string | null, message: string | null): Promise<Reply> {
  const { work } = visit
  const merge = await mergeById(work, visit.params.mergeId)
  if (merge?.state !== 'merged' || (await mayMerge(work, merge.survivorId, merge.survivorId)) !== 'directs')
    return notFound
  const errors = fieldErrors(message === null ? [] : [{ path: ['reason'], message }])
  const since = await rowsSince(work, merge.id)
  return {
    kind: 'page',
    status: remark !== null ? 409 : message !== null ? 422 : 200,
    hasErrors: message !== null,
    title: 'Undo a merge',
    content: undoPage({ mergeId: merge.id, since, sent: visit.sent, errors, remark, form: visit.form }),
    current: 'people',
    back: `/merges/${merge.id}`,
    shown: { resource: 'person_merge', subjectIds: [merge.survivorId, merge.mergedId] },
  }
}

async function undo(visit: UndoVisit): Promise<Reply> {
  const { work, sent } = visit
  const merge = await mergeById(work, visit.params.mergeId)
  if (!merge) return notFound
  const reason = textOf(sent, 'reason')
  if (reason === '' || reason.length > 2000)
    return await answer(visit, null, 'Enter why, in 2,000 characters or fewer')
  const chosen = new Set(ticked(sent, 'assigned'))
  const assigned = (await rowsSince(work, merge.id))
    .filter(row => chosen.has(keyOf(row)))
    .map(row => ({ table: row.table, column: row.column, row: row.rowId }))
  const { id, survivorId, mergedId } = merge
  const outcome = await undoMerge(work, { id, survivorId, mergedId, reason, assigned })
  if (outcome === 'not_found') return notFound
  if (outcome !== 'undone') return await answer(visit, remarks[outcome], null)
  return { kind: 'redirect', location: `/merges/${id}`, success: 'They are two records again' }
}

const common = {
  url: '/merges/:mergeId/undo',
  admits: ['practitioner', 'duty'],
  purpose: 'casework',
  params,
} as const

/** Undoing a merge: whose is what was written since, and why. */
export const undoRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    summary: 'Form to undo a merge',
    handle: visit => answer(visit, null, null),
  }),
  route({ ...common, method: 'POST', summary: 'Makes two records of one again', handle: undo }),
]
