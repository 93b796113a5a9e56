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
  type Sent,
  typedOf,
} from '#modules/casework'
import { answerSaveDraft, type DraftDifference, draftConflict, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, notFound, type Reply, type Route, route } from '#platform/http'
import { errorsAbove, type FormIssue, fieldErrors, html, nothing } from '#ui'
import { holdMeeting } from '../../commands/holdMeeting.ts'
import { meetingParams, meetingPath } from '../meetingPath.ts'
import { meetingHead, namedIn, openedMeeting } from '../openedMeeting.ts'
import type { MeetingForm, MeetingVisit } from './formShape.ts'
import { movedOn } from './movedOn.ts'

export type { MeetingForm, MeetingVisit } from './formShape.ts'

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
  const keyOf = ({ opened, query: asked }: MeetingVisit) => {
    const { find: _, ...about } = queryOf(asked)
    return {
      form: form.name,
      recordKey: [opened.meeting.id, ...Object.values(about)].join(':'),
      path: `${meetingPath(opened.meeting.id, form.part)}${textOfQuery(queryOf(asked))}`,
    }
  }
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

/** What a form is about besides its meeting, such as one child of it: kept when it is sent, and its drafts are apart. */
const queryOf = (asked: MeetingVisit['query']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['child', 'invitee', 'correct', 'find'].flatMap(name => {
      const value = asked[name]
      return value === undefined || value === '' ? [] : [[name, value] as const]
    }),
  )
const textOfQuery = (query: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
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
    shown: { resource: form.name, subjectIds: namedIn(opened) },
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
    shown: {
      resource: form.name,
      subjectIds: [...new Set([...namedIn(opened), ...(form.alsoNamed?.(context) ?? [])])],
    },
  }
}
