import { type Html, html, isHtml, nothing } from './html.ts'

type AttributeScalar = string | number | boolean | null | undefined

/** One attribute's value; with `optional`, an absent or false value leaves the attribute out and true writes its bare name. */
export type AttributeValue =
  | AttributeScalar
  | { readonly value: AttributeScalar; readonly optional?: boolean | undefined }

/** HTML attributes by name. Names are written in source code; values may be data and are escaped. */
export type Attributes = Readonly<Record<string, AttributeValue>>

const isOptions = (value: AttributeValue): value is Exclude<AttributeValue, AttributeScalar> =>
  typeof value === 'object' && value !== null

function attribute(name: string, given: AttributeValue): Html {
  const { value, optional } = isOptions(given) ? given : { value: given, optional: false }
  if (optional === true) {
    if (value === true) return html` ${name}`
    if (value === undefined || value === null || value === false) return nothing
  }
  // Booleans are words here: aria-hidden="true" means something else than a bare aria-hidden.
  return html` ${name}="${value === undefined || value === null ? '' : String(value)}"`
}

/**
 * Writes attributes as GOV.UK Frontend's macro of the same purpose does, each with a leading space.
 * Give ready-made {@link Html} to pass it through.
 */
export function attributes(given: Attributes | Html | null | undefined): Html {
  if (given === undefined || given === null) return nothing
  if (isHtml(given)) return given
  return html`${Object.entries(given).map(([name, value]) => attribute(name, value))}`
}

/** An attribute that is left out when its value is absent, false or empty. */
export function unlessEmpty(value: AttributeScalar): AttributeValue {
  return { value: value === '' ? undefined : value, optional: true }
}

/** The attribute that carries a client script's translated words, by plural form when an object is given. */
export function translations(
  key: string,
  message: string | Readonly<Record<string, string>> | null | undefined,
): Attributes {
  if (message === undefined || message === null || message === '') return {}
  if (typeof message === 'string') return { [`data-i18n.${key}`]: message }
  return Object.fromEntries(
    Object.entries(message).map(([plural, text]) => [`data-i18n.${key}.${plural}`, text]),
  )
}
