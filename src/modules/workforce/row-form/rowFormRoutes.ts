import { z } from 'zod'
import { type DraftDifference, draftConflict } from '#platform/drafts'
import {
  formVersion,
  isAsOpened,
  notFound,
  openedVersion,
  type Reply,
  type Route,
  route,
  type Visit,
} from '#platform/http'
import { type FormIssue, fieldErrors, nothing } from '#ui'
import { formPage } from './formPage.ts'
import { columnsOf, readValues } from './readValues.ts'
import type { Opened, RowForm, Values } from './rowForm.ts'
import { holdRow, saveRow } from './saveRow.ts'

type Params = Readonly<Record<string, string>>
type FormVisit = Visit<Params, unknown, unknown>

/** What stands against saving: errors, or what somebody else saved meanwhile. */
type Against = { readonly issues?: readonly FormIssue[]; readonly differences?: readonly DraftDifference[] }

function shownForm(form: RowForm, opened: Opened, visit: FormVisit, against: Against = {}): Reply {
  const { issues = [], differences } = against
  const targets = form.fields
    .filter(({ kind }) => kind === 'date')
    .map(({ name }) => [name, `${name}-day`] as const)
  const content = formPage({
    opened,
    fields: form.fields,
    action: visit.path,
    version: differences ? formVersion(opened.values) : openedVersion(visit.sent, opened.values),
    conflict: differences ? draftConflict({ between: 'record', differences }) : nothing,
    sent: visit.sent,
    errors: fieldErrors(
      issues,
      form.fields.map(({ name }) => name),
      Object.fromEntries(targets),
    ),
    keys: visit.form,
  })
  return {
    kind: 'page',
    title: opened.title,
    current: form.current,
    content,
    back: opened.back,
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : differences ? { status: 409 } : {}),
    shown: 'nothing',
  }
}

async function save(form: RowForm, visit: FormVisit): Promise<Reply> {
  const { work, params, sent } = visit
  let opened = await form.open(work, params)
  if (opened === null) return notFound
  if (opened.id !== null) {
    await holdRow(work, form.table, opened.id)
    opened = await form.open(work, params) // as whoever held it before left it
    if (opened === null) return notFound
  }
  const { values, issues } = readValues(form.fields, sent, opened.options ?? {})
  if (issues.length > 0) return shownForm(form, opened, visit, { issues })
  const problems = (await form.check?.(work, values, opened)) ?? []
  if (problems.length > 0)
    return shownForm(form, opened, visit, {
      issues: problems.map(({ field, message }) => ({ path: [field], message })),
    })
  const differences = opened.id === null ? null : changedSince(form, opened, sent, values)
  if (differences) return shownForm(form, opened, visit, { differences })
  const columns = form.columnsOf?.(values) ?? columnsOf(form.fields, values)
  await saveRow(work, form.table, opened.id, { ...columns, ...opened.fixed })
  return { kind: 'redirect', location: opened.next ?? opened.back, success: form.saved }
}

/** What somebody else made of the row since the form was opened; null when it is as it was, or as is wanted now. */
function changedSince(
  form: RowForm,
  opened: Opened,
  sent: FormVisit['sent'],
  typed: Values,
): readonly DraftDifference[] | null {
  if (isAsOpened(sent, opened.values)) return null
  const inWords = (name: string, value = ''): string =>
    opened.options?.[name]?.find(option => option.value === value)?.text ?? value
  const both = form.fields.map(({ name, label }) => ({
    label,
    yours: inWords(name, typed[name]),
    other: inWords(name, opened.values[name]),
  }))
  return both.some(({ yours, other }) => yours !== other) ? both : null
}

/** The form and its saving. */
export function rowFormRoutes(form: RowForm): readonly Route[] {
  const names = [...form.url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const { url, admits, purpose } = form
  const params = z.object(Object.fromEntries(names.map(name => [name, z.string().max(40)])))
  const common = { url, admits, purpose, params }
  return [
    route({
      ...common,
      method: 'GET',
      summary: `The form: ${form.summary.toLowerCase()}`,
      async handle(visit): Promise<Reply> {
        const opened = visit.work.knownAt === null ? await form.open(visit.work, visit.params) : null
        return opened === null ? notFound : shownForm(form, opened, visit)
      },
    }),
    route({ ...common, method: 'POST', summary: form.summary, handle: visit => save(form, visit) }),
  ]
}
