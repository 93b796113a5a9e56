import { type DateInput, dateInput } from '../components/govuk/dateInput.ts'
import type { ErrorMessage } from '../components/govuk/errorMessage.ts'
import type { Html } from '../html.ts'
import type { DateAnswer, DateFields, DatePartName } from './parseDateInput.ts'

export interface DateFieldsParams {
  /** Name of the field: its three parts are posted as `<name>-day`, `<name>-month`, `<name>-year`. */
  readonly name: string
  readonly legend: string
  readonly legendClasses?: string | undefined
  readonly hint?: string | undefined
  /** What to fill in: a date already known, or what was typed before. */
  readonly value?: Temporal.PlainDate | DateFields | undefined
  readonly error?: ErrorMessage | undefined
  /** The answer that was refused, whose wrong parts are marked alone. */
  readonly answer?: DateAnswer | undefined
}

type Posted = Readonly<Record<string, unknown>>

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Picks the three parts of a date input with this name out of a posted form. */
export function dateFieldsFrom(posted: Posted, name: string): DateFields {
  return {
    day: text(posted[`${name}-day`]),
    month: text(posted[`${name}-month`]),
    year: text(posted[`${name}-year`]),
  }
}

function written(value: DateFieldsParams['value'], part: DatePartName): string | undefined {
  return value?.[part]?.toString()
}

/** A date input wired to {@link dateFieldsFrom}: ids, names, error and the wrong parts marked. */
export function dateFields(params: DateFieldsParams): Html {
  const marked = params.answer?.outcome === 'wrong' ? params.answer.parts : undefined
  const part = (name: DatePartName): NonNullable<DateInput['day']> => ({
    name,
    value: written(params.value, name),
    ...(marked && params.error ? { error: marked.includes(name) } : {}),
  })
  return dateInput({
    id: params.name,
    namePrefix: params.name,
    fieldset: {
      legend: { text: params.legend, classes: params.legendClasses ?? 'govuk-fieldset__legend--s' },
    },
    hint: params.hint ? { text: params.hint } : undefined,
    errorMessage: params.error,
    items: [part('day'), part('month'), part('year')],
  })
}
