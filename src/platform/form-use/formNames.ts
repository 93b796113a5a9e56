import type { Route } from '../http/index.ts'

/** The forms of the service by the words that say what they do. */
export type FormNames = (form: string) => string | null

type Known = { readonly parts: readonly string[]; readonly summary: string }

/**
 * Names forms by what their route says it does. A place of the address that is a word of its own, such as which part of a person, stands
 * behind it.
 * @returns null for an address that no route of ours takes: it names nothing that anybody could mend
 */
export function formNames(routes: readonly Route[]): FormNames {
  const known: readonly Known[] = routes
    .filter(({ method, repeats, url }) => method === 'POST' && !repeats && !url.startsWith('/drafts/'))
    .map(({ url, summary }) => ({ parts: url.split('/'), summary }))
  return form => {
    const parts = form.split('/')
    const [best] = known
      .filter(
        one => one.parts.length === parts.length && one.parts.every((part, at) => fits(part, parts[at])),
      )
      .toSorted((one, other) => variables(one) - variables(other))
    if (best === undefined) return null
    const words = parts.filter((part, at) => best.parts[at]?.startsWith(':') && !part.startsWith(':'))
    return words.length === 0
      ? best.summary
      : `${best.summary}: ${words.join(', ').replaceAll(/[-_.]/g, ' ')}`
  }
}

const fits = (part: string, given: string | undefined): boolean => part.startsWith(':') || part === given
const variables = ({ parts }: Known): number => parts.filter(part => part.startsWith(':')).length
