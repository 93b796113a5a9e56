import { type Html, html, nothing } from '../html.ts'

export interface HiddenFields {
  /** The token that proves that the form came from us. */
  readonly csrf: { readonly name?: string | undefined; readonly value: string }
  /** Made anew for each form shown: sending the same form twice does its work once. */
  readonly idempotencyKey?: string | undefined
  /** Further fields by name, such as the version of the record that the form was filled from. */
  readonly others?: Readonly<Record<string, string | number | undefined>> | undefined
}

/** The name under which forms carry their idempotency key. */
export const idempotencyField = '_key'

/** The name under which forms carry their CSRF token, unless another is given. */
export const csrfField = '_csrf'

const field = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** The fields of every form that changes something, which nobody sees. */
export function hiddenFields(params: HiddenFields): Html {
  const others = Object.entries(params.others ?? {}).map(([name, value]) =>
    value === undefined ? nothing : field(name, value),
  )
  const key = params.idempotencyKey === undefined ? nothing : field(idempotencyField, params.idempotencyKey)
  return html`${field(params.csrf.name ?? csrfField, params.csrf.value)}${key}${others}`
}
