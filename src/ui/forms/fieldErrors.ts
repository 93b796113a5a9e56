import type { ErrorMessage } from '../components/govuk/errorMessage.ts'
import { errorSummary } from '../components/govuk/errorSummary.ts'
import { type Html, nothing } from '../html.ts'

/** What we use of a Zod issue: where it is and what to say, written in GOV.UK style in the form's schema. */
export interface FormIssue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** The errors of one form, for its fields and for the summary above it. */
export interface FieldErrors {
  /** In the order in which the fields stand on the page. */
  readonly list: readonly { readonly href: string; readonly text: string }[]
  /** The error message of a field by its name, for its `errorMessage` parameter. */
  readonly of: (field: string) => ErrorMessage | undefined
}

/** The id of a field from the path of an issue: parts joined by hyphens, as date inputs and list items need. */
export const fieldId = (path: readonly PropertyKey[]): string => path.map(String).join('-')

/**
 * Turns the issues of a refused form into GOV.UK error messages. A field shows its first issue only.
 * @param issues issues of Zod, or of the same shape
 * @param order names of the form's fields as they stand on the page; unknown ones come last
 * @param targets ids to link to where a field's first control has another id than its name, such as the
 *   day of a date (`{ seenOn: 'seenOn-day' }`)
 */
export function fieldErrors(
  issues: readonly FormIssue[],
  order: readonly string[] = [],
  targets: Readonly<Record<string, string>> = {},
): FieldErrors {
  const first = new Map<string, string>()
  for (const issue of issues) {
    const id = fieldId(issue.path)
    if (!first.has(id)) first.set(id, issue.message)
  }
  const place = (id: string): number => {
    const index = order.indexOf(id)
    return index < 0 ? order.length : index
  }
  const list = [...first]
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([id, text]) => ({ href: `#${targets[id] ?? id}`, text }))
  return {
    list,
    of: field => {
      const text = first.get(field)
      return text === undefined ? undefined : { text }
    },
  }
}

/** The error summary of a page, or nothing when there are no errors. Stands above the heading. */
export function errorsAbove(errors: FieldErrors): Html {
  if (errors.list.length === 0) return nothing
  return errorSummary({ titleText: 'There is a problem', errorList: errors.list })
}
