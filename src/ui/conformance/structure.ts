/** Elements that never have an end tag in HTML. */
const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])

const rawText = /<(textarea|title|script|style)\b[^>]*>/iy

const attributePattern = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ctdot: '⋯',
}

function decode(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16))
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)))
    return entities[name] ?? whole
  })
}

const collapse = (text: string): string => decode(text).replace(/\s+/g, ' ').trim()

function openingTag(name: string, attributeText: string): string {
  const seen = new Map<string, string>()
  for (const [, key = '', ...values] of attributeText.matchAll(attributePattern)) {
    if (seen.has(key)) throw new Error(`<${name}> has the attribute ${key} twice`)
    const value = collapse(values.find(candidate => candidate !== undefined) ?? '')
    seen.set(key, key === 'class' ? [...new Set(value.split(' '))].sort().join(' ') : value)
  }
  const sorted = [...seen].sort(([one], [other]) => (one < other ? -1 : 1))
  return `<${name}${sorted.map(([key, value]) => ` ${key}=${JSON.stringify(value)}`).join('')}>`
}

/**
 * Parses HTML into one line per tag and text, indented by depth, for comparing two renderings: attribute
 * order, class order, white space at element edges and the spelling of entities do not count, everything else does.
 * Throws on tags that do not match.
 */
export function structure(source: string): string[] {
  const lines: string[] = []
  const open: string[] = []
  const add = (line: string): void => void (line && lines.push('  '.repeat(open.length) + line))
  const tag = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>/gi
  let end = 0
  for (let match = tag.exec(source); match; match = tag.exec(source)) {
    add(collapse(source.slice(end, match.index)))
    end = tag.lastIndex
    const [whole, slash, name = '', attributeText = '', selfClosing] = match
    if (!name) continue
    if (slash) {
      const expected = open.pop()
      if (expected !== name) throw new Error(`</${name}> closes <${expected}> in ${source}`)
      continue
    }
    add(openingTag(name, attributeText))
    if (voidElements.has(name) || selfClosing) continue
    open.push(name)
    rawText.lastIndex = 0
    if (rawText.test(whole)) {
      const close = source.indexOf(`</${name}>`, end)
      add(JSON.stringify(decode(source.slice(end, close))))
      tag.lastIndex = end = close
    }
  }
  add(collapse(source.slice(end)))
  if (open.length > 0) throw new Error(`<${open.join('> <')}> is never closed in ${source}`)
  return lines
}
