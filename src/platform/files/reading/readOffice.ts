import { SaxesParser } from 'saxes'
import { archiveParts } from '../inspectArchive.ts'
import type { FileWords, Unread } from './fileWords.ts'

/** Parts of a Word or OpenDocument file that are neither text nor known to say nothing. */
const PICTURES = /^(word\/media|Pictures|ObjectReplacements|Thumbnails)\/./
const HARMLESS = /^(mimetype|META-INF\/.*|layout-cache|.*\.rdf|.*\.(ttf|odttf|otf)|word\/fonts\/.*)$/

/** The words of a document of Word or OpenDocument: every part of it, so headers, remarks and what was struck out too. */
export function readOffice(bytes: Uint8Array): FileWords {
  const parts = archiveParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), isText)
  if (parts === null) return { words: '', unread: 'broken' }
  const said: string[] = []
  let unread: Unread | null = null
  for (const { name, content } of parts) {
    if (name.endsWith('/') || HARMLESS.test(name)) continue
    if (content !== null) said.push(textOf(content.toString('utf8'), /\.rels$/i.test(name)))
    else unread = PICTURES.test(name) ? (unread ?? 'pictures') : 'attachments'
  }
  return { words: said.join('\n'), unread }
}

const isText = (name: string): boolean => /\.(xml|rels)$/i.test(name)

const SPACES = new Set(['tab', 'br', 's', 'line-break', 'cr', 'noBreakHyphen'])
const BLOCKS = new Set([
  'p',
  'h',
  'tc',
  'table-cell',
  'title',
  'subject',
  'creator',
  'keywords',
  'description',
])
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** @param isLinks where links lead stands in attributes */
function textOf(xml: string, isLinks: boolean): string {
  let said = ''
  const beside: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('A document with a DOCTYPE is not read')
  })
  parser.on('text', text => {
    said += text
  })
  parser.on('cdata', text => {
    said += text
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (SPACES.has(localName(name))) said += ' '
    for (const [key, value] of Object.entries(attributes))
      if (isLinks || /^(descr|title|href|author|name)$/.test(localName(key))) beside.push(value)
  })
  parser.on('closetag', ({ name }) => {
    if (BLOCKS.has(localName(name))) said += '\n'
  })
  parser.write(xml).close()
  return [said, ...beside].join('\n')
}
