import { type Delimiters, unescapeText } from './unescapeText.ts'

/** One segment: its name, and its fields by HL7's own numbers, as they were written. */
export interface Segment {
  readonly name: string
  readonly fields: readonly string[]
}

/** A message in its parts. Everything is text as the sender wrote it until `read` functions take it out. */
export interface Parts {
  readonly delimiters: Delimiters
  readonly segments: readonly Segment[]
}

const separators = /^[!-/:-@[-`{-~]+$/

/**
 * Splits a message into segments and fields. Ends of line may be CR, LF or both, and the delimiters are those that MSH
 * names. Null when the text does not begin with a readable MSH. Source: HL7 v2.5.1, 2.5 (message delimiters).
 */
export function splitMessage(text: string): Parts | null {
  const lines = text.split(/[\r\n]+/).filter(line => line.trim() !== '')
  const head = lines[0]?.trimStart() ?? ''
  const delimiters = delimitersOf(head)
  if (!delimiters) return null
  const segments = [head, ...lines.slice(1)].map(line => splitSegment(line, delimiters.field))
  return { delimiters, segments }
}

function delimitersOf(head: string): Delimiters | null {
  if (!head.startsWith('MSH')) return null
  const field = head[3] ?? ''
  if (field === '' || !separators.test(field)) return null
  const codes = head.slice(4).split(field, 1)[0] ?? ''
  const [component = '', repetition = '~', escapes = '\\', subcomponent = '&'] = codes
  const chosen = [field, component, repetition, escapes, subcomponent]
  if (component === '' || !separators.test(codes) || new Set(chosen).size !== chosen.length) return null
  return { field, component, repetition, escape: escapes, subcomponent }
}

/** MSH-1 is the separator itself, so that MSH-3 is found at 3 as in every other segment. */
function splitSegment(line: string, separator: string): Segment {
  const [name = '', ...fields] = line.split(separator)
  return { name: name.trim(), fields: name === 'MSH' ? ['MSH', separator, ...fields] : [name, ...fields] }
}

export function segmentsNamed(parts: Parts, name: string): readonly Segment[] {
  return parts.segments.filter(segment => segment.name === name)
}

export function firstSegment(parts: Parts, name: string): Segment | null {
  return parts.segments.find(segment => segment.name === name) ?? null
}

/** One repetition of a field, read by component. */
export interface Value {
  /** The text of a component's first part, or of the part named; empty when it is not there. */
  readonly at: (component: number, subcomponent?: number) => string
  /** All parts of the repetition, as the sender wrote them. */
  readonly raw: string
}

/** The repetitions of a field that hold something. */
export function valuesOf(parts: Parts, segment: Segment | null, field: number): readonly Value[] {
  const text = segment?.fields[field] ?? ''
  return text
    .split(parts.delimiters.repetition)
    .filter(raw => raw.trim() !== '')
    .map(raw => ({ raw, at: (component, subcomponent = 1) => partOf(parts, raw, component, subcomponent) }))
}

function partOf({ delimiters }: Parts, raw: string, component: number, subcomponent: number): string {
  const inComponent = raw.split(delimiters.component)[component - 1] ?? ''
  const part = inComponent.split(delimiters.subcomponent)[subcomponent - 1] ?? ''
  const text = unescapeText(part, delimiters).trim()
  return text === '""' ? '' : text
}

/** The first component of a field's first repetition: what most fields are. */
export function textOf(parts: Parts, segment: Segment | null, field: number): string {
  return valuesOf(parts, segment, field)[0]?.at(1) ?? ''
}

/** Whether the sender asks that what stood here be taken away: two quotation marks, where nothing means "leave it". */
export function isRemoved(segment: Segment | null, field: number): boolean {
  return segment?.fields[field]?.trim() === '""'
}
