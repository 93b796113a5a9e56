import { z } from 'zod'
import { type DraftDifference, draftConflict } from '#platform/drafts'
import {
  formFields,
  formVersion,
  isAsOpened,
  notFound,
  openedVersion,
  type Reply,
  route,
  type Visit,
  versionField,
} from '#platform/http'
import { button, errorsAbove, type FormIssue, fieldErrors, html, input, nothing, textarea } from '#ui'
import { declaredSettings } from '../../../settings/declaredSettings.ts'
import { holdSetting } from '../../../settings/holdSetting.ts'
import { readSetting } from '../../../settings/readSetting.ts'
import { writeSetting } from '../../../settings/writeSetting.ts'
import { listFormat, listReply } from './listReply.ts'
import { isEditable, objection, settingFields, settingValue, textsOf } from './settingFields.ts'

const params = z.object({ key: z.string().max(60) })
const current = '/administration'
type SettingVisit = Visit<{ key: string }, unknown, unknown>

async function show(
  { work, params: asked, sent, form }: SettingVisit,
  issues: readonly FormIssue[] = [],
  differences: readonly DraftDifference[] | null = null,
): Promise<Reply> {
  const { key } = asked
  if (!isEditable(key)) return notFound
  const stored = textsOf(key, await readSetting(work, key))
  const fields = settingFields[key]
  const errors = fieldErrors(
    issues,
    fields.map(({ name }) => name),
  )
  const field = ({ name, label, usual, lines }: (typeof fields)[number]) => {
    const typed = sent[name]
    const value = typeof typed === 'string' ? typed : (stored[name] ?? '')
    if (lines !== undefined)
      return textarea({
        name,
        rows: 8,
        label: { text: label, classes: 'govuk-label--s' },
        hint: { text: lines },
        value,
        errorMessage: errors.of(name),
      })
    return input({
      name,
      label: { text: label },
      hint: usual === undefined ? undefined : { text: `Left empty: “${usual}”` },
      value,
      errorMessage: errors.of(name),
      classes: 'govuk-!-width-two-thirds',
    })
  }
  const content = html`${errorsAbove(errors)}${differences ? draftConflict({ between: 'record', differences }) : nothing}<h1 class="govuk-heading-l">${declaredSettings[key].doc}</h1>
  <form method="post" action="/administration/settings/${key}" novalidate data-keep-on-failure>${formFields(form)}${versionField(differences ? formVersion(stored) : openedVersion(sent, stored))}
    ${fields.map(field)}
    ${button({ text: 'Save', preventDoubleClick: true })}
  </form>`
  return {
    kind: 'page',
    title: 'Change a setting',
    current,
    content,
    back: '/administration/settings',
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : differences ? { status: 409 } : {}),
    shown: 'nothing',
  }
}

async function save(visit: SettingVisit): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const { key } = asked
  if (!isEditable(key)) return notFound
  const typed = Object.fromEntries(
    settingFields[key].map(({ name }) => {
      const text = sent[name]
      return [name, typeof text === 'string' ? text.trim() : '']
    }),
  )
  const refuse = (message: string) =>
    show(visit, [{ path: [settingFields[key][0]?.name ?? 'value'], message }])
  const against = objection(key, typed)
  if (against !== undefined) return await refuse(against)
  await holdSetting(work, key)
  const now = textsOf(key, await readSetting(work, key))
  if (!isAsOpened(sent, now)) {
    const both = settingFields[key].map(({ name, label }) => ({
      label,
      yours: typed[name] ?? '',
      other: now[name] ?? '',
    }))
    if (both.some(({ yours, other }) => yours !== other)) return await show(visit, [], both)
  }
  const written = await writeSetting(work, key, settingValue(key, typed))
  if (written.outcome === 'refused') return await refuse(written.message)
  return { kind: 'redirect', location: '/administration/settings', success: 'The setting is saved' }
}

const common = { admits: ['administrator'], purpose: 'administration' } as const

/** `/administration/settings`. */
export const settingRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/administration/settings',
    query: listFormat,
    summary: 'What the authority decides for itself',
    handle: listReply,
  }),
  route({
    ...common,
    method: 'GET',
    url: '/administration/settings/:key',
    params,
    summary: 'The form of one setting',
    handle: visit => show(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/administration/settings/:key',
    params,
    summary: 'Change a setting',
    handle: save,
  }),
]
