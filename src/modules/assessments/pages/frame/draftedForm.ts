import { type ZodType, z } from 'zod'
import { recordWriters } from '#modules/casework'
import {
  answerSaveDraft,
  type DraftDifference,
  dropDraft,
  readDraft,
  SAVE_DRAFT,
  saveDraft,
} from '#platform/drafts'
import { type Reply, type Route, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors } from '#ui'
import { closedForm, draftedPage } from './draftedPage.ts'
import { type FormValues, valuesFrom } from './formValues.ts'
import type { OpenedForm } from './openedForm.ts'

export type FormOutcome =
  | { readonly outcome: 'saved'; readonly success: string; readonly location?: string }
  | { readonly outcome: 'refused'; readonly issues: readonly FormIssue[] }
  /** Both texts are shown; `values` carries the versions that the next save is held to. */
  | {
      readonly outcome: 'stale'
      readonly differences: readonly DraftDifference[]
      readonly values: FormValues
    }
  | { readonly outcome: 'closed' }

const query = z.object({ draft: z.literal('open').optional() })
type DraftedVisit<Params> = Visit<Params, z.infer<typeof query>, unknown>

/** What a form is opened for. */
export type Intent = 'show' | 'save'

/** A form with a draft of its own: how it is opened and saved. */
export type DraftedForm<Params, Opened extends OpenedForm> = {
  readonly url: string
  readonly params: ZodType<Params>
  /** Code of the draft, which My work shows in words. */
  readonly form: string
  /** After "The form for" and "Saves". */
  readonly about: string
  /** @param intent saving waits for a decision that is being taken at this moment */
  open(visit: DraftedVisit<Params>, intent: Intent): Promise<Opened | Reply>
  save(visit: DraftedVisit<Params>, opened: Opened, values: FormValues): Promise<FormOutcome>
}

/** The two routes of a form: every one of an assessment keeps drafts, refuses stale versions and stays closed once authorised. */
export function draftedForm<Params, Opened extends OpenedForm>(
  definition: DraftedForm<Params, Opened>,
): readonly Route[] {
  const { url, params, form, about } = definition
  const common = { url, params, query, admits: recordWriters, purpose: 'casework' } as const
  const show = async (visit: DraftedVisit<Params>): Promise<Reply> => {
    const opened = await definition.open(visit, 'show')
    if ('kind' in opened) return opened
    const kept = await readDraft(visit.work, form, opened.recordKey)
    if (opened.isClosed)
      return kept === null
        ? { kind: 'redirect', location: opened.back }
        : closedReply(visit, opened, kept.fields, form)
    const draft = visit.query.draft === 'open' ? kept : null
    const state = { values: draft?.fields ?? opened.fresh, errors: fieldErrors([]) }
    return reply(visit, opened, { form, state, draft, offered: draft === null ? kept : null })
  }
  const save = async (visit: DraftedVisit<Params>): Promise<Reply> => {
    const opened = await definition.open(visit, 'save')
    if ('kind' in opened) return opened
    const { work, sent } = visit
    if (sent[SAVE_DRAFT] !== undefined)
      return answerSaveDraft({ work, sent, path: opened.path }, form, opened.recordKey)
    const values = valuesFrom(sent)
    const answer = opened.isClosed
      ? ({ outcome: 'closed' } as const)
      : await definition.save(visit, opened, values)
    if (answer.outcome === 'saved') {
      await dropDraft(work, form, opened.recordKey)
      return { kind: 'redirect', location: answer.location ?? opened.back, success: answer.success }
    }
    // Kept before it is shown again: whoever leaves here loses nothing.
    await saveDraft(work, form, opened.recordKey, sent)
    if (answer.outcome === 'closed') return closedReply(visit, opened, values, form)
    const draft = await readDraft(work, form, opened.recordKey)
    const errors = fieldErrors(
      answer.outcome === 'refused' ? answer.issues : [],
      Object.keys(opened.labels),
      opened.targets,
    )
    const state = { values: answer.outcome === 'stale' ? { ...values, ...answer.values } : values, errors }
    const conflict = answer.outcome === 'stale' ? answer.differences : []
    return reply(visit, opened, { form, state, draft, offered: null, conflict })
  }
  return [
    route({ ...common, method: 'GET', summary: `The form for ${about}`, handle: show }),
    route({ ...common, method: 'POST', summary: `Saves ${about}`, handle: save }),
  ]
}

type Shown = Pick<Parameters<typeof draftedPage>[0], 'form' | 'state' | 'draft' | 'offered' | 'conflict'>

function reply(visit: Pick<DraftedVisit<unknown>, 'form' | 'work'>, opened: OpenedForm, shown: Shown): Reply {
  const hasErrors = shown.state.errors.list.length > 0
  const isStale = (shown.conflict ?? []).length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : isStale ? 409 : 200,
    title: opened.title,
    hasErrors,
    back: opened.back,
    content: draftedPage({ ...shown, opened, keys: visit.form, now: visit.work.now }),
    shown: { resource: 'assessment', subjectIds: opened.subjectIds },
  }
}

function closedReply(
  visit: Pick<DraftedVisit<unknown>, 'form'>,
  opened: OpenedForm,
  typed: FormValues,
  form: string,
): Reply {
  return {
    kind: 'page',
    status: 409,
    title: opened.title,
    back: opened.back,
    content: closedForm({ opened, typed, form, keys: visit.form }),
    shown: { resource: 'assessment', subjectIds: opened.subjectIds },
  }
}
