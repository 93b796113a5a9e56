/** What a form sends when somebody presses its button at once, with the first answer to each question left open. */
export type Filled = Record<string, string | readonly string[]>

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? null

/**
 * Fills in the inputs of a page: hidden ones, what is ticked, and the first of radio buttons of which none is chosen.
 * @param body HTML of a page; text areas and selects are left to the caller
 */
export function filledForm(body: string): Filled {
  const inputs = [...body.matchAll(/<input\b[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name') ?? '',
    value: attribute(tag, 'value') ?? '',
    type: attribute(tag, 'type') ?? 'text',
    isTicked: /\schecked\b/.test(tag),
  }))
  const filled: Filled = {}
  for (const [name, same] of Map.groupBy(inputs, input => input.name)) {
    const ticked = same.filter(({ isTicked }) => isTicked).map(({ value }) => value)
    const [first] = same
    if (name === '' || first === undefined) continue
    if (first.type === 'hidden') filled[name] = first.value
    else if (first.type === 'radio') filled[name] = ticked[0] ?? first.value
    else if (first.type === 'checkbox' && ticked.length > 0) filled[name] = ticked
  }
  return filled
}
