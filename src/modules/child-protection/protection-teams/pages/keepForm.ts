import type { ZodType } from 'zod'
import { Fields, type FormValues, typedOf } from '#modules/casework'
import type { Work } from '#platform/db'
import { type DraftDifference, draftConflict } from '#platform/drafts'
import {
  type FormKeys,
  formFields,
  notFound,
  type Reply,
  type Route,
  route,
  versionField,
} from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  type FormIssue,
  fieldErrors,
  type Html,
  html,
  nothing,
} from '#ui'

/** A form of an administrator about one row, new or kept already. */
export type KeepForm<Params, Row, Parsed> = {
  readonly url: string
  readonly params: ZodType<Params>
  readonly about: string
  readonly path: (params: Params) => string
  readonly heading: (row: Row) => string
  /** Null: there is no such row. */
  readonly read: (work: Work, params: Params) => Promise<Row | null>
  /** With `version` where the row stands already. */
  readonly fresh: (row: Row, work: Work) => FormValues
  readonly fields: (row: Row, values: FormValues, errors: FieldErrors) => Html
  readonly parse: (fields: Fields, row: Row) => Parsed | null
  /** @returns false when somebody else changed the row meanwhile */
  readonly save: (work: Work, parsed: Parsed, row: Row, version: number, params: Params) => Promise<boolean>
  readonly order: readonly string[]
  readonly targets: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
}

const back = '/protection-teams'

/** Its two routes. A stale form is refused with both texts. */
export function keepForm<Params, Row, Parsed>(form: KeepForm<Params, Row, Parsed>): readonly Route[] {
  const common = {
    url: form.url,
    admits: ['administrator'],
    purpose: 'administration',
    params: form.params,
  } as const
  const show = route({
    ...common,
    method: 'GET',
    summary: `The form of ${form.about}`,
    async handle({ work, params, form: keys }): Promise<Reply> {
      const row = await form.read(work, params)
      return row === null ? notFound : reply(form, { row, params, keys, values: form.fresh(row, work) })
    },
  })
  const send = route({
    ...common,
    method: 'POST',
    summary: `Keeps ${form.about}`,
    async handle({ work, params, sent, form: keys }): Promise<Reply> {
      const row = await form.read(work, params)
      if (row === null) return notFound
      const fields = new Fields(sent)
      const parsed = form.parse(fields, row)
      if (parsed === null || fields.issues.length > 0)
        return reply(form, { row, params, keys, values: sent, issues: fields.issues })
      if (await form.save(work, parsed, row, Number(typedOf(sent, 'version')), params))
        return { kind: 'redirect', location: back, success: 'Saved' }
      const now = (await form.read(work, params)) ?? row
      const fresh = form.fresh(now, work)
      const differences = Object.entries(form.labels).map(([name, label]) => ({
        label,
        yours: typedOf(sent, name),
        other: typedOf(fresh, name),
      }))
      return reply(form, {
        row: now,
        params,
        keys,
        values: { ...sent, version: fresh['version'] },
        differences,
      })
    },
  })
  return [show, send]
}

function reply<Params, Row, Parsed>(
  form: KeepForm<Params, Row, Parsed>,
  shown: {
    readonly row: Row
    readonly params: Params
    readonly keys: FormKeys
    readonly values: FormValues
    readonly issues?: readonly FormIssue[]
    readonly differences?: readonly DraftDifference[]
  },
): Reply {
  const { row, params, keys, values, issues = [], differences } = shown
  const errors = fieldErrors(issues, form.order, form.targets)
  const version = typedOf(values, 'version')
  return {
    kind: 'page',
    status: issues.length > 0 ? 422 : differences ? 409 : 200,
    title: form.heading(row),
    hasErrors: issues.length > 0,
    current: '/administration',
    back,
    content: html`${errorsAbove(errors)}${differences ? draftConflict({ between: 'record', differences }) : nothing}
<h1 class="govuk-heading-l">${form.heading(row)}</h1>
<form method="post" action="${form.path(params)}" novalidate data-keep-on-failure>
${formFields(keys)}${version === '' ? nothing : versionField(version)}
${form.fields(row, values, errors)}
${button({ text: 'Save', preventDoubleClick: true })}
</form>`,
    shown: 'nothing',
  }
}
