import { z } from 'zod'
import {
  type Fields,
  type FormValues,
  type FormVisit,
  familyChildren,
  ticksOf,
  uuidParam,
} from '#modules/casework'
import { formVersion } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { checkboxes, type FieldErrors, type Html, nothing } from '#ui'
import { holdCases } from '../commands/holdCases.ts'
import { readPreProceedings } from '../queries/readPreProceedings.ts'
import { isOpen, type PreProceedings } from '../rules/preProceedings.ts'

export const caseParams = z.object({ personId: uuidParam, caseId: uuidParam })
export type CaseParams = z.infer<typeof caseParams>

/** Where pre-proceedings of a child stand. */
export const placeOf = ({ personId }: { readonly personId: Uuid }): string =>
  `/people/${personId}/pre-proceedings`
export const casePath = (params: CaseParams, rest: string): string =>
  `${placeOf(params)}/${params.caseId}${rest}`

/** Pre-proceedings that a form is about, with those of brothers and sisters that were decided on at once. */
export type OpenCase = {
  readonly own: PreProceedings
  /** The child's own first; only of children whose record one writes. */
  readonly cases: readonly PreProceedings[]
  readonly names: ReadonlyMap<Uuid, string>
  /** Another one when any of them was changed. */
  readonly mark: string
}

/** Opens them for a form; for one that was sent they are held, so that what is compared is what is changed. */
export async function openCase({
  work,
  params,
  sent,
}: Pick<FormVisit<CaseParams>, 'work' | 'params' | 'sent'>): Promise<OpenCase | null> {
  const children = (await familyChildren(work, params.personId)).filter(({ mayWrite }) => mayWrite)
  const ids = children.map(({ id }) => id)
  const isSent = Object.keys(sent).length > 0
  const all = isSent ? await holdCases(work, ids) : await readPreProceedings(work, ids)
  const own = all.find(({ id, personId }) => id === params.caseId && personId === params.personId)
  if (own === undefined) return null
  const beside = all.filter(
    one => one.id !== own.id && own.togetherId !== null && one.togetherId === own.togetherId,
  )
  const cases = [own, ...beside]
  return {
    own,
    cases,
    names: new Map(children.map(({ id, displayName }) => [id, displayName])),
    mark: formVersion(cases.map(({ id, version }) => [id, version])),
  }
}

/** Everybody whom such a form names: brothers and sisters, and adults where they are chosen among. */
export const namedIn = (
  { cases }: OpenCase,
  adults: readonly { readonly id: Uuid }[] = [],
): readonly Uuid[] => [...cases.map(({ personId }) => personId), ...adults.map(({ id }) => id)]

/** For which of the children it counts; nothing to choose where there is one. */
export function childrenField(
  { cases, names }: OpenCase,
  of: { readonly values: FormValues; readonly errors: FieldErrors },
  counts: (one: PreProceedings) => boolean = isOpen,
): Html {
  const offered = cases.filter(counts)
  if (offered.length < 2) return nothing
  return checkboxes({
    name: 'children',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'For which children?', classes: 'govuk-fieldset__legend--s' } },
    items: offered.map(({ id, personId }) => ({ value: id, text: names.get(personId) ?? '' })),
    values: ticksOf(of.values, 'children'),
    errorMessage: of.errors.of('children'),
  })
}

/** Everyone whom it may count for, as the form begins. */
export const childrenValues = (
  { cases }: OpenCase,
  counts: (one: PreProceedings) => boolean = isOpen,
): FormValues => ({ children: cases.filter(counts).map(({ id }) => id) })

/** Those that were ticked. With a problem when there is none, or nothing goes on any more. */
export function chosenCases(
  fields: Fields,
  { cases }: OpenCase,
  counts: (one: PreProceedings) => boolean = isOpen,
  over = 'Pre-proceedings of these children have ended: nothing more is recorded in them',
): readonly PreProceedings[] {
  const offered = cases.filter(counts)
  if (offered.length === 0) {
    fields.problem('children', over)
    return []
  }
  if (offered.length === 1) return offered
  const chosen = offered.filter(({ id }) => fields.isTicked('children', id))
  if (chosen.length === 0) fields.problem('children', 'Select at least one child')
  return chosen
}

/** A day that has been, on or after the decision that began it. */
export function dayWithin(
  fields: Fields,
  name: string,
  words: { readonly label: string; readonly needed: string },
  around: { readonly from: Temporal.PlainDate; readonly today: Temporal.PlainDate },
): Temporal.PlainDate | null {
  const day = fields.date(name, words.label, words.needed)
  if (day === null) return null
  if (Temporal.PlainDate.compare(day, around.today) > 0)
    return fields.problem(name, `${words.label} must be today or in the past`)
  if (Temporal.PlainDate.compare(day, around.from) < 0)
    return fields.problem(name, `${words.label} must be on or after the day of the decision to start`)
  return day
}
