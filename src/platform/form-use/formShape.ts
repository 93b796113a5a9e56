const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** A form by its address, without whose it is: "/people/:id/visits/new". */
export function formOf(path: string): string {
  const [place = ''] = path.split('?')
  return place.replace(id, ':id').replace(/\/\d+(?=\/|$)/g, '/:number')
}

/**
 * A field by its name alone: the parts of a date as one, rows of a list as one, and never an id, which could be a person's.
 * @returns null for hidden fields and buttons, and for names that are not words
 */
export function fieldOf(name: string): string | null {
  if (name.startsWith('_') || name === 'save_draft') return null
  const bare = name
    .replace(id, '')
    .replace(/-(day|month|year)$/, '')
    .replace(/[-_.:[\]]*\d+[-_.:[\]]*/g, '-')
    .replace(/^[-:_]+|[-:_]+$/g, '')
  return /^[a-z][a-z_-]{0,59}$/i.test(bare) ? bare : null
}

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.some(isFilled) : typeof value === 'string' && value.trim() !== ''

/** Which fields a form had, and which of them were filled: names only, never what was written. */
export function fieldsUsed(sent: Readonly<Record<string, unknown>>): {
  readonly offered: ReadonlySet<string>
  readonly filled: ReadonlySet<string>
} {
  const offered = new Set<string>()
  const filled = new Set<string>()
  for (const [name, value] of Object.entries(sent)) {
    const field = fieldOf(name)
    if (field === null) continue
    offered.add(field)
    if (isFilled(value)) filled.add(field)
  }
  return { offered, filled }
}

/** Fields that a person can fill in each form of a page, by the form's address: read off the page as it is sent. */
export function fieldsShown(html: string): ReadonlyMap<string, ReadonlySet<string>> {
  const forms = new Map<string, ReadonlySet<string>>()
  for (const [, head = '', body = ''] of html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    const action = /\baction="([^"]*)"/.exec(head)?.[1]
    if (action === undefined || !/\bmethod="post"/i.test(head)) continue
    const names = [...body.matchAll(/<(?:input|textarea|select)\b([^>]*)>/g)]
      .filter(([, inside = '']) => !/\btype="(?:hidden|submit)"/.test(inside))
      .flatMap(([, inside = '']) => fieldOf(/\bname="([^"]*)"/.exec(inside)?.[1] ?? '') ?? [])
    if (names.length > 0) forms.set(formOf(action), new Set(names))
  }
  return forms
}
