import { z } from 'zod'
import {
  Fields,
  type FormValues,
  type LongForm,
  longFormHtml,
  openLongForm,
  recordReaders,
  recordWriters,
  refusedLongForm,
  typedOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { answerSaveDraft, type DraftDifference, draftConflict, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import { errorsAbove, type FieldErrors, type FormIssue, fieldErrors, type Html, html, nothing } from '#ui'
import type { Sent } from '../../../child-form/childForm.ts'
import { holdMeeting } from '../../commands/holdMeeting.ts'
import { meetingParams, meetingPath } from '../meetingPath.ts'
import { meetingHead, type OpenedMeeting, openedMeeting } from '../openedMeeting.ts'
import { movedOn } from './movedOn.ts'

/** A form of a meeting, being shown or sent. */
export type MeetingVisit = {
  readonly work: Work
  readonly opened: OpenedMeeting
  readonly query: Readonly<Record<string, string | undefined>>
}

/** One form of a meeting: who may open it, what it shows, how it is read, and the command behind it. */
export type MeetingForm<Context, Parsed> = {
  /** Of its address, after the meeting's. */
  readonly part: string
  /** Which of the meeting's parts it belongs to, where it is not one itself. */
  readonly tab?: string
  /** One word for its drafts and the audit. */
  readonly name: string
  readonly title: string
  readonly heading: (context: Context) => string
  readonly summary: { readonly show: string; readonly send: string }
  readonly submit: (context: Context) => string
  readonly isWarning?: true
  /** A draft is opened at once: what was typed here is nobody else's to begin anew. */
  readonly opensDraft?: true
  /** Null: not for this reader, or not now; answered like an absent meeting. */
  readonly read: (visit: MeetingVisit) => Promise<Context | null>
  readonly fresh: (context: Context, visit: MeetingVisit) => FormValues
  /** What the form was opened with, where a second sender is refused with both texts. */
  readonly version?: (context: Context, visit: MeetingVisit) => string
  readonly above?: (context: Context, visit: MeetingVisit) => Html
  readonly below?: (context: Context, visit: MeetingVisit) => Html
  readonly fields: (context: Context, values: FormValues, errors: FieldErrors) => Html
  readonly parse: (
    fields: Fields,
    context: Context,
    visit: MeetingVisit & { readonly sent: FormValues },
  ) => Parsed | null
  readonly save: (parsed: Parsed, context: Context, visit: MeetingVisit) => Promise<Sent>
  readonly order: (context: Context) => readonly string[]
  readonly targets?: (context: Context) => Readonly<Record<string, string>>
  readonly labels?: (context: Context) => Readonly<Record<string, string>>
  readonly scripts?: readonly string[]
  /** What is shown to whoever was second: where they changed nothing themself, what stands now. */
  readonly rebased?: (sent: FormValues, now: FormValues, context: Context) => FormValues
  /** What was sent beside what stands, where the meeting moved on before it came; else what was sent under its labels. */
  readonly against?: (visit: MeetingVisit, sent: FormValues) => Promise<readonly DraftDifference[]>
  /** What those see who read the meeting and may not send the form. */
  readonly withoutForm?: (visit: MeetingVisit) => Promise<Html>
}

const query = z.record(z.string(), z.string().max(200)).catch({})

/** The two routes of a form of a meeting, kept as a draft while it is typed. Sent, it waits until whoever changes the meeting is done. */
export function meetingForm<Context, Parsed>(form: MeetingForm<Context, Parsed>): readonly Route[] {
  const common = {
    url: `/meetings/:meetingId${form.part}`,
    admits: recordWriters,
    purpose: 'casework',
    params: meetingParams,
    query,
  } as const
  const keyOf = ({ opened }: MeetingVisit) => ({
    form: form.name,
    recordKey: opened.meeting.id,
    path: meetingPath(opened.meeting.id, form.part),
  })
  const show = route({
    ...common,
    admits: form.withoutForm === undefined ? recordWriters : recordReaders,
    method: 'GET',
    summary: form.summary.show,
    async handle({ work, params, query: asked, form: keys }): Promise<Reply> {
      const opened = await openedMeeting(work, params.meetingId)
      if (opened === null) return notFound
      const visit = { work, opened, query: asked }
      const context = await form.read(visit)
      if (context === null) return await readOnly(form, visit)
      const opensDraft = asked['draft'] === 'open' || form.opensDraft === true
      const fresh = withVersion(form, context, visit)
      return reply(form, context, await openLongForm(work, keyOf(visit), opensDraft, fresh), { visit, keys })
    },
  })
  const send = route({
    ...common,
    method: 'POST',
    summary: form.summary.send,
    async handle(asked): Promise<Reply> {
      const { work, params, sent, form: keys } = asked
      await holdMeeting(work, params.meetingId)
      const opened = await openedMeeting(work, params.meetingId)
      if (opened === null) return notFound
      const visit = { work, opened, query: asked.query }
      const context = await form.read(visit)
      if (context === null) return (await movedOn(form, visit, sent)) ?? notFound
      const key = keyOf(visit)
      if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(asked, key.form, key.recordKey)
      const answer = await answered(form, context, visit, sent)
      if (answer.outcome === 'not_found') return notFound
      if (answer.outcome === 'saved') {
        await dropDraft(work, key.form, key.recordKey)
        return { kind: 'redirect', location: answer.location, success: answer.success }
      }
      const isStale = answer.outcome === 'stale'
      const now = withVersion(form, context, visit)
      const differences = isStale ? differing(form.labels?.(context) ?? {}, sent, now) : []
      const mine = isStale ? (form.rebased?.(sent, now, context) ?? sent) : sent
      const values = isStale ? { ...mine, version: now['version'] } : sent
      const issues = answer.outcome === 'refused' ? answer.issues : []
      const errors = fieldErrors(issues, form.order(context), form.targets?.(context))
      const refused = await refusedLongForm(work, key, values, errors)
      return reply(form, context, refused, { visit, keys, isStale, differences })
    },
  })
  return [show, send]
}

async function readOnly<Context, Parsed>(
  form: MeetingForm<Context, Parsed>,
  visit: MeetingVisit,
): Promise<Reply> {
  if (form.withoutForm === undefined) return notFound
  const { opened } = visit
  return {
    kind: 'page',
    title: `${form.title} - Meetings`,
    current: '/meetings',
    ...(form.scripts === undefined ? {} : { scripts: form.scripts }),
    content: html`${meetingHead(opened, form.tab ?? form.part)}${await form.withoutForm(visit)}`,
    shown: { resource: form.name, subjectIds: opened.meeting.personIds },
  }
}

const withVersion = <Context, Parsed>(
  form: MeetingForm<Context, Parsed>,
  context: Context,
  visit: MeetingVisit,
): FormValues => ({
  ...form.fresh(context, visit),
  ...(form.version === undefined ? {} : { version: form.version(context, visit) }),
})

async function answered<Context, Parsed>(
  form: MeetingForm<Context, Parsed>,
  context: Context,
  visit: MeetingVisit,
  sent: FormValues,
): Promise<Sent> {
  if (form.version !== undefined && sent['version'] !== form.version(context, visit))
    return { outcome: 'stale' }
  const fields = new Fields(sent)
  const parsed = form.parse(fields, context, { ...visit, sent })
  if (parsed === null || fields.issues.length > 0)
    return { outcome: 'refused', issues: fields.issues as FormIssue[] }
  return await form.save(parsed, context, visit)
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''

const differing = (
  labels: Readonly<Record<string, string>>,
  yours: FormValues,
  now: FormValues,
): readonly DraftDifference[] => {
  const found = Object.entries(labels).flatMap(([name, label]) => {
    const pair = { label, yours: textOf(yours[name]), other: textOf(now[name]) }
    return pair.yours === pair.other ? [] : [pair]
  })
  return found.length > 0
    ? found
    : [
        {
          label: 'This meeting',
          yours: 'What you have entered below',
          other: 'Somebody has changed it: check it, then send again',
        },
      ]
}

type Around = {
  readonly visit: MeetingVisit
  readonly keys: FormKeys
  readonly isStale?: boolean
  readonly differences?: readonly DraftDifference[]
}

function reply<Context, Parsed>(
  form: MeetingForm<Context, Parsed>,
  context: Context,
  shown: LongForm,
  { visit, keys, isStale = false, differences = [] }: Around,
): Reply {
  const { work, opened } = visit
  const hasErrors = shown.errors.list.length > 0
  const version = typedOf(shown.values, 'version')
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    title: `${form.title} - Meetings`,
    current: '/meetings',
    hasErrors,
    ...(form.scripts === undefined ? {} : { scripts: form.scripts }),
    content: html`${errorsAbove(shown.errors)}${differences.length > 0 ? draftConflict({ between: 'record', differences }) : nothing}
${meetingHead(opened, form.tab ?? form.part)}
${form.above?.(context, visit) ?? nothing}
<h2 class="govuk-heading-m">${form.heading(context)}</h2>
${longFormHtml(shown, {
  keys,
  now: work.now,
  submit: form.submit(context),
  ...(form.isWarning === true ? { isWarning: true } : {}),
  cancel: meetingPath(opened.meeting.id),
  fields: html`${version === '' ? nothing : html`<input type="hidden" name="version" value="${version}">`}${form.fields(context, shown.values, shown.errors)}`,
})}
${form.below?.(context, visit) ?? nothing}`,
    shown: { resource: form.name, subjectIds: opened.meeting.personIds },
  }
}
