import { details, type FieldErrors, type Html } from '#ui'
import { type FormValues, textOf } from './visitValues.ts'

/** A part of the form that most visits do not need. */
export type FoldedPart = {
  /** What the line says that opens it. */
  readonly words: string
  /** Fields in it, by name, with what they say when nobody has touched them. */
  readonly fields: Readonly<Record<string, string>>
  /** Fields in it whose message stands under another name than their values, such as a date's. */
  readonly alsoErrorsOf?: readonly string[]
  readonly html: Html
}

/** The part behind a line that opens it, with or without scripts; open by itself when something in it is filled in or wrong. */
export function folded(
  { values, errors }: { readonly values: FormValues; readonly errors: FieldErrors },
  part: FoldedPart,
): Html {
  const isFilled = Object.entries(part.fields).some(([name, usual]) => textOf(values, name).trim() !== usual)
  const names = [...Object.keys(part.fields), ...(part.alsoErrorsOf ?? [])]
  const isWrong = names.some(name => errors.of(name) !== undefined)
  return details({ summaryText: part.words, html: part.html, open: isFilled || isWrong })
}
