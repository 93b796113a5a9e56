import {
  codesOf,
  dayValues,
  type Fields,
  type FormValues,
  oneOf,
  oneOfMany,
  textField,
  typedOf,
} from '#modules/casework'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html } from '#ui'
import type { SaidOfLink } from '../commands/links.ts'
import type { Link } from '../rules/harm.ts'
import { certainties, type LinkKind, linkRoles, sources } from '../rules/words.ts'

const LONGEST_TEXT = 10_000

/** What is said of any tie, in the order of the page. */
export const sayingOrder = ['role', 'since', 'source', 'certainty', 'words'] as const
export const sayingTargets = { since: 'since-day', ended: 'ended-day' }

export function sayingFields(kind: LinkKind, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  return html`${oneOf('role', 'How is the child tied?', linkRoles[kind], of)}
${dateFields({ name: 'since', legend: 'Known since', value: dateFieldsFrom(values, 'since'), error: errors.of('since') })}
${oneOfMany('source', 'Who knows of it?', sources, of)}
${oneOf('certainty', 'How sure is it?', certainties, of)}
${textField('words', 'What is known (optional)', of, 'About this child alone: another child’s part belongs in their record')}`
}

/** What was typed of a tie; null with the problems noted. */
export function parseSaying(
  fields: Fields,
  kind: LinkKind,
  today: Temporal.PlainDate,
): Omit<SaidOfLink, 'endedOn' | 'endReason'> | null {
  const role = fields.choice('role', Object.keys(linkRoles[kind]), 'Select how the child is tied')
  const sinceOn = fields.date('since', 'Known since', 'Enter since when it is known')
  const source = fields.choice('source', codesOf(sources), 'Select who knows of it')
  const certainty = fields.choice('certainty', codesOf(certainties), 'Select how sure it is')
  const words = fields.text('words', LONGEST_TEXT)
  if (sinceOn && Temporal.PlainDate.compare(sinceOn, today) > 0)
    fields.problem('since', 'Known since must be today or in the past')
  if (fields.issues.length > 0 || !role || !sinceOn || !source || !certainty) return null
  return { role, sinceOn, source, certainty, words }
}

/** A tie as the values of its fields. */
export const sayingValues = (link: Link): FormValues => ({
  role: link.role,
  ...dayValues('since', link.sinceOn),
  source: link.source,
  certainty: link.certainty,
  words: link.words ?? '',
  ...dayValues('ended', link.endedOn),
  endReason: link.endReason ?? '',
  version: `${link.version}`,
})

/** Whether a text of the form was filled in. */
export const isTyped = (values: FormValues, name: string): boolean => typedOf(values, name).trim() !== ''
